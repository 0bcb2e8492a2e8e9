package dev.cairn.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SettingsLoaderTest {
  @TempDir private Path folder;

  private Settings load(String yaml, Map<String, String> environment) throws IOException {
    Files.createDirectories(folder.resolve("config"));
    Files.writeString(folder.resolve("config/cairn.yaml"), yaml);
    return SettingsLoader.load(folder, environment);
  }

  @Test
  void hasDefaultsForEverything() {
    Settings settings = SettingsLoader.load(folder, Map.of("PATH", "/bin"));
    assertThat(settings.database().url()).isEqualTo("jdbc:h2:file:./data/cairn");
    assertThat(settings.discord()).isEmpty();
    assertThat(settings.slack()).isEmpty();
    assertThat(settings.http()).isEqualTo(new HttpSettings("127.0.0.1", 8080, Duration.ZERO));
    assertThat(settings.seeds()).isEmpty();
    assertThat(settings.backup()).isEmpty();
    assertThat(settings.reviewsSharedBy()).isEmpty();
  }

  @Test
  void communitiesThatShareTheirReviewsAreAList() {
    Settings settings =
        SettingsLoader.load(
            folder, Map.of("CAIRN_REVIEWS_SHARED_BY", "discord/1, slack/T2 ,,local/lab"));
    assertThat(settings.reviewsSharedBy()).containsExactly("discord/1", "slack/T2", "local/lab");
  }

  @Test
  void backupsAreMadeWhereAFolderIsSet() {
    Settings settings =
        SettingsLoader.load(
            folder, Map.of("CAIRN_BACKUP_FOLDER", "kept", "CAIRN_BACKUP_KEEP", "7"));
    assertThat(settings.backup())
        .contains(new BackupSettings(Path.of("kept"), Duration.ofHours(24), 7));
  }

  @Test
  void theEnvironmentOverridesTheFileOverridesTheDefault() throws IOException {
    Settings settings =
        load(
            "http:\n  port: 9000\n  host: 0.0.0.0\n",
            Map.of(
                "CAIRN_HTTP_PORT", "9001",
                "CAIRN_HTTP_DRAIN_SECONDS", "5",
                "CAIRN_DISCORD_TOKEN", "t"));
    assertThat(settings.http()).isEqualTo(new HttpSettings("0.0.0.0", 9001, Duration.ofSeconds(5)));
    assertThat(settings.discord()).contains(new DiscordSettings("t", null, 0));
  }

  @Test
  void aBaseAddressEndsInASlash() {
    Settings settings =
        SettingsLoader.load(
            folder,
            Map.of(
                "CAIRN_DISCORD_TOKEN", "t",
                "CAIRN_DISCORD_API_URL", "http://127.0.0.1:4300/api/v10"));
    assertThat(settings.discord().orElseThrow().apiUrl())
        .isEqualTo(URI.create("http://127.0.0.1:4300/api/v10/"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "CAIRN_DATBASE_URL|x|unknown setting CAIRN_DATBASE_URL in the environment; did you mean"
            + " CAIRN_DATABASE_URL?",
        "CAIRN_DATABASE_URL|jdbc:mysql://x|setting database.url (CAIRN_DATABASE_URL) must begin"
            + " with jdbc:h2: or jdbc:postgresql:",
        "CAIRN_HTTP_PORT|eighty|setting http.port (CAIRN_HTTP_PORT) must be a port number from 0 to"
            + " 65535",
        "CAIRN_BACKUP_KEEP|none|setting backup.keep (CAIRN_BACKUP_KEEP) must be a whole number from"
            + " 1 to 9999",
        "CAIRN_HTTP_PORT|70000|setting http.port (CAIRN_HTTP_PORT) must be a port number from 0 to"
            + " 65535",
        "CAIRN_SLACK_BOT_TOKEN|xoxb-1|setting slack.app-token (CAIRN_SLACK_APP_TOKEN) is missing:"
            + " Socket Mode needs slack.bot-token and slack.app-token",
        "CAIRN_SLACK_SIGNING_SECRET|s|setting slack.bot-token (CAIRN_SLACK_BOT_TOKEN) is missing:"
            + " over HTTP, set it for one workspace, or slack.client-id and slack.client-secret for"
            + " many",
        "CAIRN_SLACK_TOKEN|x|unknown setting CAIRN_SLACK_TOKEN in the environment; did you mean"
            + " CAIRN_SLACK_TOKEN_KEY?",
      })
  void namesTheKeyThatIsWrong(String variable, String value, String message) {
    assertThatThrownBy(() -> SettingsLoader.load(folder, Map.of(variable, value)))
        .isInstanceOf(SettingsException.class)
        .hasMessage(message);
  }

  @Test
  void namesAnUnknownKeyOfTheFile() {
    assertThatThrownBy(() -> load("databse:\n  url: x\n", Map.of()))
        .isInstanceOf(SettingsException.class)
        .hasMessageContaining("unknown setting databse.url in")
        .hasMessageContaining("did you mean database.url?");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          http: [1, 2                | line 2: expected
          http:\\n\\tport: 9000       | line 2: found character
          http: {}\\nseeds: a\\nhttp: {} | line 3: found duplicate key http
          [http, seeds]              | it has no keys; write one a line, like seeds: my-content
          http                       | it has no keys; write one a line, like seeds: my-content
          """)
  void namesTheLineOfAFileThatCannotBeRead(String yaml, String message) {
    String lines = yaml.replace("\\n", "\n").replace("\\t", "\t") + "\n";
    assertThatThrownBy(() -> load(lines, Map.of()))
        .isInstanceOf(SettingsException.class)
        .hasMessageContaining("cairn.yaml: " + message)
        .hasMessageNotContaining("\n");
  }

  @Test
  void aFolderIsNoFile() throws IOException {
    Files.createDirectories(folder.resolve("config/cairn.yaml"));
    assertThatThrownBy(() -> SettingsLoader.load(folder, Map.of()))
        .isInstanceOf(SettingsException.class)
        .hasMessageEndingWith("cairn.yaml: it is a folder");
  }

  @Test
  void reviewsAreSharedByCommunitiesAlone() {
    assertThatThrownBy(
            () -> SettingsLoader.load(folder, Map.of("CAIRN_REVIEWS_SHARED_BY", "slack/T1,nope")))
        .isInstanceOf(SettingsException.class)
        .hasMessageEndingWith(
            "reviews.shared-by (CAIRN_REVIEWS_SHARED_BY) names no community by \"nope\"; write"
                + " discord/ID, slack/ID or local/NAME");
  }

  @Test
  void aFileMayBeEmpty() throws IOException {
    assertThat(load("# nothing yet\n", Map.of()).seeds()).isEmpty();
  }

  @Test
  void neverShowsSecrets() {
    Settings settings =
        SettingsLoader.load(
            folder,
            Map.of(
                "CAIRN_DATABASE_PASSWORD", "hush-1",
                "CAIRN_DISCORD_TOKEN", "hush-2",
                "CAIRN_SLACK_BOT_TOKEN", "hush-3",
                "CAIRN_SLACK_APP_TOKEN", "hush-4"));
    assertThat(settings.toString()).doesNotContain("hush");
  }
}
