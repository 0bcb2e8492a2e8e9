package dev.cairn.domain.day;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * A stretch of days on which a member is away and which are covered.
 *
 * @param madeOn the member's study day on which it was asked for
 * @param from the first day of it
 * @param until the last day of it, at most {@value #LONGEST} days in all
 */
public record Pause(LocalDate madeOn, LocalDate from, LocalDate until) {
  /** How many days a pause may last. */
  public static final int LONGEST = 60;

  public Pause {
    if (!allowed(from, until)) {
      throw new IllegalArgumentException(
          "a pause lasts 1 to " + LONGEST + " days: " + from + " to " + until);
    }
  }

  /** The first day of a pause made on {@code today}: the next. */
  public static LocalDate firstDay(LocalDate today) {
    return today.plusDays(1);
  }

  /** Whether a pause may run from {@code from} to {@code until}, both inclusive. */
  public static boolean allowed(LocalDate from, LocalDate until) {
    return !until.isBefore(from) && ChronoUnit.DAYS.between(from, until) < LONGEST;
  }
}
