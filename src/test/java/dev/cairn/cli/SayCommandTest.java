package dev.cairn.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

final class SayCommandTest {
  private final CommandLine say = new CommandLine(new SayCommand());

  @Test
  void saysInPlainWordsWhatIsWrongWithATime() {
    assertThatThrownBy(() -> say.parseArgs("--at", "x", "/topic"))
        .isInstanceOf(CommandLine.ParameterException.class)
        .hasMessageContaining("--at")
        .hasMessageContaining("“x” is not an instant like 2026-01-01T09:00:00Z")
        .hasMessageNotContaining("java");
  }

  @Test
  void takesATime() {
    Instant at =
        say.parseArgs("--at", "2026-01-01T09:00:00Z", "/topic").matchedOptionValue("--at", null);
    assertThat(at).isEqualTo(Instant.parse("2026-01-01T09:00:00Z"));
  }
}
