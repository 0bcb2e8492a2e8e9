package dev.cairn.catalog.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.apache.commons.text.similarity.DamerauLevenshteinDistance;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SpellingTest {
  @ParameterizedTest
  @CsvSource({
    "drift, drift, 0",
    "dirft, drift, 1",
    "drif, drift, 1",
    "driift, drift, 1",
    "drypt, drift, 2",
    "kafka, drift, 3",
    "a, '', 1",
  })
  void countsMistakes(String one, String other, int distance) {
    assertThat(Spelling.distance(one, other, 2)).isEqualTo(distance);
    assertThat(Spelling.distance(other, one, 2)).isEqualTo(distance);
  }

  /** Letters move at most once, so the two ways to count agree wherever there are few mistakes. */
  @Test
  void isNeverLessThanAnIndependentCountAndTheSameForOneMistake() {
    DamerauLevenshteinDistance reference = new DamerauLevenshteinDistance();
    Random random = new Random(7);
    for (int i = 0; i < 5_000; i++) {
      String one = word(random);
      String other = word(random);
      int expected = reference.apply(one, other);
      int counted = Spelling.distance(one, other, 10);
      assertThat(counted).as("%s %s", one, other).isGreaterThanOrEqualTo(expected);
      if (expected <= 1) {
        assertThat(counted).as("%s %s", one, other).isEqualTo(expected);
      }
      assertThat(Spelling.distance(one, other, 2)).isEqualTo(Math.min(counted, 3));
    }
  }

  private static String word(Random random) {
    StringBuilder word = new StringBuilder();
    for (int letters = random.nextInt(6); letters >= 0; letters--) {
      word.append((char) ('a' + random.nextInt(3)));
    }
    return word.toString();
  }

  @Test
  void longerWordsMayHaveMoreMistakes() {
    assertThat(Spelling.mistakesIn("dag")).isZero();
    assertThat(Spelling.mistakesIn("dags")).isEqualTo(1);
    assertThat(Spelling.mistakesIn("gradient")).isEqualTo(2);
  }
}
