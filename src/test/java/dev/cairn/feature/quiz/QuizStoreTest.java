package dev.cairn.feature.quiz;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.database.Database;
import dev.cairn.database.DatabaseUnderTest;
import dev.cairn.database.People;
import dev.cairn.feature.member.Member;
import dev.cairn.feature.quiz.QuizStore.Asked;
import dev.cairn.feature.quiz.QuizStore.RoundAnswer;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the store of questions and answers promises, on both databases. */
final class QuizStoreTest {
  private static final Instant AT = Instant.parse("2026-03-02T09:00:00.123456Z");
  private static final QuizRound ROUND = new QuizRound(7, "tool:a", "o1", AT, AT.plusSeconds(60));

  private static QuizAnswer answer(String id, String kind, boolean right, @Nullable Long round) {
    return new QuizAnswer(id, kind + ":a", kind, right ? 1 : 2, right, AT, round);
  }

  @ParameterizedTest
  @EnumSource
  void remembersWhatAMemberWasAskedLast(DatabaseUnderTest under) {
    try (Database database = under.open()) {
      People people = new People(database);
      QuizStore store = new QuizStore(database);
      Member asha = people.here("asha");
      assertThat(store.asked(asha)).isEmpty();
      store.save(asha, new Asked(1, "tool:a", "i1"));
      store.save(asha, new Asked(2, "tool:b", "i2"));
      assertThat(store.asked(asha)).contains(new Asked(2, "tool:b", "i2"));
      assertThat(store.asked(people.here("ben"))).isEmpty();
      assertThat(store.asked(people.elsewhere("asha"))).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource
  void anAnswerCountsOnceAndInARoundOnlyTheFirst(DatabaseUnderTest under) {
    try (Database database = under.open()) {
      People people = new People(database);
      QuizStore store = new QuizStore(database);
      Member asha = people.here("asha");
      QuizAnswer alone = answer("i1", "tool", true, null);
      assertThat(store.add(asha, alone)).isTrue();
      assertThat(store.add(asha, alone)).as("delivered twice").isFalse();
      assertThat(store.add(asha, answer("i2", "tool", false, null))).isTrue();
      QuizAnswer first = answer("i3", "role", false, ROUND.id());
      assertThat(store.add(asha, first)).isTrue();
      assertThat(store.add(asha, answer("i4", "role", true, ROUND.id()))).isFalse();
      assertThat(store.answer(asha, "i1")).contains(alone);
      assertThat(store.answer(asha, "i4")).isEmpty();
      assertThat(store.answer(asha, ROUND)).contains(first);
      assertThat(store.score(asha))
          .containsExactly(new QuizScore("role", 1, 0), new QuizScore("tool", 2, 1));
      assertThat(store.score(people.elsewhere("asha"))).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource
  void aRoundIsFoundWithItsAnswersInTheirOrder(DatabaseUnderTest under) {
    try (Database database = under.open()) {
      People people = new People(database);
      QuizStore store = new QuizStore(database);
      Member asha = people.here("asha");
      Member ben = people.here("ben");
      assertThat(store.newestRound(asha.community())).isEmpty();
      store.add(asha, ROUND);
      QuizRound later = new QuizRound(9, "tool:b", "o2", AT.plusSeconds(90), AT.plusSeconds(150));
      store.add(ben, later);
      assertThat(store.newestRound(asha.community())).contains(later);
      assertThat(store.round(asha.community().id(), 7)).contains(ROUND);
      assertThat(store.round(asha.community(), "o1")).contains(ROUND);
      assertThat(store.rounds(asha.community())).isEqualTo(2);
      assertThat(store.newestRound(people.elsewhere())).isEmpty();
      store.add(ben, new QuizAnswer("i1", "tool:a", "tool", 0, false, AT.plusSeconds(2), 7L));
      store.add(asha, new QuizAnswer("i2", "tool:a", "tool", 1, true, AT.plusSeconds(1), 7L));
      store.add(asha, new QuizAnswer("i3", "tool:a", "tool", 1, true, AT.plusSeconds(1), null));
      assertThat(store.answers(asha.community().id(), ROUND))
          .containsExactly(
              new RoundAnswer(asha.id(), 1, true), new RoundAnswer(ben.id(), 0, false));
    }
  }

  @ParameterizedTest
  @EnumSource
  void flagsAreCountedByMemberUntilTheyAreSettled(DatabaseUnderTest under) {
    try (Database database = under.open()) {
      People people = new People(database);
      QuizStore store = new QuizStore(database);
      Member asha = people.here("asha");
      store.flag(asha, "tool:a", AT.plusSeconds(5));
      store.flag(asha, "tool:b", AT);
      store.flag(asha, "tool:b", AT.plusSeconds(9));
      store.flag(people.here("ben"), "tool:b", AT.plusSeconds(3));
      assertThat(store.flagged(asha.community()))
          .containsExactly(
              new FlaggedQuestion("tool:b", 2, AT),
              new FlaggedQuestion("tool:a", 1, AT.plusSeconds(5)));
      assertThat(store.flagged(people.elsewhere())).isEmpty();
      assertThat(store.removeFlags(asha.community(), "tool:b")).isTrue();
      assertThat(store.removeFlags(asha.community(), "tool:b")).isFalse();
      assertThat(store.flagged(asha.community())).hasSize(1);
    }
  }

  @ParameterizedTest
  @EnumSource
  void aLearnerHasTheAnswersOfBothAndARoundCountsNobodyTwice(DatabaseUnderTest under) {
    try (Database database = under.open()) {
      People people = new People(database);
      QuizStore store = new QuizStore(database);
      Member asha = people.here("asha");
      Member ben = people.here("ben");
      store.add(asha, ROUND);
      store.add(asha, answer("i1", "tool", true, ROUND.id()));
      store.add(ben, answer("i2", "tool", false, ROUND.id()));
      store.copy(ben, asha);
      store.copy(ben, asha);
      assertThat(store.score(asha)).isEqualTo(List.of(new QuizScore("tool", 2, 1)));
      assertThat(store.answers(asha.community().id(), ROUND)).hasSize(2);
    }
  }
}
