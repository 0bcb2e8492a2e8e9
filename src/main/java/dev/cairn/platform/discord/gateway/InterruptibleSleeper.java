package dev.cairn.platform.discord.gateway;

import java.time.Duration;

/** Waits, but no longer than until we are closed. */
@FunctionalInterface
public interface InterruptibleSleeper {

  /** Waits that long; whether to go on. */
  boolean await(Duration duration) throws InterruptedException;
}
