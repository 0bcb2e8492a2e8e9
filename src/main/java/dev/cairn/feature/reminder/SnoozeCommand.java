package dev.cairn.feature.reminder;

import dev.cairn.chat.CommandSpec;
import dev.cairn.chat.reply.Reply;
import dev.cairn.chat.reply.RichText;
import dev.cairn.chat.reply.Span;
import dev.cairn.command.Command;
import dev.cairn.feature.member.Members;
import dev.cairn.feature.member.Request;
import java.time.Instant;

/** {@code /snooze}: a reminder once more. */
public final class SnoozeCommand {
  private final Reminders reminders;
  private final Members members;

  public SnoozeCommand(Reminders reminders, Members members) {
    this.reminders = reminders;
    this.members = members;
  }

  /** The command. */
  public Command command() {
    return members.command(
        CommandSpec.personal("snooze", "Be reminded of today once more in an hour"), this::snooze);
  }

  private Reply snooze(Request request) {
    Instant until = reminders.snooze(request.member(), request.at());
    return Reply.Notice.ok(
        RichText.of("You hear from me again ")
            .moment(until, Span.Moment.Style.RELATIVE)
            .plain(", unless you check in before."));
  }
}
