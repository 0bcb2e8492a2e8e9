package dev.cairn.feature.quiz;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.TestConversation;
import dev.cairn.catalog.quiz.QuizQuestion;
import dev.cairn.catalog.quiz.QuizQuestions;
import dev.cairn.database.Database;
import dev.cairn.database.DatabaseUnderTest;
import dev.cairn.database.People;
import dev.cairn.feature.member.Member;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class AnswerFiguresTest {
  private static final List<QuizQuestion> QUESTIONS =
      new QuizQuestions(TestConversation.CATALOG).all();

  @ParameterizedTest
  @EnumSource
  void tellsWhatMostGetWrongAndWhatNobodyPicks(DatabaseUnderTest under) {
    try (Database database = under.open()) {
      Member asha = new People(database).here("asha");
      QuizStore store = new QuizStore(database);
      QuizQuestion hard = QUESTIONS.get(0);
      QuizQuestion easy = QUESTIONS.get(1);
      QuizQuestion rare = QUESTIONS.get(2);
      answer(store, asha, hard, 2, 3);
      answer(store, asha, easy, 15, 0);
      answer(store, asha, rare, 0, 4);
      store.add(asha, new QuizAnswer("gone", "tool:gone", "tool", 1, false, Instant.EPOCH, null));

      String figures = AnswerFigures.of(TestConversation.CATALOG, database);

      assertThat(figures.lines())
          .containsSubsequence(
              "Questions that most get wrong (of those answered 5 times or more)",
              "  60%% of 5 wrong: %s (%s)".formatted(hard.question(), hard.id()),
              "",
              "Options that nobody picks (of questions answered 15 times or more)")
          .hasSize(5);
      assertThat(figures)
          .contains("  0 of 15 picked “")
          .contains("”: %s (%s)".formatted(easy.question(), easy.id()))
          .doesNotContain(rare.id() + ")")
          .doesNotContain("gone");
      assertThat(easy.options().stream().filter(figures::contains)).hasSizeGreaterThanOrEqualTo(3);
    }
  }

  @ParameterizedTest
  @EnumSource
  void tellsThatThereIsNothingToTell(DatabaseUnderTest under) {
    try (Database database = under.open()) {
      assertThat(AnswerFigures.of(TestConversation.CATALOG, database).lines())
          .filteredOn("  none"::equals)
          .hasSize(2);
    }
  }

  private static void answer(
      QuizStore store, Member member, QuizQuestion question, int right, int wrong) {
    int correct = question.options().indexOf(question.correct());
    for (int i = 0; i < right + wrong; i++) {
      int choice = i < right ? correct : (correct + 1) % QuizQuestion.OPTIONS;
      store.add(
          member,
          new QuizAnswer(
              question.id() + i, question.id(), "tool", choice, i < right, Instant.EPOCH, null));
    }
  }
}
