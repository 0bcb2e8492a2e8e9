package dev.cairn.platform.local;

import dev.cairn.chat.Audience;
import dev.cairn.chat.CommandName;
import dev.cairn.chat.Invocation;
import dev.cairn.chat.reply.Control;
import dev.cairn.chat.reply.Form;
import dev.cairn.chat.reply.PlainText;
import dev.cairn.chat.reply.Problem;
import dev.cairn.chat.reply.Reply;
import dev.cairn.chat.reply.RichText;
import dev.cairn.command.Answer;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The result of one interaction.
 *
 * @param occasion the interaction
 * @param community the name of the community
 * @param answer what was answered
 */
public record Turn(Occasion occasion, String community, Answer answer) {

  /** The answer; of a form, what it asks for. */
  public Reply reply() {
    return answer instanceof Answer.Asked(Form form, var spec)
        ? Reply.Notice.ok(RichText.of("Asks for: " + String.join(", ", form.asked()) + "."))
        : answer.reply();
  }

  /** Who sees it. */
  public Audience audience() {
    return answer.audience();
  }

  /** The command that was given, or null where none could be read. */
  public @Nullable CommandName command() {
    Invocation given = answer.given();
    return given == null ? null : given.spec().name();
  }

  /** Why it was not done, or null where it was. */
  public @Nullable Problem problem() {
    return reply() instanceof Reply.Notice notice ? notice.problem() : null;
  }

  /** A short title: the answer's own, or the command where the answer has none. */
  public String title() {
    if (answer instanceof Answer.Asked(Form form, var spec)) {
      return form.title();
    }
    CommandName command = command();
    return switch (answer.reply()) {
      case Reply.Card card -> card.title();
      case Reply.Notice _ -> command == null ? "Cairn" : "/" + command;
    };
  }

  /** The answer in plain text. */
  public String text() {
    return answer instanceof Answer.Asked(Form form, var spec)
        ? form.title() + "\n\n" + PlainText.of(reply())
        : PlainText.of(reply());
  }

  /** What stands below the answer; of a form, the button that sends it. */
  List<Control> controls() {
    return switch (answer) {
      case Answer.Asked(Form form, var _) ->
          List.of(new Control.FormButton(form.submitLabel(), form));
      default -> ReplyControl.below(answer.reply());
    };
  }

  /** What can be pressed or picked on the answer; of a form, to send it. */
  public List<ReplyControl> offers() {
    return ReplyControl.of(controls());
  }
}
