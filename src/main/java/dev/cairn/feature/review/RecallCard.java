package dev.cairn.feature.review;

import dev.cairn.catalog.Catalog;
import dev.cairn.catalog.Stage;
import dev.cairn.chat.Action;
import dev.cairn.chat.reply.CardBuilder;
import dev.cairn.chat.reply.Reply;
import dev.cairn.chat.reply.RichText;
import dev.cairn.domain.recall.Fsrs;
import dev.cairn.domain.recall.Memory;
import dev.cairn.domain.recall.ReviewPlan;
import dev.cairn.feature.Pictures;
import dev.cairn.feature.member.Member;
import dev.cairn.picture.StageBars;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What a member has learned, how much of it is due, and how much they remember. */
final class RecallCard {
  private static final int PERCENT = 100;

  private RecallCard() {}

  static Reply of(Catalog catalog, Member member, Reviews.Standing standing, Pictures pictures) {
    List<ReviewPlan.Card> cards = standing.today().cards();
    Instant now = standing.today().now();
    List<ReviewPlan.Card> seen = cards.stream().filter(card -> card.memory().isSeen()).toList();
    long learned =
        seen.stream().filter(card -> card.memory().phase() == Memory.Phase.REVIEW).count();
    double remembered = expected(seen, now) / Math.max(1, seen.size());
    CardBuilder reply =
        Reply.Card.titled("What you have learned")
            .text(
                seen.isEmpty()
                    ? RichText.of("You have not answered a card yet.")
                    : RichText.EMPTY
                        .bold("%d of %d cards".formatted(learned, cards.size()))
                        .plain(" are learned: they come back after days or weeks."))
            .field("Due now", Integer.toString(standing.due()))
            .field("Answers so far", Integer.toString(seen.size()));
    if (!seen.isEmpty()) {
      reply
          .field("Remembered (estimate)", Math.round(remembered * PERCENT) + "%")
          .picture(pictures.of(bars(catalog, member, seen, now)));
    }
    if (standing.due() > 0) {
      reply.primaryButton("Review now", Action.of("review"));
    }
    return reply
        .fact("cards", cards.size())
        .fact("answered", seen.size())
        .fact("learned", learned)
        .fact("due", standing.due())
        .fact("remembered", seen.isEmpty() ? null : remembered)
        .build();
  }

  /** An estimate of how many of these cards the member would recall. */
  private static double expected(List<ReviewPlan.Card> cards, Instant now) {
    return cards.stream().mapToDouble(card -> Fsrs.retrievability(card.memory(), now)).sum();
  }

  private static StageBars bars(
      Catalog catalog, Member member, List<ReviewPlan.Card> seen, Instant now) {
    List<StageBars.Row> rows = new ArrayList<>();
    for (Stage stage : catalog.stages()) {
      List<ReviewPlan.Card> ofStage =
          seen.stream()
              .filter(card -> isIn(stage, catalog.journey().referredTo(card.day()).day()))
              .toList();
      if (!ofStage.isEmpty() && rows.size() < StageBars.MAX_ROWS) {
        rows.add(
            new StageBars.Row(
                stage.name(), (int) Math.round(expected(ofStage, now)), ofStage.size()));
      }
    }
    return new StageBars("Remembered by " + member.name(), "card", rows);
  }

  private static boolean isIn(Stage stage, int day) {
    return day >= stage.firstDay() && day <= stage.lastDay();
  }
}
