package dev.cairn.platform.discord.gateway;

import java.time.Duration;

/** Waits longer each time, up to a minute. */
public final class Backoff {
  private static final Duration FIRST = Duration.ofSeconds(1);
  private static final Duration MOST = Duration.ofMinutes(1);

  private final InterruptibleSleeper pause;
  private Duration next = FIRST;

  public Backoff(InterruptibleSleeper pause) {
    this.pause = pause;
  }

  /** How long it will wait next. */
  public Duration next() {
    return next;
  }

  /** Waits; whether to go on. */
  public boolean await() throws InterruptedException {
    Duration now = next;
    next = next.multipliedBy(2).compareTo(MOST) < 0 ? next.multipliedBy(2) : MOST;
    return pause.await(now);
  }
}
