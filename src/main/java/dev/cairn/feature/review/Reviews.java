package dev.cairn.feature.review;

import dev.cairn.catalog.Catalog;
import dev.cairn.catalog.Flashcard;
import dev.cairn.catalog.JourneyDay;
import dev.cairn.chat.reply.Problem;
import dev.cairn.chat.reply.Refusal;
import dev.cairn.database.Database;
import dev.cairn.domain.recall.Fsrs;
import dev.cairn.domain.recall.Memory;
import dev.cairn.domain.recall.Rating;
import dev.cairn.domain.recall.ReviewPlan;
import dev.cairn.feature.checkin.CheckInDetails;
import dev.cairn.feature.checkin.CheckIns;
import dev.cairn.feature.member.Member;
import dev.cairn.feature.member.Members;
import dev.cairn.feature.study.StudyRecord;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reviews: asks the cards of the days that a member has studied, from the next study day on, and
 * schedules each by how well it was recalled.
 */
public final class Reviews {
  /** How many due cards make a study day count, if the community has enabled that. */
  static final int ENOUGH_TO_COUNT = 10;

  private final Catalog catalog;
  private final ReviewStore store;
  private final StudyRecord studied;
  private final CheckIns checkIns;
  private final Members members;
  private final Database database;

  public Reviews(
      Catalog catalog,
      ReviewStore store,
      StudyRecord studied,
      CheckIns checkIns,
      Members members,
      Database database) {
    this.catalog = catalog;
    this.store = store;
    this.studied = studied;
    this.checkIns = checkIns;
    this.members = members;
    this.database = database;
  }

  /**
   * A member's cards at an instant.
   *
   * @param today the cards to ask on this study day
   * @param remembered the memory of each card that has been answered and is still in the content
   * @param lastDay the journey day of the card that was answered last today; null where none was
   * @param endOfToday when the study day ends
   */
  record Standing(
      ReviewPlan today,
      Map<String, Remembered> remembered,
      @Nullable String lastDay,
      Instant endOfToday) {

    /** How many cards can be answered now. */
    int due() {
      return today.count();
    }

    /** The card to ask now. */
    Optional<ReviewPlan.Card> next() {
      return today.next(lastDay);
    }

    /** How often a card has been answered. */
    int reviews(String card) {
      Remembered known = remembered.get(card);
      return known == null ? 0 : known.reviews();
    }

    /** When the next card becomes due that cannot be answered now. */
    Optional<Instant> nextDue() {
      Stream<Instant> later =
          today.cards().stream()
              .filter(card -> card.memory().due().isAfter(today.now()))
              .map(card -> card.memory().due());
      // Cards beyond today's limit are asked tomorrow.
      long ready =
          today.cards().stream().filter(card -> !card.memory().due().isAfter(today.now())).count();
      return Stream.concat(later, ready > due() ? Stream.of(endOfToday) : Stream.empty())
          .min(Comparator.naturalOrder());
    }
  }

  /**
   * The result of an answer.
   *
   * @param memory the memory of the card after the answer
   * @param counted false if the card had already been answered by then, so that the answer changed
   *     nothing
   * @param studyDayCounted whether the answer made the study day count as checked in
   * @param standing the member's cards after it
   */
  record Answered(
      Flashcard card, Memory memory, boolean counted, boolean studyDayCounted, Standing standing) {}

  /** The member's cards at an instant. */
  Standing standing(Member member, Instant now) {
    return database.reading(() -> read(member, now));
  }

  /** How many cards the member can answer now. */
  public int due(Member member, Instant now) {
    return standing(member, now).due();
  }

  private Standing read(Member member, Instant now) {
    LocalDate today = member.days().today(now);
    ReviewStore.Kept kept = store.kept(member, today);
    List<ReviewStore.Given> answered = kept.today();
    Set<String> askedToday =
        answered.stream().map(ReviewStore.Given::card).collect(Collectors.toSet());
    int newToday = (int) answered.stream().filter(given -> given.number() == 1).count();
    return new Standing(
        new ReviewPlan(cards(member, kept, now), kept.limits(), askedToday, newToday, today, now),
        kept.remembered(),
        answered.isEmpty()
            ? null
            : catalog.flashcard(answered.getLast().card()).map(Flashcard::day).orElse(null),
        member.days().endOfToday(now));
  }

  private List<ReviewPlan.Card> cards(Member member, ReviewStore.Kept kept, Instant now) {
    List<ReviewPlan.Card> cards = new ArrayList<>();
    kept.firstStudied()
        .forEach((id, studyDay) -> {
          List<Flashcard> ofDay =
              catalog.journey().find(id).map(JourneyDay::cards).orElse(List.of());
          for (int i = 0; i < ofDay.size(); i++) {
            String card = ofDay.get(i).publicId();
            Remembered known = kept.remembered().get(card);
            cards.add(
                new ReviewPlan.Card(
                    card,
                    id,
                    i,
                    studyDay,
                    known == null
                        ? Memory.unseen(comesIn(member, studyDay, now))
                        : known.memory()));
          }
        });
    return cards;
  }

  /**
   * When the cards of a day that was studied on a study day become available: when the study day
   * ends.
   */
  private static Instant comesIn(Member member, LocalDate studyDay, Instant now) {
    return studyDay.isBefore(member.days().today(now))
        ? Instant.EPOCH
        : member.days().endOf(studyDay, now);
  }

  /** The member's limits of cards per study day. */
  ReviewPlan.Limits limits(Member member) {
    return database.reading(() -> store.limits(member)).orElse(ReviewPlan.Limits.DEFAULT);
  }

  /** Sets the member's limits of cards per study day. */
  void setLimits(Member member, ReviewPlan.Limits limits) {
    database.transaction(() -> store.setLimits(member, limits));
  }

  /** A card of a day that the member has studied. */
  Flashcard card(Member member, String id) {
    Flashcard card =
        catalog
            .flashcard(id.strip())
            .orElseThrow(() ->
                Refusal.of(Problem.NOT_FOUND, "There is no card “%s”.".formatted(id.strip())));
    if (!studied.firstStudied(member).containsKey(card.day())) {
      throw Refusal.of(
          Problem.CONFLICT,
          "That card belongs to day %d, which you have not studied yet. It becomes due on the day after you study it."
              .formatted(catalog.journey().referredTo(card.day()).day()));
    }
    return card;
  }

  /** What the member remembers of a card; empty where they never answered it. */
  Optional<Remembered> remembered(Member member, Flashcard card) {
    return database.reading(() -> store.remembered(member, card.publicId()));
  }

  /**
   * The member answered a card, due or not.
   *
   * @param seen how often the card had been answered when it was shown; an answer to a card that
   *     was answered since changes nothing. Empty for an answer that was typed.
   * @param interaction the platform's own id; a repeated one changes nothing and is answered as the
   *     first time
   */
  Answered answer(
      Member member,
      String cardId,
      Rating rating,
      OptionalInt seen,
      String interaction,
      Instant now) {
    Instant at = now.truncatedTo(ChronoUnit.MICROS);
    return database.transaction(() -> {
      members.lock(member);
      Optional<Recall> repeated = store.find(member, interaction);
      if (repeated.isPresent()) {
        return repeated(member, repeated.get(), at);
      }
      Flashcard card = card(member, cardId);
      Optional<Remembered> known = store.remembered(member, card.publicId());
      int reviews = known.map(Remembered::reviews).orElse(0);
      if (seen.isPresent() && seen.getAsInt() != reviews) {
        return new Answered(
            card,
            known.map(Remembered::memory).orElseGet(() -> Memory.unseen(at)),
            false,
            false,
            read(member, at));
      }
      return keep(member, card, known, rating, interaction, at);
    });
  }

  private Answered repeated(Member member, Recall recall, Instant at) {
    Memory memory =
        replayed(
            store.to(member, recall.card()).stream()
                .filter(other -> other.number() <= recall.number())
                .toList());
    Flashcard card = catalog.flashcard(recall.card()).orElseThrow();
    return new Answered(card, memory, true, false, read(member, at));
  }

  private Answered keep(
      Member member,
      Flashcard card,
      Optional<Remembered> known,
      Rating rating,
      String interaction,
      Instant at) {
    LocalDate today = member.days().today(at);
    LocalDate studiedOn = studied.firstStudied(member).getOrDefault(card.day(), today);
    boolean due =
        known
            .map(remembered -> !remembered.memory().due().isAfter(at))
            .orElseGet(() -> studiedOn.isBefore(today));
    Memory memory =
        Fsrs.review(known.map(Remembered::memory).orElseGet(() -> Memory.unseen(at)), rating, at);
    int number = known.map(Remembered::reviews).orElse(0) + 1;
    boolean counted = false;
    long before = dueAnswered(member, today);
    store.add(
        member,
        new Recall(card.publicId(), number, rating, at, today, due, interaction),
        new Remembered(memory, number));
    if (member.policy().at(today).reviewCounts()
        && before < ENOUGH_TO_COUNT
        && dueAnswered(member, today) >= ENOUGH_TO_COUNT) {
      counted = checkIn(member, interaction, at);
    }
    return new Answered(card, memory, true, counted, read(member, at));
  }

  /** How many different due cards the member answered on a study day. */
  private long dueAnswered(Member member, LocalDate studyDay) {
    return store.on(member, studyDay).stream()
        .filter(Recall::wasDue)
        .map(Recall::card)
        .distinct()
        .count();
  }

  private boolean checkIn(Member member, String interaction, Instant at) {
    try {
      return checkIns.checkIn(member, interaction, at, CheckInDetails.NONE).entry().counted();
    } catch (Refusal revoked) {
      // A moderator revoked this day; the answer is kept.
      return false;
    }
  }

  /** The memory of a card after these answers, in order. */
  static Memory replayed(List<Recall> recalls) {
    Memory memory = Memory.unseen(Instant.EPOCH);
    for (Recall recall : recalls) {
      memory = Fsrs.review(memory, recall.rating(), recall.at());
    }
    return memory;
  }

  /**
   * Merges the answers of one member into those of another, in the order in which they were given.
   */
  public void share(Member from, Member to) {
    byCard(store.all(from))
        .forEach((card, given) -> {
          Map<String, Recall> together = new LinkedHashMap<>();
          Stream.concat(store.to(to, card).stream(), given.stream())
              .sorted(Comparator.comparing(Recall::at).thenComparingInt(Recall::number))
              .forEach(recall -> together.putIfAbsent(recall.interaction(), recall));
          List<Recall> numbered = new ArrayList<>();
          together.values().forEach(recall -> numbered.add(recall.numbered(numbered.size() + 1)));
          store.replace(to, card, numbered, new Remembered(replayed(numbered), numbered.size()));
        });
  }

  /**
   * Derives anew what a member remembers, from their answers.
   *
   * @return how many cards were not remembered as they are now
   */
  public int recompute(Member member) {
    return database.transaction(() -> {
      members.lock(member);
      int wrong = 0;
      for (Map.Entry<String, List<Recall>> card : byCard(store.all(member)).entrySet()) {
        List<Recall> given = card.getValue();
        Remembered right = new Remembered(replayed(given), given.size());
        if (!store.remembered(member, card.getKey()).equals(Optional.of(right))) {
          store.replace(member, card.getKey(), given, right);
          wrong++;
        }
      }
      return wrong;
    });
  }

  private static Map<String, List<Recall>> byCard(List<Recall> recalls) {
    return recalls.stream()
        .collect(Collectors.groupingBy(Recall::card, LinkedHashMap::new, Collectors.toList()));
  }
}
