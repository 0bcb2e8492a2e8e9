package dev.cairn.feature;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PhraseTest {

  @ParameterizedTest
  @CsvSource({
    "drift, Performance monitoring and drift detection",
    "detection DRIFT, Performance monitoring and drift detection",
    "monitor, Performance monitoring and drift detection",
    "ci/cd, CI/CD pipelines",
    "pipelines, Your first pipeline",
    "full stack, Full-stack and DevOps developer",
    "ml, Azure ML",
    "aws, AWS S3",
    "k-means, Clustering with k-means",
    "sql, 'MySQL, SQL'",
  })
  void isRecognised(String typed, String text) {
    assertThat(Phrase.of(typed).isIn(text)).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "ml, MLOps",
    "drift speed, Performance monitoring and drift detection",
    "rift, Performance monitoring and drift detection",
    "'', anything",
    "'!?', anything",
  })
  void isNotFoundWhereItIsNot(String typed, String text) {
    assertThat(Phrase.of(typed).isIn(text)).isFalse();
  }
}
