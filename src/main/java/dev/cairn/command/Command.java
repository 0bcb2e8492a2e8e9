package dev.cairn.command;

import dev.cairn.chat.CommandSpec;
import dev.cairn.chat.Invocation;
import dev.cairn.chat.reply.Refusal;
import dev.cairn.chat.reply.Reply;
import java.util.Map;

/**
 * A spec with the handler that answers it.
 *
 * @param present what a form for it shows before anything is filled in
 */
public record Command(CommandSpec spec, Handler handler, Present present) {
  /** A command whose forms show nothing beforehand but what they bring. */
  public Command(CommandSpec spec, Handler handler) {
    this(spec, handler, invocation -> Map.of());
  }

  /** The same command, whose forms show how things are when they are opened. */
  public Command showing(Present shown) {
    return new Command(spec, handler, shown);
  }

  /** Answers a command. */
  @FunctionalInterface
  public interface Handler {
    /**
     * Does what was asked, commits, and says so.
     *
     * @throws Refusal where it cannot be done as asked
     */
    Reply handle(Invocation invocation);
  }

  /** Tells how things are now. */
  @FunctionalInterface
  public interface Present {
    /**
     * The values in force, as they would be typed, by the name of their option.
     *
     * @param invocation the command with what the form brings
     */
    Map<String, String> values(Invocation invocation);
  }
}
