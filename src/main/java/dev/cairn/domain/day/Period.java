package dev.cairn.domain.day;

import dev.cairn.domain.DateRange;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;

/** What a leaderboard looks back on. */
public enum Period {
  /** The ISO week, Monday to Sunday. */
  WEEK,
  /** The calendar month. */
  MONTH,
  /** All time. */
  ALL;

  /** What the period that a day of the community's lies in is stored as. */
  public String key(LocalDate communityDay) {
    return switch (this) {
      case WEEK, MONTH -> name() + ' ' + around(communityDay).from();
      case ALL -> name();
    };
  }

  /** The days of the period that a day of the community's lies in. */
  public DateRange around(LocalDate communityDay) {
    return switch (this) {
      case WEEK -> {
        LocalDate monday = communityDay.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        yield new DateRange(monday, monday.plusDays(6));
      }
      case MONTH ->
          new DateRange(
              communityDay.with(TemporalAdjusters.firstDayOfMonth()),
              communityDay.with(TemporalAdjusters.lastDayOfMonth()));
      case ALL -> new DateRange(LocalDate.MIN, LocalDate.MAX);
    };
  }
}
