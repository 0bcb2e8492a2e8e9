package dev.cairn;

import dev.cairn.chat.CommandName;
import dev.cairn.chat.Platform;
import dev.cairn.chat.reply.Problem;
import dev.cairn.command.CommandObserver;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Counts and times every command: by its name, the platform and how it ended. */
final class CommandMeters implements CommandObserver {
  /** By which histograms tell how long something took: from at once to what members give up on. */
  static final Duration[] BUCKETS = {
    Duration.ofMillis(10),
    Duration.ofMillis(30),
    Duration.ofMillis(100),
    Duration.ofMillis(300),
    Duration.ofSeconds(1),
    Duration.ofSeconds(3),
    Duration.ofSeconds(10)
  };

  private final Meter.MeterProvider<Timer> timers;

  CommandMeters(MeterRegistry meters) {
    timers =
        Timer.builder("cairn.command")
            .description("Commands answered")
            .serviceLevelObjectives(BUCKETS)
            .withRegistry(meters);
  }

  @Override
  public void answered(
      CommandName command, Platform platform, @Nullable Problem problem, Duration took) {
    timers
        .withTags(
            "command", command.toString(),
            "platform", platform.key(),
            "outcome", problem == null ? "ok" : problem.name().toLowerCase(Locale.ROOT))
        .record(took);
  }
}
