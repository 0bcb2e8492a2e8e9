package dev.cairn.feature;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.Collection;
import java.util.Locale;
import java.util.stream.Collectors;

/** Words that several capabilities say the same way. */
public final class Wording {
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("EEEE d MMMM yyyy", Locale.ENGLISH);

  private Wording() {}

  /** {@code 1 day}, {@code 2 days}. */
  public static String count(long number, String one) {
    return number + " " + (number == 1 ? one : one + "s");
  }

  /** {@code Saturday 31 January 2026}. */
  public static String date(LocalDate day) {
    return DATE.format(day);
  }

  /** {@code Saturday and Sunday}; "none" for no weekday. */
  public static String weekdays(Collection<DayOfWeek> weekdays) {
    if (weekdays.isEmpty()) {
      return "none";
    }
    String listed =
        weekdays.stream()
            .sorted()
            .map(day -> day.getDisplayName(TextStyle.FULL, Locale.ENGLISH))
            .collect(Collectors.joining(", "));
    int last = listed.lastIndexOf(", ");
    return last < 0 ? listed : listed.substring(0, last) + " and " + listed.substring(last + 2);
  }
}
