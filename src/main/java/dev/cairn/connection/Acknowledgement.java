package dev.cairn.connection;

import dev.cairn.chat.Platform;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;

/**
 * How long a platform waits until it has a first answer to an interaction: three seconds at most.
 */
public final class Acknowledgement {
  private static final Duration[] BUCKETS = {
    Duration.ofMillis(30),
    Duration.ofMillis(100),
    Duration.ofMillis(300),
    Duration.ofSeconds(1),
    Duration.ofSeconds(2),
    Duration.ofSeconds(3)
  };

  private Acknowledgement() {}

  /** Measures it. */
  public static Timer timer(MeterRegistry meters, Platform platform) {
    return Timer.builder("cairn.acknowledgement")
        .description("From an interaction to its first answer")
        .tag("platform", platform.key())
        .serviceLevelObjectives(BUCKETS)
        .register(meters);
  }
}
