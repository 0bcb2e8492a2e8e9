package dev.cairn.feature;

import dev.cairn.chat.reply.Refusal;
import dev.cairn.chat.reply.RichText;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Moments to come as people type them: {@code 2026-03-02 09:00}, {@code tomorrow 9:00}, {@code
 * 18:30}.
 */
public final class Moments {
  /** How long before it one may plan. */
  private static final int MOST_DAYS = 366;

  private static final Pattern MOMENT =
      Pattern.compile(
          "(?:(\\d{4}-\\d{2}-\\d{2}|today|tomorrow)(?:\\s*,\\s*|t|\\s+)(?:at\\s+)?)?(\\S+)");

  private Moments() {}

  /**
   * Reads a moment. An hour without a date is the next time that the clock shows it.
   *
   * @param option the option it was given for
   * @param zone whose clock is meant
   * @throws Refusal when it is none, or is not to come within a year
   */
  public static Instant read(String option, String typed, ZoneId zone, Instant now) {
    String words = typed.strip().toLowerCase(Locale.ROOT);
    Matcher matcher = MOMENT.matcher(words);
    if (!matcher.matches() || isDate(matcher.group(2))) {
      throw bad(option, typed, zone);
    }
    LocalTime hour = Hours.read(option, matcher.group(2));
    LocalDate today = LocalDate.ofInstant(now, zone);
    Instant moment = at(day(option, typed, matcher.group(1), today, zone), hour, zone);
    if (matcher.group(1) == null && !moment.isAfter(now)) {
      moment = at(today.plusDays(1), hour, zone);
    }
    if (!moment.isAfter(now)) {
      throw Refusal.badOption(option, words(moment, zone) + " is in the past.");
    }
    if (moment.isAfter(at(today.plusDays(MOST_DAYS), hour, zone))) {
      throw Refusal.badOption(option, words(moment, zone) + " is more than a year away.");
    }
    return moment;
  }

  private static boolean isDate(String word) {
    return word.matches("\\d{4}-.*|today|tomorrow");
  }

  private static LocalDate day(
      String option, String typed, String word, LocalDate today, ZoneId zone) {
    if (word == null || word.equals("today")) {
      return today;
    }
    if (word.equals("tomorrow")) {
      return today.plusDays(1);
    }
    try {
      return LocalDate.parse(word);
    } catch (DateTimeException noDate) {
      throw bad(option, typed, zone);
    }
  }

  private static Instant at(LocalDate day, LocalTime hour, ZoneId zone) {
    return ZonedDateTime.of(day, hour, zone).toInstant();
  }

  private static Refusal bad(String option, String typed, ZoneId zone) {
    return Refusal.badOption(
        option,
        RichText.EMPTY
            .code(option)
            .plain(" takes a date and an hour of the community's clock (" + zone + "), like ")
            .code("2026-03-02 09:00")
            .plain(" or ")
            .code("tomorrow 9:00")
            .plain(", or an hour alone; “" + typed + "” is neither."));
  }

  /** {@code Monday 2 March 2026, 09:00 (Europe/Berlin)}. */
  public static String words(Instant moment, ZoneId zone) {
    ZonedDateTime there = moment.atZone(zone);
    return "%s, %s (%s)"
        .formatted(
            Wording.date(there.toLocalDate()), Hours.typed(there.toLocalTime()), zone.getId());
  }
}
