package dev.cairn.platform.discord.gateway;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Waits longer each time, up to a minute. */
public final class Backoff {
  private static final Duration FIRST = Duration.ofSeconds(1);
  private static final Duration MOST = Duration.ofMinutes(1);

  private final InterruptibleSleeper pause;
  private Duration next = FIRST;

  /** How long nothing was told of; null before anything was. */
  private @Nullable Duration untold;

  public Backoff(InterruptibleSleeper pause) {
    this.pause = pause;
  }

  /** How long it will wait next. */
  public Duration next() {
    return next;
  }

  /** Whether the failure is worth a line in the log: the first is, and then one a minute. */
  public boolean isWorthTelling() {
    boolean worth = untold == null || untold.compareTo(MOST) >= 0;
    untold = worth ? Duration.ZERO : untold;
    return worth;
  }

  /** Waits; whether to go on. */
  public boolean await() throws InterruptedException {
    Duration now = next;
    untold = untold == null ? null : untold.plus(now);
    next = next.multipliedBy(2).compareTo(MOST) < 0 ? next.multipliedBy(2) : MOST;
    return pause.await(now);
  }
}
