package dev.cairn.spelling;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class NearestTest {
  private static final List<String> COMMANDS =
      List.of("topic", "done", "streak", "settings", "leaderboard", "group create", "group join");

  @ParameterizedTest
  @CsvSource({
    "tpoic, topic",
    "topci, topic",
    "topik, topic",
    "don, done",
    "doen, done",
    "steak, streak",
    "leaderbord, leaderboard",
    "grup create, group create",
    "board, leaderboard",
    "TOPIC, topic"
  })
  void guessesWhatWasMeant(String typed, String meant) {
    assertThat(to(typed)).contains(meant);
  }

  @ParameterizedTest
  @CsvSource({"weather", "x", "s", "cipot", "''"})
  void doesNotGuessWildly(String typed) {
    assertThat(to(typed)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"drfit, Data drift", "dirft, Data drift", "databse, Vector database"})
  void guessesAtAWordOfAName(String typed, String meant) {
    assertThat(ranked(typed, List.of("Data drift", "Vector database", "Recall at k")))
        .containsExactly(meant);
    assertThat(ranked("dart", List.of("Dark launch", "At last"))).isEmpty();
  }

  @Test
  void completesFromTheFirstLetterOn() {
    List<String> roles = List.of("Data engineer", "MLOps engineer", "Data scientist", "Manager");
    assertThat(ranked("m", roles)).containsExactly("MLOps engineer", "Manager");
    assertThat(ranked("e", roles)).containsExactly("Data engineer", "MLOps engineer");
    assertThat(ranked("s", roles)).containsExactly("Data scientist");
  }

  private static Optional<String> to(String typed) {
    return Nearest.to(typed, COMMANDS, name -> name);
  }

  private static List<String> ranked(String typed, List<String> names) {
    return Nearest.ranked(typed, names, name -> name, 25);
  }
}
