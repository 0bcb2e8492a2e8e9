package dev.cairn.feature.review;

import dev.cairn.catalog.Catalog;
import dev.cairn.catalog.Flashcard;
import dev.cairn.catalog.JourneyDay;
import dev.cairn.chat.CommandSpec;
import dev.cairn.chat.Option;
import dev.cairn.chat.OptionType;
import dev.cairn.chat.reply.Refusal;
import dev.cairn.chat.reply.Reply;
import dev.cairn.chat.reply.ReplyData;
import dev.cairn.chat.reply.RichText;
import dev.cairn.command.Command;
import dev.cairn.domain.recall.Rating;
import dev.cairn.domain.recall.ReviewPlan;
import dev.cairn.feature.Pictures;
import dev.cairn.feature.member.Member;
import dev.cairn.feature.member.Members;
import dev.cairn.feature.member.Request;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;

/** {@code /review}: asks one card after another, and schedules each by how well it was recalled. */
public final class ReviewCommand {
  private static final String SHOW_WORD = "show";
  private static final int LONGEST_ID = 200;
  private static final int MOST_NEW = 100;
  private static final int MOST_ALTOGETHER = 500;

  private static final Option<Boolean> SHOW =
      Option.optional(SHOW_WORD, new OptionType.Flag(), "What you have learned so far");

  static final Option<String> CARD =
      Option.optional(
          "card", new OptionType.Text(LONGEST_ID), "The id of a card; the next card if left out");

  static final Option<String> RATE =
      Option.optional(
          "rate",
          OptionType.Choice.of("again", "hard", "good", "easy"),
          "How well you recalled that card");

  private static final Option<Long> NEW =
      Option.optional("new", new OptionType.Whole(0, MOST_NEW), "The most new cards a day");

  private static final Option<Long> MOST =
      Option.optional(
          "most", new OptionType.Whole(1, MOST_ALTOGETHER), "The most cards a day in all");

  static final Option<Boolean> REVEAL =
      Option.hidden("reveal", new OptionType.Flag(), "Show the answer");

  static final Option<Long> TIMES =
      Option.hidden(
          "times",
          new OptionType.Whole(0, Integer.MAX_VALUE),
          "How often the card had been answered when it was shown");

  private static final CommandSpec SPEC =
      CommandSpec.personal(
              "review",
              "Review the cards of the days you have studied",
              SHOW,
              CARD,
              RATE,
              NEW,
              MOST,
              REVEAL,
              TIMES)
          .withExamples("review", "review show", "review new:4 most:20");

  private final Catalog catalog;
  private final Reviews reviews;
  private final Members members;
  private final Pictures pictures;

  public ReviewCommand(Catalog catalog, Reviews reviews, Members members, Pictures pictures) {
    this.catalog = catalog;
    this.reviews = reviews;
    this.members = members;
    this.pictures = pictures;
  }

  /** The command. */
  public Command command() {
    return members.command(SPEC, this::review);
  }

  private Reply review(Request request) {
    Member member = request.member();
    Optional<Integer> fresh = request.get(NEW).map(Long::intValue);
    Optional<Integer> most = request.get(MOST).map(Long::intValue);
    if (fresh.isPresent() || most.isPresent()) {
      return limits(member, fresh, most);
    }
    Optional<String> card = request.get(CARD);
    // A bare word is read as the command's text option; no card has an id without a dot.
    if (request.isSet(SHOW) || card.filter(SHOW_WORD::equalsIgnoreCase).isPresent()) {
      Reviews.Standing standing = reviews.standing(member, request.at());
      return RecallCard.of(catalog, member, standing, pictures);
    }
    Optional<Rating> rating =
        request.get(RATE).map(rate -> Rating.valueOf(rate.toUpperCase(Locale.ROOT)));
    if (rating.isPresent()) {
      return answer(
          request,
          card.orElseThrow(() ->
              Refusal.badOption(
                  CARD.name(),
                  RichText.of("Say which card you mean, or open the next one: ")
                      .command("review"))),
          rating.get());
    }
    return card.map(id -> asked(id, request))
        .orElseGet(() -> next(reviews.standing(member, request.at())));
  }

  private Reply answer(Request request, String card, Rating rating) {
    Reviews.Answered answered =
        reviews.answer(request.member(), card, rating, seen(request), request.id(), request.at());
    return ReviewCard.answered(catalog, answered);
  }

  /** How often the card had been answered when it was shown; empty if the answer was typed. */
  private static OptionalInt seen(Request request) {
    return request.get(TIMES).stream().mapToInt(Long::intValue).findFirst();
  }

  /**
   * One card, whether it is due or not; the next card if a button is pressed under a card that was
   * answered since.
   */
  private Reply asked(String id, Request request) {
    Member member = request.member();
    Flashcard card = reviews.card(member, id);
    Reviews.Standing standing = reviews.standing(member, request.at());
    OptionalInt seen = seen(request);
    if (seen.isPresent() && seen.getAsInt() != standing.reviews(card.publicId())) {
      return next(standing);
    }
    return request.isSet(REVEAL)
        ? ReviewCard.answer(dayOf(card), card, standing)
        : ReviewCard.question(dayOf(card), card, standing);
  }

  private Reply next(Reviews.Standing standing) {
    return standing
        .next()
        .map(next -> catalog.flashcard(next.id()).orElseThrow())
        .map(card -> ReviewCard.question(dayOf(card), card, standing))
        .orElseGet(() -> ReviewCard.nothing(standing));
  }

  private JourneyDay dayOf(Flashcard card) {
    return catalog.journey().referredTo(card.day());
  }

  private Reply limits(Member member, Optional<Integer> fresh, Optional<Integer> most) {
    ReviewPlan.Limits before = reviews.limits(member);
    ReviewPlan.Limits limits =
        new ReviewPlan.Limits(fresh.orElse(before.fresh()), most.orElse(before.all()));
    reviews.setLimits(member, limits);
    return Reply.Notice.ok(
            RichText.of(
                "Saved: at most %d cards a day, at most %d of them new."
                    .formatted(limits.all(), Math.min(limits.fresh(), limits.all()))))
        .with(ReplyData.NONE.with(NEW.name(), limits.fresh()).with(MOST.name(), limits.all()));
  }
}
