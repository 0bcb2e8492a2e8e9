package dev.cairn.domain.day;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Period;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * An hour of the wall clock on some weekdays. Where it does not exist on a date, because clocks are
 * put forward, it is the next minute that does; where it exists twice, it is the first.
 *
 * @param hour on the wall clock
 * @param weekdays at least one
 */
public record DailyHour(LocalTime hour, Set<DayOfWeek> weekdays) {
  /** Longer than a week, should a date be left out of the calendar. */
  private static final int FAR_ENOUGH = 15;

  public DailyHour {
    weekdays = Set.copyOf(weekdays);
    if (weekdays.isEmpty()) {
      throw new IllegalArgumentException("at least one weekday");
    }
  }

  /** On every day of the week. */
  public static DailyHour everyDayAt(LocalTime hour) {
    return new DailyHour(hour, EnumSet.allOf(DayOfWeek.class));
  }

  /**
   * Once that it comes.
   *
   * @param date on the wall clock
   */
  public record Occurrence(LocalDate date, Instant at) {}

  /**
   * When it comes on a date; empty where the weekday is not one of its own or the date never was.
   */
  public Optional<Occurrence> on(LocalDate date, ZoneId zone) {
    boolean comes =
        weekdays.contains(date.getDayOfWeek())
            && date.atStartOfDay(zone).toLocalDate().equals(date);
    return comes
        ? Optional.of(new Occurrence(date, WallClock.instant(date.atTime(hour), zone)))
        : Optional.empty();
  }

  /** The first one after an instant. */
  public Occurrence after(Instant instant, ZoneId zone) {
    LocalDate from = LocalDate.ofInstant(instant, zone).minusDays(1);
    return from.datesUntil(from.plusDays(FAR_ENOUGH))
        .flatMap(date -> on(date, zone).stream())
        .filter(occurrence -> occurrence.at.isAfter(instant))
        .findFirst()
        .orElseThrow();
  }

  /** The last one that is not after an instant. */
  public Occurrence until(Instant instant, ZoneId zone) {
    LocalDate last = LocalDate.ofInstant(instant, zone).plusDays(1);
    return last.datesUntil(last.minusDays(FAR_ENOUGH), Period.ofDays(-1))
        .flatMap(date -> on(date, zone).stream())
        .filter(occurrence -> !occurrence.at.isAfter(instant))
        .findFirst()
        .orElseThrow();
  }
}
