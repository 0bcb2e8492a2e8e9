package dev.cairn.platform.discord;

import java.time.Duration;

/** Waits longer each time, up to a minute. */
final class Backoff {
  private static final Duration FIRST = Duration.ofSeconds(1);
  private static final Duration MOST = Duration.ofMinutes(1);

  private final InterruptibleSleeper pause;
  private Duration next = FIRST;

  Backoff(InterruptibleSleeper pause) {
    this.pause = pause;
  }

  /** How long it will wait next. */
  Duration next() {
    return next;
  }

  /** Waits; whether to go on. */
  boolean await() throws InterruptedException {
    Duration now = next;
    next = next.multipliedBy(2).compareTo(MOST) < 0 ? next.multipliedBy(2) : MOST;
    return pause.await(now);
  }
}
