package dev.cairn.fuzz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The examples from which the fuzzer begins, among them all that it ever found. */
class FuzzExamplesTest {
  @ParameterizedTest
  @EnumSource
  void noneOfThemBreaksAnything(FuzzTarget target) throws IOException {
    assertThat(target.examples()).hasSizeGreaterThan(2);
    for (Path example : target.examples()) {
      byte[] bytes = Files.readAllBytes(example);
      assertThatCode(() -> target.attempt().with(bytes))
          .as(example.toString())
          .doesNotThrowAnyException();
    }
  }
}
