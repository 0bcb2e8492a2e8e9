package dev.cairn.domain.journey;

import java.time.LocalDate;

/** When a member can look back on their year. */
public final class WrappedDay {
  /** A year, the day that it began on included. */
  private static final int YEAR = 365;

  /** Whoever began this shortly before the journey ended has a year to go. */
  private static final int SHORTEST = 30;

  private WrappedDay() {}

  /**
   * The first day on which there is a year in review: the last day of the journey, where the member
   * had begun a month before it at the latest, or else their 365th day.
   *
   * @param began the first day that they checked
   * @param journey of their community
   */
  public static LocalDate of(LocalDate began, JourneyCalendar journey) {
    LocalDate year = began.plusDays(YEAR - 1L);
    return journey
        .lastDay(year)
        .filter(end -> !end.isBefore(began.plusDays(SHORTEST - 1L)))
        .orElse(year);
  }
}
