package dev.cairn.catalog.prose;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProseTest {

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      delimiter = '|',
      value = {
        "One. Two! Three? | 3",
        "A mean of 2.5 rows, e.g. of prices, vs. none. pip installs it. | 2",
        "Ask \"why?\" three times. Then stop. | 2",
        "He wrote \"stop.\" and left. | 1",
        "Files such as data.csv and 1.5 MB of them. | 1",
        "Tools, files etc. are listed. Tools, files etc. They are listed. | 3",
        "It waits … and goes on. | 1",
        "No end | 1",
        "(It is so.) It is. | 2",
      })
  void partsSentences(String text, int sentences) {
    assertThat(Prose.sentences(text)).hasSize(sentences);
  }

  @Test
  void endsASentenceWithItsParagraph() {
    assertThat(Prose.sentences("One\n\nTwo. Three.\n")).containsExactly("One", "Two.", "Three.");
    assertThat(Prose.sentences(" ")).isEmpty();
  }

  @Test
  void countsWordsAsTheyStandBetweenSpaces() {
    assertThat(Prose.words(" 25 % of 3\nis 0.75 ")).isEqualTo(6);
    assertThat(Prose.words("")).isZero();
  }

  @ParameterizedTest
  @CsvSource({
    "data, 2",
    "model, 2",
    "use, 1",
    "table, 2",
    "trained, 1",
    "started, 2",
    "rate, 1",
    "rates, 1",
    "the, 1",
    "idea, 2",
    "42, 1",
    "evaluation, 4"
  })
  void countsSyllablesRoughly(String word, int syllables) {
    assertThat(Prose.syllables(word)).isBetween(syllables - 1, syllables + 1);
  }

  @Test
  void findsShortWordsEasier() {
    Prose.Reading easy = Prose.reading(List.of("The cat sat. The dog ran."));
    Prose.Reading hard =
        Prose.reading(
            List.of(
                "Regularisation systematically penalises complicated configurations, discouraging"
                    + " memorisation of idiosyncratic observations."));

    assertThat(easy.sentenceLength()).isEqualTo(3);
    assertThat(easy.grade()).isLessThan(2);
    assertThat(hard.grade()).isGreaterThan(12);
    assertThat(Prose.reading(List.of())).isEqualTo(new Prose.Reading(0, 0));
  }

  @ParameterizedTest
  @CsvSource({
    "It stands for a mean., stands for",
    "Heed it., Heed",
    "Files in the  house., in the  house",
    "About 5 per cent of them., per cent",
  })
  void findsWordsToAvoid(String text, String words) {
    assertThat(WordsToAvoid.in(text)).extracting(WordsToAvoid.Found::words).containsExactly(words);
    assertThat(WordsToAvoid.in(text)).allMatch(found -> !found.remedy().isBlank());
  }

  @ParameterizedTest
  @CsvSource({
    "An amendment to the recommender.",
    "A percentile.",
    "A blog post.",
    "unheeded",
    "mend_rows(table)"
  })
  void leavesOtherWordsAlone(String text) {
    assertThat(WordsToAvoid.in(text)).isEmpty();
  }
}
