package dev.cairn.feature;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SentencesTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "One. Two.|One.",
        "Is it one? Yes.|Is it one?",
        "AI/ML 2.0 is one sentence. This is another.|AI/ML 2.0 is one sentence.",
        "No full stop|No full stop",
        "''|''",
      })
  void takesTheFirstSentence(String text, String first) {
    assertThat(Sentences.first(text)).isEqualTo(first);
  }
}
