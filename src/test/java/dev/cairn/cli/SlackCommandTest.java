package dev.cairn.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.cairn.platform.slack.standin.SlackSchemas;
import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class SlackCommandTest {
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private int run(String... args) {
    return new CommandLine(new SlackCommand())
        .setOut(new PrintWriter(out))
        .setErr(new PrintWriter(err))
        .execute(args);
  }

  private JsonObject manifest() {
    JsonObject manifest = JsonParser.parseString(out.toString()).getAsJsonObject();
    SlackSchemas.assertManifest(manifest);
    return manifest;
  }

  @Test
  void printsTheManifestForSocketMode() {
    assertThat(run("manifest")).isZero();
    assertThat(manifest().getAsJsonObject("settings").get("socket_mode_enabled").getAsBoolean())
        .isTrue();
    assertThat(out.toString()).contains("/study", "topic | done | progress");
  }

  @Test
  void printsTheManifestForHttp() {
    assertThat(run("manifest", "--http", "https://cairn.example.org")).isZero();
    assertThat(manifest().toString()).contains("https://cairn.example.org/slack/events");
  }

  @Test
  void anAddressThatSlackDoesNotTakeIsRefused() {
    assertThat(run("manifest", "--http", "http://cairn.example.org")).isEqualTo(2);
    assertThat(err.toString()).contains("https://");
    assertThat(run()).isEqualTo(2);
  }
}
