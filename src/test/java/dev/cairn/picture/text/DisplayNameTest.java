package dev.cairn.picture.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DisplayNameTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Asha Raman        | Asha Raman
          ' Asha\u00A0  Bo' | Asha Bo
          a\\nb\\tc         | a\\nb\\tc
          محمد              | محمد
          e\u0301           | é
          """)
  void isTheNameOnOneLine(String given, String name) {
    assertThat(DisplayName.of(given)).isEqualTo(name);
  }

  @Test
  void hasNoLineBreaksNorOverridesOfDirection() {
    assertThat(DisplayName.of("one\n\u202Eowt\r\n\u0000\u2066three")).isEqualTo("one owt three");
  }

  @Test
  void losesHalvesOfSurrogatePairs() {
    assertThat(DisplayName.of("a\uD83Db\uDE00")).isEqualTo("ab");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "  ", "\u200D", "\u3164", "\u202E\u2066", "\u0301", "\u2800"})
  void saysSoWhenThereIsNothingToSee(String given) {
    assertThat(DisplayName.of(given)).isEqualTo("(no name)");
  }

  @Test
  void keepsWhatJoinsLetters() {
    assertThat(DisplayName.of("👩‍💻 क्‍ष")).isEqualTo("👩‍💻 क्‍ष");
  }

  @Test
  void keepsFewOfMarksHeapedOnALetter() {
    assertThat(DisplayName.of("x" + "\u0336".repeat(500) + "y"))
        .isEqualTo("x" + "\u0336".repeat(7) + "y");
  }

  @Test
  void isShortenedVisibly() {
    assertThat(DisplayName.of("w".repeat(500))).isEqualTo("w".repeat(60) + "…");
  }
}
