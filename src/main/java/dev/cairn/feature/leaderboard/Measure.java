package dev.cairn.feature.leaderboard;

/** What members are ranked by; whoever has none of it is not listed. */
public sealed interface Measure {
  /** The board of the current streaks; the others are called like their periods. */
  String STREAK = "STREAK";

  /** The board that is ranked by it. */
  String board();

  /** The current streak, in days. */
  record CurrentStreak() implements Measure {
    @Override
    public String board() {
      return STREAK;
    }
  }

  /**
   * Check-ins in a period.
   *
   * @param period by its {@link dev.cairn.domain.day.Period#key}
   */
  record CheckIns(String period) implements Measure {
    @Override
    public String board() {
      return period;
    }
  }
}
