package dev.cairn.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
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

  @ParameterizedTest
  @ValueSource(strings = {"--as", "--community"})
  void refusesNamesThatAReplayWouldRefuse(String option) {
    for (String name : List.of("", " ", "x".repeat(101))) {
      StringWriter told = new StringWriter();
      say.setErr(new PrintWriter(told));
      assertThat(say.execute(option, name, "/topic")).isEqualTo(CommandLine.ExitCode.USAGE);
      assertThat(told).asString().contains(option + " takes a name of 1 to 100 characters");
    }
  }
}
