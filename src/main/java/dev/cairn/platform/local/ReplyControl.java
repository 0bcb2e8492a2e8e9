package dev.cairn.platform.local;

import dev.cairn.chat.Action;
import dev.cairn.chat.Effect;
import dev.cairn.chat.reply.Control;
import dev.cairn.chat.reply.Form;
import dev.cairn.chat.reply.Reply;
import java.util.List;
import java.util.stream.Stream;

/** Something on a reply that can be pressed or picked. */
public sealed interface ReplyControl {

  /** What it says. */
  String label();

  /** What it does, or what the form that it opens will do. */
  Action action();

  /** Gives a command. */
  record Press(String label, Action action, Effect effect) implements ReplyControl {}

  /** Opens a form. */
  record Open(String label, Form form) implements ReplyControl {
    @Override
    public Action action() {
      return form.action();
    }
  }

  /** All there are on a reply, in the order in which they stand. */
  static List<ReplyControl> on(Reply reply) {
    return of(below(reply));
  }

  /** What stands below a reply. */
  static List<Control> below(Reply reply) {
    return switch (reply) {
      case Reply.Card card -> card.controls();
      case Reply.Notice notice -> notice.controls();
    };
  }

  /** All that can be pressed or picked on controls. */
  static List<ReplyControl> of(List<Control> controls) {
    return controls.stream().flatMap(ReplyControl::of).toList();
  }

  private static Stream<ReplyControl> of(Control control) {
    return switch (control) {
      case Control.Button button ->
          Stream.of(new Press(button.label(), button.action(), button.effect()));
      case Control.Select select ->
          select.entries().stream()
              .map(entry ->
                  new Press(
                      entry.label(),
                      select.action().with(select.option(), entry.value()),
                      select.effect()));
      case Control.FormButton button -> Stream.of(new Open(button.label(), button.form()));
      case Control.LinkButton _ -> Stream.empty();
    };
  }
}
