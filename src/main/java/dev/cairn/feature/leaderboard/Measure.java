package dev.cairn.feature.leaderboard;

import dev.cairn.domain.day.Period;
import java.time.Instant;
import java.time.LocalDate;

/** What members are ranked by; whoever has none of it is not listed. */
public sealed interface Measure {

  /** The current streak, in days. */
  record CurrentStreak(Instant now) implements Measure {}

  /**
   * Check-ins in a period.
   *
   * @param start the first study day of the period
   */
  record CheckIns(Period period, LocalDate start) implements Measure {}
}
