package dev.cairn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cairn.platform.discord.standin.DiscordStandIn;
import dev.cairn.platform.discord.standin.UserInteraction.Slash;
import dev.cairn.platform.discord.standin.World;
import dev.cairn.platform.slack.standin.SlackStandIn;
import dev.cairn.testkit.FreePort;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * The platforms' names are not found, as where the resolver is gone. Java reads names from a file
 * only from its start on, so that Cairn runs in a process of its own here; the file is read at each
 * look-up.
 */
@Timeout(300)
final class NameNotFoundTest {
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  /** The type of a callback that says the answer comes later. */
  private static final int LATER = 5;

  @TempDir private Path folder;

  @Test
  void cairnStartsWithoutThemSaysSoOnceAndConnectsWhenTheyAreFound() throws Exception {
    Path names = folder.resolve("names");
    Path log = folder.resolve("log");
    Files.writeString(names, "127.0.0.1 localhost\n");
    try (DiscordStandIn discord = DiscordStandIn.open();
        SlackStandIn slack = new SlackStandIn()) {
      int port = FreePort.find();
      Process cairn =
          start(
              names,
              log,
              Map.of(
                  "CAIRN_HTTP_PORT",
                  Integer.toString(port),
                  "CAIRN_DISCORD_TOKEN",
                  DiscordStandIn.TOKEN,
                  "CAIRN_DISCORD_API_URL",
                  named(discord.apiUrl(), "discord.test"),
                  "CAIRN_SLACK_BOT_TOKEN",
                  SlackStandIn.BOT_TOKEN,
                  "CAIRN_SLACK_APP_TOKEN",
                  SlackStandIn.APP_TOKEN,
                  "CAIRN_SLACK_API_URL",
                  named(slack.apiUrl(), "slack.test")));
      try {
        awaitHealth(cairn, log, port, "discord: connecting", "slack: connecting");
        // Each was tried for as long as a start waits, so more than once.
        List<String> said = Files.readAllLines(log);
        assertThat(said).filteredOn(line -> line.contains("cannot reach Discord")).hasSize(1);
        assertThat(said)
            .filteredOn(line -> line.contains("cannot reach Slack"))
            .singleElement()
            .asString()
            .contains("UnknownHostException: slack.test");
        assertThat(said).noneMatch(line -> line.startsWith("\tat "));

        Files.writeString(names, "127.0.0.1 localhost slack.test\n");
        awaitHealth(cairn, log, port, "discord: connecting", "slack: connected");

        Files.writeString(names, "127.0.0.1 localhost slack.test discord.test\n");
        awaitHealth(cairn, log, port, "discord: connected", "slack: connected");
        discord.await("PUT", "/applications/4242/commands");
        String token =
            discord.interact(
                new Slash(new World.User("301", "Asha", List.of()), "topic", Map.of()));
        JsonNode answer = discord.awaitCallback(token);
        // A process that is this young may take longer than Discord waits.
        answer = answer.path("type").asInt() == LATER ? discord.awaitEdit(token) : answer;
        assertThat(answer.toString()).contains("Day 1");
      } finally {
        cairn.destroy();
        if (!cairn.waitFor(20, TimeUnit.SECONDS)) {
          cairn.destroyForcibly().waitFor();
        }
      }
    }
  }

  private Process start(Path names, Path log, Map<String, String> environment) throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "--enable-native-access=ALL-UNNAMED",
                "-Djdk.net.hosts.file=" + names,
                "-Dsun.net.inetaddr.negative.ttl=0",
                "-classpath",
                classPath(),
                Main.class.getName(),
                "run")
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile());
    builder.environment().putAll(environment);
    return builder.start();
  }

  /** As it is shipped: without what tests have logged in their way. */
  private static String classPath() {
    String own = System.getProperty("java.class.path");
    return Stream.of(System.getProperty("surefire.test.class.path", own).split(File.pathSeparator))
        .map(entry -> Path.of(entry).toAbsolutePath())
        .filter(entry -> !entry.endsWith("test-classes"))
        .map(Path::toString)
        .collect(Collectors.joining(File.pathSeparator));
  }

  private static String named(URI address, String name) {
    return address.toString().replace(address.getHost(), name);
  }

  private static void awaitHealth(Process cairn, Path log, int port, String... lines)
      throws IOException {
    await()
        .atMost(PATIENCE)
        .failFast(() -> {
          if (!cairn.isAlive()) {
            throw new AssertionError("it ended: " + Files.readString(log));
          }
        })
        .untilAsserted(() -> assertThat(health(port)).startsWith("200 ").contains(lines));
  }

  private static String health(int port) {
    try (HttpClient client = HttpClient.newHttpClient()) {
      HttpResponse<String> answer =
          client.send(
              HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/health"))
                  .timeout(Duration.ofSeconds(10))
                  .build(),
              HttpResponse.BodyHandlers.ofString());
      return answer.statusCode() + " " + answer.body();
    } catch (IOException notYet) {
      return notYet.toString();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return stopped.toString();
    }
  }
}
