package dev.cairn;

import dev.cairn.chat.CommandName;
import dev.cairn.chat.Platform;
import dev.cairn.chat.reply.Problem;
import dev.cairn.command.CommandObserver;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Counts and times every command: by its name, the platform and how it ended. */
final class CommandMeters implements CommandObserver {
  private final MeterRegistry meters;

  CommandMeters(MeterRegistry meters) {
    this.meters = meters;
  }

  @Override
  public void answered(
      CommandName command, Platform platform, @Nullable Problem problem, Duration took) {
    Timer.builder("cairn.command")
        .description("Commands answered")
        .tag("command", command.toString())
        .tag("platform", platform.key())
        .tag("outcome", problem == null ? "ok" : problem.name().toLowerCase(Locale.ROOT))
        .register(meters)
        .record(took);
  }
}
