package dev.cairn.feature.leaderboard;

import java.time.Instant;

/** What members are ranked by; whoever has none of it is not listed. */
public sealed interface Measure {

  /** The current streak, in days. */
  record CurrentStreak(Instant now) implements Measure {}

  /**
   * Check-ins in a period.
   *
   * @param period by its {@link dev.cairn.domain.day.Period#key}
   */
  record CheckIns(String period) implements Measure {}
}
