package dev.cairn.platform.local;

import dev.cairn.chat.Audience;
import dev.cairn.chat.CommandName;
import dev.cairn.chat.Problem;
import dev.cairn.chat.Reply;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What came of one interaction.
 *
 * @param occasion the interaction
 * @param community the name of the community
 * @param command the command that was given, or null where none could be read
 * @param reply the answer
 * @param audience who sees it
 */
public record Turn(
    Occasion occasion,
    String community,
    @Nullable CommandName command,
    Reply reply,
    Audience audience) {

  /** Why it was not done, or null where it was. */
  public @Nullable Problem problem() {
    return reply instanceof Reply.Notice notice ? notice.problem() : null;
  }

  /** A short title: the reply's own, or the command where the reply has none. */
  public String title() {
    return switch (reply) {
      case Reply.Card card -> card.title();
      case Reply.Update(Reply.Card card) -> card.title();
      case Reply.Ask ask -> ask.form().title();
      case Reply.Notice _ -> command == null ? "Cairn" : "/" + command;
    };
  }

  /** What can be pressed or picked on the answer. */
  public List<ReplyControl> offers() {
    return ReplyControl.on(reply);
  }
}
