package dev.cairn.domain.recall;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.domain.recall.ReviewPlan.Card;
import dev.cairn.domain.recall.ReviewPlan.Limits;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class ReviewPlanTest {
  private static final List<Rating> RATINGS = List.of(Rating.values());
  private static final Instant NOW = Instant.parse("2026-03-10T09:00:00Z");
  private static final LocalDate TODAY = LocalDate.of(2026, 3, 10);
  private static final Limits LIMITS = Limits.DEFAULT;

  @Test
  void aCardComesInOnTheDayAfterItsDayWasStudied() {
    assertThat(plan(List.of(fresh("a.1", 0, TODAY))).next(null)).isEmpty();
    assertThat(plan(List.of(fresh("a.1", 0, TODAY.minusDays(1)))).next(null)).isPresent();
  }

  @Test
  void bringsAtMostSoManyNewCardsADay() {
    List<Card> cards = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      cards.add(fresh("d" + i + ".1", 0, TODAY.minusDays(3)));
    }
    assertThat(plan(cards).count()).isEqualTo(8);
    assertThat(new ReviewPlan(cards, LIMITS, Set.of("d0.1", "d1.1"), 2, TODAY, NOW).count())
        .isEqualTo(6);
  }

  @Test
  void dueCardsComeBeforeNewOnesAndShareTheLimitOfTheDay() {
    List<Card> cards = new ArrayList<>();
    for (int i = 0; i < 28; i++) {
      cards.add(due("old" + i + ".1", NOW.minusSeconds(i)));
    }
    for (int i = 0; i < 5; i++) {
      cards.add(fresh("new" + i + ".1", 0, TODAY.minusDays(3)));
    }
    assertThat(plan(cards).count()).isEqualTo(30);
    assertThat(plan(cards).next(null)).map(Card::id).contains("old27.1");
  }

  @Test
  void whatWasBegunTodayComesBackWhateverTheLimits() {
    Card begun = due("a.1", NOW.minusSeconds(1));
    ReviewPlan plan =
        new ReviewPlan(List.of(begun), new Limits(0, 1), Set.of("a.1"), 1, TODAY, NOW);
    assertThat(plan.next(null)).contains(begun);
  }

  @Test
  void keepsTheCardsOfOneDayApart() {
    List<Card> cards =
        List.of(
            fresh("a.1", 0, TODAY.minusDays(2)),
            fresh("a.2", 1, TODAY.minusDays(2)),
            fresh("b.1", 0, TODAY.minusDays(1)),
            fresh("b.2", 1, TODAY.minusDays(1)));
    assertThat(plan(cards).next("a")).map(Card::id).contains("b.1");
    assertThat(plan(cards).next("b")).map(Card::id).contains("a.1");
    assertThat(plan(cards.subList(0, 2)).next("a")).map(Card::id).contains("a.1");
  }

  @Test
  void tellsWhenTheNextFallsDue() {
    Instant later = NOW.plusSeconds(600);
    ReviewPlan plan = plan(List.of(due("a.1", later), due("b.1", later.plusSeconds(1))));
    assertThat(plan.next(null)).isEmpty();
    assertThat(plan.nextDue()).contains(later);
  }

  /** However a learner answers and however late they come, every card is asked in the end. */
  @Test
  void losesNoCard() {
    long seed = Long.getLong("cairn.seed", System.nanoTime());
    Random random = new Random(seed);
    List<Card> cards = new ArrayList<>();
    for (int day = 0; day < 20; day++) {
      for (int card = 0; card < 3; card++) {
        cards.add(fresh("d" + day + "." + card, card, TODAY.plusDays(day)));
      }
    }
    Set<String> everAsked = new HashSet<>();
    for (int day = 0; day < 60; day++) {
      Instant now = NOW.plus(Duration.ofDays(day));
      LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
      Set<String> askedToday = new HashSet<>();
      int newToday = 0;
      for (int press = random.nextInt(40); press > 0; press--) {
        now = now.plusSeconds(random.nextInt(400));
        Card next =
            new ReviewPlan(cards, LIMITS, askedToday, newToday, today, now).next(null).orElse(null);
        if (next == null) {
          continue;
        }
        newToday += next.memory().isSeen() ? 0 : 1;
        askedToday.add(next.id());
        everAsked.add(next.id());
        Rating rating = RATINGS.get(random.nextInt(RATINGS.size()));
        Memory after = Fsrs.review(next.memory(), rating, now);
        cards.set(
            cards.indexOf(next),
            new Card(next.id(), next.day(), next.position(), next.studied(), after));
        assertThat(newToday).as("seed %d", seed).isLessThanOrEqualTo(8);
        assertThat(askedToday.size()).as("seed %d", seed).isLessThanOrEqualTo(30);
      }
    }
    assertThat(everAsked).as("seed %d", seed).hasSize(cards.size());
  }

  private static ReviewPlan plan(List<Card> cards) {
    return new ReviewPlan(cards, LIMITS, Set.of(), 0, TODAY, NOW);
  }

  private static Card fresh(String id, int position, LocalDate studied) {
    return new Card(id, day(id), position, studied, Memory.unseen(NOW));
  }

  private static Card due(String id, Instant due) {
    Memory memory = new Memory(Memory.Phase.REVIEW, 0, 5, 5, due, due.minus(Duration.ofDays(5)));
    return new Card(id, day(id), 0, TODAY.minusDays(30), memory);
  }

  private static String day(String id) {
    return id.substring(0, id.indexOf('.'));
  }
}
