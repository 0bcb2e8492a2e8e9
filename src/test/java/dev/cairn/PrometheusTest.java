package dev.cairn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.cairn.config.BackupSettings;
import dev.cairn.config.DatabaseSettings;
import dev.cairn.config.DiscordSettings;
import dev.cairn.config.HttpSettings;
import dev.cairn.config.Settings;
import dev.cairn.platform.discord.standin.DiscordStandIn;
import dev.cairn.platform.discord.standin.UserInteraction.Slash;
import dev.cairn.platform.discord.standin.World;
import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Our rules and our dashboard, tried by a real Prometheus where one is installed. */
@Timeout(240)
class PrometheusTest {
  private static final Path CONFIG = Path.of("config", "prometheus");
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  /** One rule's expression, on one line or on those that are indented below it. */
  private static final Pattern RULE =
      Pattern.compile("^ {8}expr: (?:>-\\n((?: {10}.*\\n)+)|(.*)\\n)", Pattern.MULTILINE);

  /** What an alert compares with; without it, the expression tells what there is. */
  private static final Pattern LIMIT = Pattern.compile(" (?:==|>) [0-9.]+$");

  @TempDir private Path folder = Path.of("");
  private final HttpClient http = HttpClient.newHttpClient();
  private int port;

  @BeforeEach
  void find() {
    for (String program : List.of("prometheus", "promtool")) {
      assumeTrue(
          Stream.of(System.getenv("PATH").split(File.pathSeparator, -1))
              .anyMatch(path -> Files.isExecutable(Path.of(path, program))),
          program + " is not installed: apt-get install prometheus");
    }
  }

  @Test
  void itTakesOurFiles() throws Exception {
    assertThat(told("promtool", "check", "rules", CONFIG.resolve("alerts.yml").toString()))
        .contains("SUCCESS: " + rules().size() + " rules found");
    assertThat(told("promtool", "check", "config", CONFIG.resolve("prometheus.yml").toString()))
        .contains("valid prometheus config file syntax");
  }

  private static String told(String... command) throws IOException, InterruptedException {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(said).isZero();
    return said;
  }

  private static List<String> rules() throws IOException {
    return RULE.matcher(Files.readString(CONFIG.resolve("alerts.yml")))
        .results()
        .map(PrometheusTest::expression)
        .toList();
  }

  private static String expression(MatchResult rule) {
    String below = rule.group(1);
    return (below == null ? rule.group(2) : below.strip().replaceAll("\\s*\\n\\s*", " ")).strip();
  }

  @Test
  void everyExpressionTellsSomethingOfACairnThatIsUsed() throws Exception {
    List<String> expressions = new ArrayList<>();
    for (String rule : rules()) {
      expressions.add(LIMIT.matcher(rule).replaceFirst(""));
    }
    JsonNode dashboard =
        new ObjectMapper().readTree(Path.of("config/grafana/dashboards/cairn.json").toFile());
    expressions.addAll(dashboard.findValuesAsText("expr"));
    assertThat(expressions).hasSizeGreaterThan(30);
    // Nothing has failed, so there is nothing to tell of it.
    expressions.removeIf(expression -> expression.contains("outcome=\"failed\""));
    try (DiscordStandIn discord = DiscordStandIn.open();
        Service cairn = service(discord)) {
      Process prometheus = prometheus(cairn.port());
      try {
        for (int i = 0; i < 3; i++) {
          use(discord);
          System.gc();
        }
        // A rate is told by two looks with something between them.
        await()
            .atMost(PATIENCE)
            .until(() -> !told("rate(cairn_command_seconds_count[5m])").isEmpty());
        use(discord);
        for (String expression : expressions) {
          await()
              .atMost(PATIENCE)
              .untilAsserted(() -> assertThat(told(expression)).as(expression).isNotEmpty());
        }
        await().atMost(PATIENCE).untilAsserted(this::assertRulesAreWell);
      } finally {
        prometheus.destroyForcibly().waitFor();
      }
    }
  }

  private Service service(DiscordStandIn discord) {
    return new Service(
        new Settings(
            DatabaseSettings.inMemory("prometheus-" + UUID.randomUUID()),
            Optional.of(new DiscordSettings(DiscordStandIn.TOKEN, discord.apiUrl(), 0)),
            Optional.empty(),
            new HttpSettings("127.0.0.1", 0, Duration.ZERO),
            Optional.of(new BackupSettings(folder.resolve("backups"), Duration.ofHours(24), 2)),
            Optional.empty(),
            List.of()),
        () -> TestConversation.CATALOG,
        InstantSource.system());
  }

  private static void use(DiscordStandIn discord) throws InterruptedException {
    for (String command : List.of("done", "streak", "topic")) {
      discord.awaitCallback(discord.interact(new Slash(World.ASHA, command, Map.of())));
    }
  }

  /** Ours, but for where Cairn is, and in more of a hurry. */
  private Process prometheus(int cairn) throws IOException {
    Files.copy(CONFIG.resolve("alerts.yml"), folder.resolve("alerts.yml"));
    Files.writeString(
        folder.resolve("prometheus.yml"),
        Files.readString(CONFIG.resolve("prometheus.yml"))
            .replace("cairn:8080", "127.0.0.1:" + cairn)
            .replace("15s", "1s"));
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = free.getLocalPort();
    }
    return new ProcessBuilder(
            "prometheus",
            "--config.file=" + folder.resolve("prometheus.yml"),
            "--storage.tsdb.path=" + folder.resolve("data"),
            "--web.listen-address=127.0.0.1:" + port)
        .redirectErrorStream(true)
        .redirectOutput(folder.resolve("log").toFile())
        .start();
  }

  /** The series that an expression gives. */
  private JsonNode told(String expression) throws Exception {
    return asked("/api/v1/query?query=" + URLEncoder.encode(expression, StandardCharsets.UTF_8))
        .path("data")
        .path("result");
  }

  private JsonNode asked(String path) throws Exception {
    try {
      HttpResponse<String> answer =
          http.send(
              HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path)).build(),
              HttpResponse.BodyHandlers.ofString());
      assertThat(answer.statusCode()).as(answer.body()).isIn(200, 503);
      return new ObjectMapper().readTree(answer.statusCode() == 200 ? answer.body() : "{}");
    } catch (IOException notYet) {
      return new ObjectMapper().createObjectNode();
    }
  }

  private void assertRulesAreWell() throws Exception {
    List<String> health = asked("/api/v1/rules").findValuesAsText("health");
    assertThat(health).hasSameSizeAs(rules()).containsOnly("ok");
    assertThat(asked("/api/v1/alerts").path("data").path("alerts").findValuesAsText("state"))
        .as("alerts of a Cairn that is well")
        .doesNotContain("firing");
  }
}
