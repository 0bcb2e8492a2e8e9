package dev.cairn.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EntriesTest {
  private static final Role MLOPS = role("mlops-engineer", "MLOps engineer", "ML Ops developer");
  private static final Role DATA = role("data-engineer", "Data engineer");
  private static final Role SCIENCE = role("data-scientist", "Data scientist");
  private static final Entries<Role> ROLES = Entries.of(List.of(MLOPS, DATA, SCIENCE));

  @Test
  void keepsTheOrder() {
    assertThat(ROLES).containsExactly(MLOPS, DATA, SCIENCE);
  }

  @Test
  void refusesAnIdThatIsThereTwice() {
    assertThatThrownBy(() -> Entries.of(List.of(DATA, DATA)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("data-engineer");
  }

  @Test
  void findsById() {
    assertThat(ROLES.find("data-engineer")).contains(DATA);
    assertThat(ROLES.find("Data engineer")).isEmpty();
    assertThat(ROLES.referredTo(List.of("data-scientist", "mlops-engineer")))
        .containsExactly(SCIENCE, MLOPS);
    assertThatThrownBy(() -> ROLES.referredTo("alchemist"))
        .isInstanceOf(NoSuchElementException.class)
        .hasMessageContaining("alchemist");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"mlops-engineer", "MLOps Engineer", " mlops engineer ", "ml ops DEVELOPER"})
  void findsByIdNameOrAliasWhateverTheCase(String text) {
    assertThat(ROLES.named(text)).contains(MLOPS);
  }

  @Test
  void findsNothingByAnyOtherText() {
    assertThat(ROLES.named("mlops")).isEmpty();
    assertThat(ROLES.named("")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"mlops enginer", "mlops", "ML Ops devloper"})
  void guessesTheNearest(String text) {
    assertThat(ROLES.nearest(text)).contains(MLOPS);
  }

  @Test
  void guessesNothingFromNonsense() {
    assertThat(ROLES.nearest("xyzzy")).isEmpty();
  }

  @Test
  void ranksEachEntryOnceWhateverNamesItHas() {
    assertThat(ROLES.ranked("data", 25)).containsExactlyInAnyOrder(DATA, SCIENCE);
    assertThat(ROLES.ranked("data", 1)).hasSize(1);
    assertThat(ROLES.ranked("engineer", 25)).containsOnlyOnce(MLOPS, DATA);
  }

  @Test
  void aRoadmapAnswersToItsBackground() {
    Roadmap roadmap =
        new Roadmap(
            "newcomer",
            "Pathway",
            "Newcomer to all of it",
            List.of("Student"),
            "Six steps.",
            List.of(),
            List.of(),
            List.of());

    assertThat(Entries.of(List.of(roadmap)).named("newcomer to ALL of it")).contains(roadmap);
    assertThat(Entries.of(List.of(roadmap)).named("student")).contains(roadmap);
  }

  private static Role role(String id, String name, String... aliases) {
    return new Role(
        id,
        name,
        List.of(aliases),
        "Works.",
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of());
  }
}
