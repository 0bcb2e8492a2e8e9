package dev.cairn.feature.milestone;

import dev.cairn.chat.Action;
import dev.cairn.chat.Effect;
import dev.cairn.chat.OptionType.ChoiceValue;
import dev.cairn.chat.reply.CardBuilder;
import dev.cairn.chat.reply.Control;
import dev.cairn.chat.reply.Form;
import dev.cairn.chat.reply.Reply;
import dev.cairn.chat.reply.ReplyData;
import dev.cairn.chat.reply.RichText;
import dev.cairn.feature.Moments;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What moderators see of a milestone. */
final class MilestoneCards {
  private static final int MOST_OFFERED = 25;

  private MilestoneCards() {}

  /**
   * A milestone with what can be done about it.
   *
   * @param zone the community's clock
   */
  static Reply.Card decision(String title, Milestone milestone, ZoneId zone) {
    CardBuilder card =
        Reply.Card.titled(title)
            .text(RichText.EMPTY.bold(milestone.whose()).plain(milestone.deed()));
    card.paragraph("It will be announced as", words(milestone));
    Instant planned = milestone.plannedAt();
    if (planned != null) {
      card.field("Planned for", Moments.words(planned, zone));
    }
    return card.control(
            new Control.Button(
                planned == null ? "Announce" : "Announce now",
                about("announce", milestone),
                Control.Button.Style.PRIMARY,
                Effect.UPDATE))
        .control(edit(milestone))
        .control(plan(milestone))
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
  static String words(Milestone milestone) {
    String ownWords = milestone.ownWords();
    return ownWords == null ? milestone.whose() + milestone.deed() : ownWords;
  }

  private static Control edit(Milestone milestone) {
    return new Control.FormButton(
        "Edit", new Form("The announcement", about("edit", milestone), List.of("words"), "Save"));
  }

  private static Control plan(Milestone milestone) {
    return new Control.FormButton(
        "Later",
        new Form("When to announce it", about("announce", milestone), List.of("at"), "Plan"));
  }

  /** {@code 12. Asha: 30 posts}. */
  static RichText line(Milestone milestone) {
    return RichText.of(milestone.id() + ". ")
        .bold(milestone.whose())
        .plain(": " + milestone.count());
  }

  /** A list to pick one from, of the first of those that wait. */
  static Control decideAboutOne(List<Milestone> waiting) {
    return new Control.Select(
        "Decide about one",
        Action.of("milestone show"),
        "id",
        waiting.stream()
            .limit(MOST_OFFERED)
            .map(milestone ->
                new ChoiceValue(
                    Long.toString(milestone.id()), milestone.whose() + ": " + milestone.count()))
            .toList(),
        Effect.REPLY);
  }

  /** Announces all that wait for a decision. */
  static Control announceAll(Effect effect) {
    return new Control.Button(
        "Announce all in one post",
        Action.of("milestone announce").with("all", true),
        Control.Button.Style.SECONDARY,
        effect);
  }

  private static Action about(String verb, Milestone milestone) {
    return Action.of("milestone " + verb).with("id", milestone.id());
  }

  /** Milestones for machines. */
  static List<Map<String, @Nullable Object>> facts(List<Milestone> milestones) {
    return milestones.stream().map(milestone -> facts(milestone).values()).toList();
  }

  /** A milestone for machines. */
  static ReplyData facts(Milestone milestone) {
    ReplyData facts =
        ReplyData.NONE
            .with("id", milestone.id())
            .with("kind", milestone.kind().name().toLowerCase(Locale.ROOT))
            .with("whose", milestone.whose())
            .with("threshold", milestone.threshold())
            .with("state", milestone.state().key());
    return milestone.plannedAt() == null ? facts : facts.with("planned", milestone.plannedAt());
  }
}
