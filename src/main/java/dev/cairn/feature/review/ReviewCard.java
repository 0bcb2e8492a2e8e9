package dev.cairn.feature.review;

import dev.cairn.catalog.Catalog;
import dev.cairn.catalog.Flashcard;
import dev.cairn.catalog.JourneyDay;
import dev.cairn.chat.Action;
import dev.cairn.chat.Effect;
import dev.cairn.chat.reply.CardBuilder;
import dev.cairn.chat.reply.Control;
import dev.cairn.chat.reply.Reply;
import dev.cairn.chat.reply.ReplyData;
import dev.cairn.chat.reply.RichText;
import dev.cairn.chat.reply.Span;
import dev.cairn.domain.recall.Fsrs;
import dev.cairn.domain.recall.Rating;
import dev.cairn.feature.Wording;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A card as it is asked, answered and rated. */
final class ReviewCard {
  private ReviewCard() {}

  /** The question. */
  static Reply question(JourneyDay day, Flashcard card, Reviews.Standing standing) {
    CardBuilder reply = Reply.Card.titled(title(standing));
    ask(reply, day, card, standing);
    return reply.facts(facts(standing, day, card)).build();
  }

  private static void ask(
      CardBuilder reply, JourneyDay day, Flashcard card, Reviews.Standing standing) {
    reply
        .text(RichText.EMPTY.bold(card.question()))
        .field("From", "Day " + day.day())
        .control(
            new Control.Button(
                "Show answer",
                action(card, standing).with(ReviewCommand.REVEAL.name(), true),
                Control.Button.Style.PRIMARY,
                Effect.UPDATE));
  }

  /** The question with its answer, to be rated. */
  static Reply answer(JourneyDay day, Flashcard card, Reviews.Standing standing) {
    CardBuilder reply =
        Reply.Card.titled(title(standing))
            .text(RichText.EMPTY.bold(card.question()))
            .text(card.answer())
            .field("From", "Day " + day.day())
            .text("How well did you recall it?");
    for (Rating rating : Rating.values()) {
      reply.updateButton(
          label(rating), action(card, standing).with(ReviewCommand.RATE.name(), typed(rating)));
    }
    return reply
        .button("The whole day", Action.of("topic").with("day", day.day()).with("part", "explain"))
        .facts(facts(standing, day, card))
        .build();
  }

  /** The result of an answer, and the next question. */
  static Reply answered(Catalog catalog, Reviews.Answered answered) {
    Reviews.Standing standing = answered.standing();
    Optional<Flashcard> next =
        standing.next().map(card -> catalog.flashcard(card.id()).orElseThrow());
    CardBuilder reply = Reply.Card.titled(next.isEmpty() ? "Done for now" : title(standing));
    reply.text(
        answered.counted()
            ? RichText.of("You will see this card again ")
                .moment(answered.memory().due(), Span.Moment.Style.RELATIVE)
                .plain(".")
            : RichText.of("You had already answered that card; the first answer counts."));
    if (answered.studyDayCounted()) {
      reply
          .tone(Reply.Tone.GOOD)
          .text(
              "You have answered %d due cards, so today counts as studied."
                  .formatted(Reviews.ENOUGH_TO_COUNT));
    }
    if (next.isPresent()) {
      reply.divider();
      ask(reply, catalog.journey().referredTo(next.get().day()), next.get(), standing);
    } else {
      addNext(reply, standing);
    }
    return reply
        .fact("card", answered.card().publicId())
        .fact("stability", answered.memory().stability())
        .fact("difficulty", answered.memory().difficulty())
        .fact("due", answered.memory().due())
        .fact("interval", Fsrs.intervalDays(answered.memory()))
        .fact("left", standing.due())
        .build();
  }

  /** There is no card to answer now. */
  static Reply nothing(Reviews.Standing standing) {
    CardBuilder reply = Reply.Card.titled("Nothing to review now");
    if (standing.today().cards().isEmpty()) {
      reply.text(
          RichText.of(
                  "The cards of a day that you study appear here from the next day on. To say that"
                      + " you studied one, press “I studied this” below it, or: ")
              .command("done", "day:1"));
      reply.button("Today's topic", Action.of("topic"));
    } else {
      addNext(reply, standing);
    }
    return reply.facts(facts(standing, null, null)).build();
  }

  private static void addNext(CardBuilder reply, Reviews.Standing standing) {
    standing
        .nextDue()
        .ifPresent(due ->
            reply.text(
                RichText.of("The next card is due ")
                    .moment(due, Span.Moment.Style.RELATIVE)
                    .plain(".")));
    reply.button("What I have learned", Action.of("review").with("show", true));
  }

  private static String title(Reviews.Standing standing) {
    return "Review: " + Wording.count(standing.due(), "card") + " to go";
  }

  private static Action action(Flashcard card, Reviews.Standing standing) {
    return Action.of("review")
        .with(ReviewCommand.CARD.name(), card.publicId())
        .with(ReviewCommand.TIMES.name(), standing.reviews(card.publicId()));
  }

  private static String typed(Rating rating) {
    return rating.name().toLowerCase(Locale.ROOT);
  }

  private static String label(Rating rating) {
    return rating.name().charAt(0) + typed(rating).substring(1);
  }

  private static ReplyData facts(
      Reviews.Standing standing, @Nullable JourneyDay day, @Nullable Flashcard card) {
    return ReplyData.NONE
        .with("due", standing.due())
        .with(
            "card",
            card == null || day == null
                ? null
                : ReplyData.NONE
                    .with("id", card.publicId())
                    .with("day", day.day())
                    .with("question", card.question())
                    .values())
        .with("next", standing.nextDue().orElse(null));
  }
}
