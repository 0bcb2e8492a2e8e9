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

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Sees the whole: data, model, code. More.|Sees the whole",
        "One. Two: three.|One",
        "No full stop|No full stop",
      })
  void theGistLeavesOutWhatAColonAnnounces(String text, String gist) {
    assertThat(Sentences.gist(text)).isEqualTo(gist);
  }
}
