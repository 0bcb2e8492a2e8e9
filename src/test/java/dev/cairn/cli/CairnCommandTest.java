package dev.cairn.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CairnCommandTest {
  private static final String[] ALL = {
    "run", "say", "replay", "catalog", "database", "discord", "slack"
  };

  @ParameterizedTest
  @ValueSource(strings = {"run", "say", "replay", "catalog", "database", "discord", "slack"})
  void readsTheOptionsOfTheCommandThatIsGivenAlone(String command) {
    assertThat(CairnCommand.line(new CairnCommand(), command, "--help").getSubcommands())
        .containsOnlyKeys(command);
  }

  @ParameterizedTest
  @ValueSource(strings = {"--help", "--verbose", "sya"})
  void knowsAllWhereAnythingElseComesFirst(String first) {
    assertThat(CairnCommand.line(new CairnCommand(), first, "say").getSubcommands().keySet())
        .containsExactly(ALL);
  }

  @Test
  void needsNoneToRun() {
    assertThat(CairnCommand.line(new CairnCommand()).getSubcommands()).isEmpty();
  }
}
