package dev.cairn.platform.discord.gateway;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * Bounds how often the gateway is dialled: a few times at once, then once every few seconds.
 * Without it JDA would dial without a pause where Discord takes each connection and drops it again.
 */
public final class GatewayPace {
  /** Connections that may follow each other at once. */
  static final int BURST = 10;

  /** After a burst, one connection in this time: as often as Discord lets an app identify. */
  static final Duration EVERY = Duration.ofSeconds(5);

  private final InstantSource clock;

  /** When all connections made so far will be paid for, one each {@link #EVERY}. */
  private Instant paidUntil = Instant.MIN;

  public GatewayPace(InstantSource clock) {
    this.clock = clock;
  }

  /** Makes one more connection: how long it has to wait, zero where it has not. */
  synchronized Duration take() {
    Instant now = clock.instant();
    paidUntil = (paidUntil.isAfter(now) ? paidUntil : now).plus(EVERY);
    Duration wait = Duration.between(now, paidUntil.minus(EVERY.multipliedBy(BURST)));
    return wait.isPositive() ? wait : Duration.ZERO;
  }
}
