package dev.cairn.command;

import dev.cairn.chat.Account;
import dev.cairn.chat.Caller;
import dev.cairn.chat.CommandName;
import dev.cairn.chat.Invocation;
import dev.cairn.chat.Value;
import dev.cairn.chat.reply.Reply;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Gives the commonest commands for somebody who does not exist, so that what a process only loads,
 * looks up or compiles when it is first needed is there before a member needs it. Whatever they
 * change is undone.
 */
public final class Rehearsal {
  /** What most members give on most days, in an order in which each has something to tell. */
  private static final List<Input.Options> COMMONEST =
      List.of(
          new Input.Options("topic", Map.of()),
          new Input.Options("topic", Map.of("day", new Value.Whole(1))),
          new Input.Options("done", Map.of()),
          new Input.Options("streak", Map.of()));

  private final CommandRouter router;
  private final LineReader lines;

  Rehearsal(CommandRouter router, LineReader lines) {
    this.router = router;
    this.lines = lines;
  }

  /**
   * The answers that somebody would get who gave each of them at an instant.
   *
   * @param nobody an account that no member has
   * @throws RuntimeException where that cannot be found out
   */
  public List<Reply> answers(Account nobody, Instant at) {
    Caller caller = new Caller(nobody, null, false, Locale.ENGLISH, null);
    List<Invocation> given = new ArrayList<>();
    for (Input.Options input : COMMONEST) {
      CommandName name = CommandName.of(input.command());
      if (router.registry().find(name).isPresent()) {
        LineReader.Line line = lines.read(input, References.NONE);
        given.add(
            new Invocation(
                "rehearsal:" + given.size(),
                line.spec(),
                line.arguments(),
                caller,
                at,
                null,
                Invocation.Origin.TYPED));
      }
    }
    return router.rehearse(given);
  }
}
