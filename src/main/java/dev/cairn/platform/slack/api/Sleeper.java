package dev.cairn.platform.slack.api;

import java.time.Duration;

/** Waits: really, or in a test at once. */
@FunctionalInterface
public interface Sleeper {
  /** Waits this long, unless the thread is interrupted. */
  void of(Duration duration);

  /** Really waits. */
  Sleeper REAL =
      duration -> {
        try {
          Thread.sleep(duration);
        } catch (InterruptedException stopped) {
          Thread.currentThread().interrupt();
        }
      };
}
