package dev.cairn.domain.recall;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which cards a learner is asked on a study day, and in which order: first what was begun today and
 * comes back by a short step, then what is due, then what is new. Cards of one journey day are kept
 * apart where others can be asked between them.
 *
 * @param cards all cards of the days that the learner has studied
 * @param limits how many a study day may bring
 * @param askedToday the ids of the cards that were answered on this study day
 * @param newToday how many of those were answered for the first time in the learner's life
 * @param studyDay the learner's today
 * @param now the instant of asking
 */
public record ReviewPlan(
    List<Card> cards,
    Limits limits,
    Set<String> askedToday,
    int newToday,
    LocalDate studyDay,
    Instant now) {
  public ReviewPlan {
    cards = List.copyOf(cards);
    askedToday = Set.copyOf(askedToday);
  }

  /**
   * A card and what is known of it.
   *
   * @param id the card's, unique in the catalogue
   * @param day the id of the journey day it belongs to
   * @param position where it stands among the cards of its day, from 0
   * @param studied the study day on which its journey day was studied first: the card comes in on
   *     the next
   */
  public record Card(String id, String day, int position, LocalDate studied, Memory memory) {}

  /**
   * How many cards a study day may bring.
   *
   * @param fresh how many that were never answered before
   * @param all how many altogether, each counted once however often it comes back that day
   */
  public record Limits(int fresh, int all) {
    /** What holds until somebody sets it. */
    public static final Limits DEFAULT = new Limits(8, 30);
  }

  /**
   * The card to ask now.
   *
   * @param lastDay the journey day of the card asked before; null where none was
   */
  public Optional<Card> next(@Nullable String lastDay) {
    return Stream.of(comingBack(), due(), fresh())
        .filter(candidates -> !candidates.isEmpty())
        .findFirst()
        .map(candidates -> apart(candidates, lastDay));
  }

  /** How many cards can be answered now, within the limits of the day. */
  public int count() {
    return comingBack().size() + due().size() + fresh().size();
  }

  /** When the next card falls due, where none can be asked now and one will be. */
  public Optional<Instant> nextDue() {
    return cards.stream()
        .filter(card -> card.memory().isSeen() && card.memory().due().isAfter(now))
        .map(card -> card.memory().due())
        .min(Comparator.naturalOrder());
  }

  /** Cards begun today count no more against the limits, so that none is left half learned. */
  private List<Card> comingBack() {
    return seen(card -> askedToday.contains(card.id()));
  }

  private List<Card> due() {
    return limited(seen(card -> !askedToday.contains(card.id())), roomToday());
  }

  private List<Card> seen(Predicate<Card> which) {
    return cards.stream()
        .filter(card -> card.memory().isSeen() && !card.memory().due().isAfter(now))
        .filter(which)
        .sorted(Comparator.comparing((Card card) -> card.memory().due()).thenComparing(Card::id))
        .toList();
  }

  private List<Card> fresh() {
    int room = Math.min(limits.fresh() - newToday, roomToday() - due().size());
    List<Card> waiting =
        cards.stream()
            .filter(card -> !card.memory().isSeen() && card.studied().isBefore(studyDay))
            .sorted(
                Comparator.comparingInt(Card::position)
                    .thenComparing(Card::studied)
                    .thenComparing(Card::id))
            .toList();
    return limited(waiting, room);
  }

  private int roomToday() {
    return limits.all() - askedToday.size();
  }

  private static List<Card> limited(List<Card> cards, int room) {
    return cards.subList(0, Math.clamp(room, 0, cards.size()));
  }

  private static Card apart(List<Card> candidates, @Nullable String lastDay) {
    return candidates.stream()
        .filter(card -> !card.day().equals(lastDay))
        .findFirst()
        .orElseGet(candidates::getFirst);
  }
}
