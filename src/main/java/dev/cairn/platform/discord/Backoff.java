package dev.cairn.platform.discord;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Waits longer each time, up to a minute, and no longer than until we are closed. */
final class Backoff {
  private static final Duration MOST = Duration.ofMinutes(1);

  private final CountDownLatch closed;
  private Duration next;

  /**
   * Waits for the first time that long.
   *
   * @param closed ends all waiting
   */
  Backoff(Duration first, CountDownLatch closed) {
    this.next = first;
    this.closed = closed;
  }

  /** How long it will wait next. */
  Duration next() {
    return next;
  }

  /** Waits; whether to go on. */
  boolean await() throws InterruptedException {
    Duration now = next;
    next = next.multipliedBy(2).compareTo(MOST) < 0 ? next.multipliedBy(2) : MOST;
    return !closed.await(now.toNanos(), TimeUnit.NANOSECONDS);
  }
}
