package dev.cairn.domain.journey;

import java.time.LocalDate;

/** What a date is on a community's journey. */
public sealed interface JourneyStatus {

  /**
   * A day of the journey.
   *
   * @param number 1 to {@value JourneyCalendar#DAYS}
   */
  record Numbered(int number) implements JourneyStatus {}

  /**
   * A weekday that the community leaves out.
   *
   * @param latest the number of the day before; 0 where there was none
   */
  record LeftOut(int latest) implements JourneyStatus {}

  /**
   * The journey is paused.
   *
   * @param latest the number of the day before; 0 where there was none
   */
  record OnHold(int latest) implements JourneyStatus {}

  /** The journey begins on a later date. */
  record Ahead(LocalDate start) implements JourneyStatus {}

  /** All days have been used up. */
  record Over() implements JourneyStatus {}

  /** The number of the date's day; where it has none, of the latest before it, at least 1. */
  default int latestDay() {
    return switch (this) {
      case Numbered(int number) -> number;
      case LeftOut(int latest) -> Math.max(1, latest);
      case OnHold(int latest) -> Math.max(1, latest);
      case Ahead ahead -> 1;
      case Over over -> JourneyCalendar.DAYS;
    };
  }
}
