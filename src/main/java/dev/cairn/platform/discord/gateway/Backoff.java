package dev.cairn.platform.discord.gateway;

import dev.cairn.connection.RepeatedFailure;
import java.time.Duration;

/** Waits longer each time, up to a minute. */
public final class Backoff {
  private static final Duration FIRST = Duration.ofSeconds(1);
  private static final Duration MOST = Duration.ofMinutes(1);

  private final InterruptibleSleeper pause;
  private Duration next = FIRST;
  private final RepeatedFailure failure = new RepeatedFailure();

  public Backoff(InterruptibleSleeper pause) {
    this.pause = pause;
  }

  /** How long it will wait next. */
  public Duration next() {
    return next;
  }

  /** Whether the failure is worth a line in the log: the first is, and then one a minute. */
  public boolean isWorthTelling() {
    return failure.isWorthTelling();
  }

  /** Waits; whether to go on. */
  public boolean await() throws InterruptedException {
    Duration now = next;
    failure.waited(now);
    next = next.multipliedBy(2).compareTo(MOST) < 0 ? next.multipliedBy(2) : MOST;
    return pause.await(now);
  }
}
