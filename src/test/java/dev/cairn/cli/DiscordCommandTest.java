package dev.cairn.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

final class DiscordCommandTest {
  private final StringWriter out = new StringWriter();

  @Test
  void printsTheInviteLink() {
    assertThat(run("invite", "--application-id", "4242")).isZero();
    assertThat(out.toString().lines())
        .singleElement()
        .asString()
        .startsWith("https://discord.com/oauth2/authorize?client_id=4242&");
  }

  @Test
  void saysInOneLineWhatIsWrong() {
    assertThat(run("invite", "--application-id", "my-app")).isEqualTo(1);
    assertThat(out.toString().lines())
        .singleElement()
        .asString()
        .contains("application id is a number")
        .contains("my-app");
  }

  private int run(String... arguments) {
    PrintWriter writer = new PrintWriter(out, true);
    CommandLine line =
        new CommandLine(new DiscordCommand())
            .setOut(writer)
            .setErr(writer)
            .setExecutionExceptionHandler((failure, command, parsed) -> {
              command.getErr().println(failure.getMessage());
              return CommandLine.ExitCode.SOFTWARE;
            });
    return line.execute(arguments);
  }
}
