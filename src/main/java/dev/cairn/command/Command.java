package dev.cairn.command;

import dev.cairn.chat.CommandSpec;
import dev.cairn.chat.Invocation;
import dev.cairn.chat.reply.Refusal;
import dev.cairn.chat.reply.Reply;

/** A spec with the handler that answers it. */
public record Command(CommandSpec spec, Handler handler) {

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
}
