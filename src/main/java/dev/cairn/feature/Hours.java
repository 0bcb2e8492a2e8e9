package dev.cairn.feature;

import dev.cairn.chat.reply.Refusal;
import dev.cairn.chat.reply.RichText;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Hours of the day as people type them: {@code 20:00}, {@code 7.30}, {@code 8}. */
public final class Hours {
  private static final Pattern HOUR = Pattern.compile("([01]?\\d|2[0-3])(?:[:.h]([0-5]\\d))?");
  private static final DateTimeFormatter TYPED = DateTimeFormatter.ofPattern("HH:mm");

  private Hours() {}

  /**
   * Reads an hour.
   *
   * @param option the option it was given for
   * @throws Refusal when it is none
   */
  public static LocalTime read(String option, String typed) {
    Matcher matcher = HOUR.matcher(typed.strip());
    if (!matcher.matches()) {
      throw Refusal.badOption(
          option,
          RichText.EMPTY
              .code(option)
              .plain(" takes an hour from 00:00 to 23:59, like ")
              .code("20:00")
              .plain("; “" + typed + "” is none."));
    }
    int minutes = matcher.group(2) == null ? 0 : Integer.parseInt(matcher.group(2));
    return LocalTime.of(Integer.parseInt(matcher.group(1)), minutes);
  }

  /** The form in which hours are typed: {@code 20:00}. */
  public static String typed(LocalTime hour) {
    return TYPED.format(hour);
  }
}
