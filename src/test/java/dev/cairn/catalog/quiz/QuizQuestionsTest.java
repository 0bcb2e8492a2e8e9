package dev.cairn.catalog.quiz;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.catalog.Catalog;
import dev.cairn.catalog.seeds.CatalogLoader;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** Every question that can be made from the built-in content. */
final class QuizQuestionsTest {
  private static final Catalog CATALOG = CatalogLoader.builtIn();
  private static final QuizQuestions QUESTIONS = new QuizQuestions(CATALOG);

  @Test
  void everyQuestionHasFourDistinctOptionsAndOneOfThemIsRight() {
    for (QuizQuestion question : QUESTIONS.all()) {
      assertThat(question.options()).as(question.id()).hasSize(4);
      assertThat(
              new HashSet<>(
                  question.options().stream()
                      .map(option -> option.toLowerCase(Locale.ROOT).strip())
                      .toList()))
          .as(question.id())
          .hasSize(4);
      assertThat(question.options()).as(question.id()).containsOnlyOnce(question.correct());
      assertThat(question.question()).as(question.id()).isNotBlank();
      assertThat(question.why()).as(question.id()).isNotBlank();
    }
  }

  @Test
  void aQuestionLeadsToDaysThatExist() {
    for (QuizQuestion question : QUESTIONS.all()) {
      assertThat(question.days()).as(question.id()).allMatch(day -> CATALOG.day(day).isPresent());
    }
  }

  @Test
  void idsAreUniqueAndFound() {
    List<String> ids = QUESTIONS.all().stream().map(QuizQuestion::id).toList();
    assertThat(ids).doesNotHaveDuplicates();
    assertThat(ids).allMatch(id -> QUESTIONS.find(id).isPresent());
    assertThat(QUESTIONS.find("term:no-such")).isEmpty();
  }

  /** A wrong option that the right term is also known by would be right as well. */
  @Test
  void noSynonymOfARightTermIsAWrongOption() {
    CATALOG
        .terms()
        .forEach(term ->
            QUESTIONS
                .find("term:" + term.id())
                .ifPresent(question ->
                    assertThat(question.options())
                        .as(question.id())
                        .filteredOn(option -> !option.equals(term.name()))
                        .noneMatch(option ->
                            term.names().anyMatch(name -> name.equalsIgnoreCase(option)))));
  }

  @Test
  void aToolIsNotOfferedWithTwoTopicsThatItIsStudiedWith() {
    CATALOG
        .tools()
        .forEach(tool ->
            QUESTIONS
                .find("tool:" + tool.id())
                .ifPresent(question ->
                    assertThat(question.options())
                        .as(question.id())
                        .filteredOn(option ->
                            CATALOG.topics().stream()
                                .anyMatch(topic ->
                                    topic.name().equals(option)
                                        && topic.tools().contains(tool.id())))
                        .hasSize(1)));
  }

  @Test
  void theSameSeedPicksTheSameQuestionAndNoneTwiceInARow() {
    List<QuizQuestion> all = QUESTIONS.all();
    String before = "";
    for (long seed = 0; seed < 500; seed++) {
      QuizQuestion picked = QuizQuestions.picked(all, seed, before);
      assertThat(QuizQuestions.picked(all, seed, before)).isEqualTo(picked);
      assertThat(picked.id()).isNotEqualTo(before);
      before = picked.id();
    }
    QuizQuestion only = all.getFirst();
    assertThat(QuizQuestions.picked(List.of(only), 1, only.id())).isEqualTo(only);
  }

  @Test
  void findsQuestionsByWhatTheyAreAbout() {
    assertThat(QUESTIONS.about("mlflow")).extracting(QuizQuestion::id).contains("tool:mlflow");
    assertThat(QUESTIONS.about("MLops Engineer"))
        .extracting(QuizQuestion::id)
        .contains("role:mlops-engineer");
    assertThat(QUESTIONS.about("qqqqqqq")).isEmpty();
  }

  /** The right option must not give itself away by where it stands. */
  @Test
  void theRightOptionStandsInEveryPlace() {
    for (int place = 0; place < QuizQuestion.OPTIONS; place++) {
      int here = place;
      assertThat(
              QUESTIONS.all().stream()
                  .filter(each -> each.options().indexOf(each.correct()) == here)
                  .count())
          .as("place %d", place)
          .isGreaterThan(QUESTIONS.all().size() / 10);
    }
  }
}
