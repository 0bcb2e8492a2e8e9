package dev.cairn.feature.milestone;

import dev.cairn.chat.Action;
import dev.cairn.chat.Effect;
import dev.cairn.chat.reply.CardBuilder;
import dev.cairn.chat.reply.Control;
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
    return card.paragraph("It will be announced as", words(milestone))
        .control(
            new Control.Button(
                "Announce",
                about("announce", milestone),
                Control.Button.Style.PRIMARY,
                Effect.UPDATE))
        .control(edit(milestone))
        .control(
            new Control.Button(
                "Dismiss", about("dismiss", milestone), Control.Button.Style.DANGER, Effect.UPDATE))
        .facts(facts(milestone))
        .build();
  }

  /** A milestone of which nothing is left to decide. */
  static CardBuilder closed(Milestone milestone) {
    String title =
        switch (milestone.state()) {
          case WAITING -> "A milestone";
          case ANNOUNCED -> "Announced";
          case DISMISSED -> "Dismissed";
          case WITHDRAWN -> "Not reached any more";
          case LINKED -> "Counted with a linked account";
        };
    return Reply.Card.titled(title)
        .text(RichText.EMPTY.bold(milestone.whose()).plain(milestone.deed()))
        .facts(facts(milestone));
  }

  /** What is said when it is announced: the moderators' words, or ours. */
  private static String words(Milestone milestone) {
    String ownWords = milestone.ownWords();
    return ownWords == null ? milestone.whose() + milestone.deed() : ownWords;
  }

  private static Control edit(Milestone milestone) {
    Action plain = about("edit", milestone);
    Action filledIn =
        Optional.of(plain.with("words", words(milestone))).filter(Action::isShort).orElse(plain);
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
