package dev.cairn.feature;

import dev.cairn.chat.reply.Refusal;
import dev.cairn.chat.reply.RichText;
import java.time.DayOfWeek;
import java.time.format.TextStyle;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Weekdays as people type and as we store them: {@code sat,sun}, or {@code none}. */
public final class Weekdays {
  private static final String NONE = "none";
  private static final Pattern SEPARATOR = Pattern.compile("[,;\\s]+");

  private Weekdays() {}

  /**
   * Reads weekdays, in full or by their first three letters.
   *
   * @param option the option they were given for
   * @throws Refusal when a word is no weekday
   */
  public static Set<DayOfWeek> read(String option, String text) {
    Set<DayOfWeek> weekdays = EnumSet.noneOf(DayOfWeek.class);
    String typed = text.strip().toLowerCase(Locale.ROOT);
    if (typed.equals(NONE)) {
      return weekdays;
    }
    for (String word : SEPARATOR.splitAsStream(typed).toList()) {
      if (!word.equals("and")) {
        weekdays.add(weekday(option, word));
      }
    }
    return weekdays;
  }

  private static DayOfWeek weekday(String option, String word) {
    return Arrays.stream(DayOfWeek.values())
        .filter(day ->
            word.length() >= 3
                && (day.name().toLowerCase(Locale.ROOT).startsWith(word)
                    || word.equals(day.name().toLowerCase(Locale.ROOT) + "s")))
        .findFirst()
        .orElseThrow(() ->
            Refusal.badOption(
                option,
                RichText.EMPTY
                    .code(option)
                    .plain(" takes weekdays, like ")
                    .code("sat,sun")
                    .plain(", or ")
                    .code(NONE)
                    .plain("; “" + word + "” is not one.")));
  }

  /** The form in which weekdays are typed: {@code sat,sun}, or {@code none}. */
  public static String typed(Set<DayOfWeek> weekdays) {
    return weekdays.isEmpty()
        ? NONE
        : weekdays.stream()
            .sorted()
            .map(
                day -> day.getDisplayName(TextStyle.SHORT, Locale.ENGLISH).toLowerCase(Locale.ROOT))
            .collect(Collectors.joining(","));
  }
}
