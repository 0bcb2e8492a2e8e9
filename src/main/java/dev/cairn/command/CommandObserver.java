package dev.cairn.command;

import dev.cairn.chat.CommandName;
import dev.cairn.chat.Platform;
import dev.cairn.chat.reply.Problem;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Told of every command answered, to count it. */
@FunctionalInterface
public interface CommandObserver {

  /**
   * A command was answered.
   *
   * @param problem why it was not done, or null where it was
   * @param took from the start of the check to the answer
   */
  void answered(CommandName command, Platform platform, @Nullable Problem problem, Duration took);

  /** Counts nothing. */
  CommandObserver NONE = (command, platform, problem, took) -> {};
}
