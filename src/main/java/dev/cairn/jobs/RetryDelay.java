package dev.cairn.jobs;

import java.time.Duration;

/** How long work that failed waits before it is tried again. */
final class RetryDelay {
  private static final Duration FIRST = Duration.ofSeconds(10);
  private static final Duration LONGEST = Duration.ofMinutes(10);
  private static final int MOST_DOUBLINGS = 10;

  private RetryDelay() {}

  /**
   * The pause after a failure.
   *
   * @param failures how often it failed before
   */
  static Duration pause(int failures) {
    Duration pause = FIRST.multipliedBy(1L << Math.min(failures, MOST_DOUBLINGS));
    return pause.compareTo(LONGEST) < 0 ? pause : LONGEST;
  }
}
