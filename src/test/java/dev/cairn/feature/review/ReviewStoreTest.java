package dev.cairn.feature.review;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.database.Database;
import dev.cairn.database.DatabaseUnderTest;
import dev.cairn.database.People;
import dev.cairn.domain.recall.Memory;
import dev.cairn.domain.recall.Rating;
import dev.cairn.domain.recall.ReviewPlan;
import dev.cairn.feature.member.Member;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the store of reviews promises. */
final class ReviewStoreTest {
  private static final Instant AT = Instant.parse("2026-03-02T09:00:00.123456Z");
  private static final LocalDate DAY = LocalDate.parse("2026-03-02");

  private static Recall recall(String card, int number, String interaction) {
    return new Recall(
        card,
        number,
        Rating.GOOD,
        AT.plusSeconds(number),
        DAY.plusDays(number - 1L),
        number > 1,
        interaction);
  }

  private static Remembered after(int reviews) {
    Instant at = AT.plusSeconds(reviews);
    return new Remembered(
        new Memory(
            Memory.Phase.REVIEW, 0, 2.3065 * reviews, 1.0 / 3, at.plus(Duration.ofDays(2)), at),
        reviews);
  }

  @ParameterizedTest
  @EnumSource
  void anAnswerAndWhatIsRememberedAreKeptToTheLastDigit(DatabaseUnderTest under) {
    try (Database database = under.open()) {
      People people = new People(database);
      ReviewStore store = new ReviewStore(database);
      Member asha = people.here("asha");
      assertThat(store.kept(asha, DAY).remembered()).isEmpty();
      assertThat(store.remembered(asha, "a.one")).isEmpty();
      store.add(asha, recall("a.one", 1, "press-1"), after(1));
      store.add(asha, recall("a.one", 2, "press-2"), after(2));
      store.add(asha, recall("a.two", 1, "press-3"), after(1));
      store.add(people.here("ben"), recall("a.one", 1, "press-4"), after(1));
      store.add(people.elsewhere("asha"), recall("a.one", 1, "press-1"), after(1));
      assertThat(store.kept(asha, DAY).remembered())
          .isEqualTo(Map.of("a.one", after(2), "a.two", after(1)));
      assertThat(store.kept(asha, DAY).today())
          .containsExactly(
              new ReviewStore.Given("a.one", 1, AT.plusSeconds(1)),
              new ReviewStore.Given("a.two", 1, AT.plusSeconds(1)));
      assertThat(store.kept(asha, DAY.plusDays(1)).today())
          .containsExactly(new ReviewStore.Given("a.one", 2, AT.plusSeconds(2)));
      assertThat(store.kept(asha, DAY.plusDays(2)).today()).isEmpty();
      assertThat(store.remembered(asha, "a.one")).contains(after(2));
      assertThat(store.to(asha, "a.one"))
          .containsExactly(recall("a.one", 1, "press-1"), recall("a.one", 2, "press-2"));
      assertThat(store.all(asha))
          .containsExactly(
              recall("a.one", 1, "press-1"),
              recall("a.one", 2, "press-2"),
              recall("a.two", 1, "press-3"));
      assertThat(store.on(asha, DAY))
          .containsExactly(recall("a.one", 1, "press-1"), recall("a.two", 1, "press-3"));
      assertThat(store.find(asha, "press-2")).contains(recall("a.one", 2, "press-2"));
      assertThat(store.find(asha, "press-4")).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource
  void theAnswersToACardCanBeReplaced(DatabaseUnderTest under) {
    try (Database database = under.open()) {
      Member asha = new People(database).here("asha");
      ReviewStore store = new ReviewStore(database);
      store.add(asha, recall("a.one", 1, "press-1"), after(1));
      store.add(asha, recall("a.two", 1, "press-2"), after(1));
      store.replace(
          asha,
          "a.one",
          List.of(recall("a.one", 1, "press-0"), recall("a.one", 2, "press-1")),
          after(2));
      assertThat(store.to(asha, "a.one"))
          .containsExactly(recall("a.one", 1, "press-0"), recall("a.one", 2, "press-1"));
      assertThat(store.kept(asha, DAY).remembered())
          .isEqualTo(Map.of("a.one", after(2), "a.two", after(1)));
    }
  }

  @ParameterizedTest
  @EnumSource
  void limitsHoldFromWhenTheyWereSet(DatabaseUnderTest under) {
    try (Database database = under.open()) {
      Member asha = new People(database).here("asha");
      ReviewStore store = new ReviewStore(database);
      assertThat(store.limits(asha)).isEmpty();
      store.setLimits(asha, new ReviewPlan.Limits(4, 20));
      store.setLimits(asha, new ReviewPlan.Limits(0, 10));
      assertThat(store.limits(asha)).contains(new ReviewPlan.Limits(0, 10));
    }
  }
}
