package dev.cairn.platform.discord;

import java.time.Duration;

/** Waits, but no longer than until we are closed. */
@FunctionalInterface
interface InterruptibleSleeper {

  /** Waits that long; whether to go on. */
  boolean await(Duration duration) throws InterruptedException;
}
