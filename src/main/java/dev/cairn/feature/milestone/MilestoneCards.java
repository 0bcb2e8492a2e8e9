package dev.cairn.feature.milestone;

import dev.cairn.chat.Action;
import dev.cairn.chat.reply.CardBuilder;
import dev.cairn.chat.reply.Control;
import dev.cairn.chat.reply.Effect;
import dev.cairn.chat.reply.Form;
import dev.cairn.chat.reply.Reply;
import dev.cairn.chat.reply.ReplyData;
import dev.cairn.chat.reply.RichText;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What moderators see of a milestone. */
final class MilestoneCards {
  private MilestoneCards() {}

  /** A milestone with what can be done about it. */
  static Reply.Card decision(String title, Milestone milestone) {
    CardBuilder card =
        Reply.Card.titled(title)
            .text(RichText.EMPTY.bold(milestone.whose()).plain(milestone.deed()));
    String ownWords = milestone.ownWords();
    if (ownWords != null) {
      card.paragraph("It will be announced as", ownWords);
    }
    return card.primaryButton("Announce", about("announce", milestone))
        .control(edit(milestone))
        .control(
            new Control.Button(
                "Dismiss", about("dismiss", milestone), Control.Button.Style.DANGER, Effect.REPLY))
        .facts(facts(milestone))
        .build();
  }

  private static Control edit(Milestone milestone) {
    Action plain = about("edit", milestone);
    Action filledIn =
        Optional.ofNullable(milestone.ownWords())
            .map(words -> plain.with("words", words))
            .filter(Action::isShort)
            .orElse(plain);
    return new Control.FormButton(
        "Edit", new Form("The announcement", filledIn, List.of("words"), "Save"));
  }

  private static Action about(String verb, Milestone milestone) {
    return Action.of("milestone " + verb).with("id", milestone.id());
  }

  /** A milestone for machines. */
  static ReplyData facts(Milestone milestone) {
    return ReplyData.NONE
        .with("id", milestone.id())
        .with("kind", milestone.kind().name().toLowerCase(Locale.ROOT))
        .with("whose", milestone.whose())
        .with("threshold", milestone.threshold())
        .with("state", milestone.state().key());
  }
}
