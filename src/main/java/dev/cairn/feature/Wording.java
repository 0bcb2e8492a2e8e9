package dev.cairn.feature;

import dev.cairn.chat.reply.RichText;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.Collection;
import java.util.List;
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

  /**
   * What may have been meant, after the sentence that says what is wrong: " Did you mean a, b or
   * c?"
   *
   * @param guesses at least one, the likeliest first
   */
  public static RichText didYouMean(List<RichText> guesses) {
    int last = guesses.size() - 1;
    RichText first = RichText.join(", ", guesses.subList(0, last));
    return RichText.of(" Did you mean ")
        .then(last == 0 ? first : first.plain(" or "))
        .then(guesses.get(last))
        .plain("?");
  }
}
