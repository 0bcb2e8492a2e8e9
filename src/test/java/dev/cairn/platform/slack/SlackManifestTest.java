package dev.cairn.platform.slack;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.cairn.platform.slack.standin.SlackSchemas;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SlackManifestTest {
  private static JsonObject manifest(@Nullable URI publicUrl) {
    return JsonParser.parseString(
            SlackManifest.json(
                new SlackFixtureCommands().dialogue().registry().specs(), "study", publicUrl))
        .getAsJsonObject();
  }

  @Test
  void overSocketModeNoAddressIsNeeded() {
    JsonObject manifest = manifest(null);
    SlackSchemas.assertManifest(manifest);
    JsonObject settings = manifest.getAsJsonObject("settings");
    assertThat(settings.get("socket_mode_enabled").getAsBoolean()).isTrue();
    assertThat(manifest.toString())
        .contains("\"/study\"", "topic", "app_mentions:read", "app_home_opened")
        .doesNotContain("http");
  }

  @Test
  void overHttpEveryAddressIsOurs() {
    JsonObject manifest = manifest(URI.create("https://cairn.example.org/"));
    SlackSchemas.assertManifest(manifest);
    JsonObject settings = manifest.getAsJsonObject("settings");
    assertThat(settings.get("socket_mode_enabled").getAsBoolean()).isFalse();
    assertThat(settings.toString()).contains("https://cairn.example.org/slack/events");
    assertThat(manifest.getAsJsonObject("oauth_config").toString())
        .contains("https://cairn.example.org/slack/oauth_redirect");
  }
}
