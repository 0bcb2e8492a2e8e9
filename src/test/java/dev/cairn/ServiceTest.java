package dev.cairn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.cairn.chat.CommandName;
import dev.cairn.chat.Platform;
import dev.cairn.command.Capacity;
import dev.cairn.config.BackupSettings;
import dev.cairn.config.DatabaseSettings;
import dev.cairn.config.HttpSettings;
import dev.cairn.config.Settings;
import dev.cairn.connection.Acknowledgement;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What operators see of a running process. */
final class ServiceTest {
  private static final Pattern METRIC =
      Pattern.compile("\\b(?:cairn|hikaricp|jvm|process|system)_[a-z_]+");

  private static Service service() {
    return service(Duration.ZERO);
  }

  private static Service service(Duration drain) {
    return service(new HttpSettings("127.0.0.1", 0, drain));
  }

  private static Service service(HttpSettings http) {
    return service(http, Optional.empty());
  }

  private static Service service(HttpSettings http, Optional<BackupSettings> backup) {
    return new Service(
        new Settings(
            DatabaseSettings.inMemory("service-" + UUID.randomUUID()),
            Optional.empty(),
            Optional.empty(),
            http,
            backup,
            Optional.empty(),
            List.of()),
        () -> TestConversation.CATALOG,
        InstantSource.system());
  }

  private static HttpResponse<String> get(Service service, String path)
      throws IOException, InterruptedException {
    return HttpClient.newHttpClient()
        .send(
            HttpRequest.newBuilder(
                    URI.create("http://127.0.0.1:%d%s".formatted(service.port(), path)))
                .build(),
            HttpResponse.BodyHandlers.ofString());
  }

  @Test
  void everyMetricThatTheDashboardAndTheAlertsNameExists(@TempDir Path folder) throws Exception {
    String known;
    BackupSettings backup = new BackupSettings(folder, Duration.ofHours(24), 2);
    try (Service service =
        service(new HttpSettings("127.0.0.1", 0, Duration.ZERO), Optional.of(backup))) {
      known = get(service, "/metrics").body();
      assertThat(get(service, "/health").body()).contains("newest backup: ");
    }
    PrometheusMeterRegistry meters = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    new CommandMeters(meters)
        .answered(CommandName.of("done"), Platform.DISCORD, null, Duration.ofMillis(3));
    Acknowledgement.timer(meters, Platform.DISCORD).record(Duration.ofMillis(3));
    new Samples.Reach(meters).add("discord", () -> true);
    known += meters.scrape();
    Set<String> there = new TreeSet<>();
    Matcher metric = METRIC.matcher(known);
    while (metric.find()) {
      there.add(metric.group());
    }
    // It takes a collection of garbage before there is one to tell of.
    there.add("jvm_gc_pause_seconds_sum");
    Set<String> wanted = named(Files.readString(Path.of("config/prometheus/alerts.yml")));
    JsonNode dashboard =
        new ObjectMapper().readTree(Path.of("config/grafana/dashboards/cairn.json").toFile());
    dashboard.findValuesAsText("expr").forEach(expression -> wanted.addAll(named(expression)));
    assertThat(wanted).hasSizeGreaterThan(15);
    assertThat(there).containsAll(wanted);
  }

  /** A community that takes its share is another matter than a process that is full. */
  @Test
  void whateverIsFullIsAlertedOfAndShown() throws IOException {
    String alerts = Files.readString(Path.of("config/prometheus/alerts.yml"));
    for (Capacity.Limit limit : Capacity.Limit.values()) {
      assertThat(alerts)
          .contains(
              "cairn_commands_swamped_total{limit=\"%s\"}"
                  .formatted(limit.name().toLowerCase(Locale.ROOT)));
    }
    assertThat(Files.readString(Path.of("config/grafana/dashboards/cairn.json")))
        .contains("sum by (limit) (rate(cairn_commands_swamped_total[5m]))");
  }

  private static Set<String> named(String text) {
    Set<String> names = new TreeSet<>();
    Matcher metric = METRIC.matcher(text);
    while (metric.find()) {
      names.add(metric.group());
    }
    return names;
  }

  @Test
  void everyAlertHasItsWordsInTheDocumentForOperators() throws IOException {
    String document = Files.readString(Path.of("docs/operations.md"));
    Matcher alert =
        Pattern.compile("alert: (\\w+)")
            .matcher(Files.readString(Path.of("config/prometheus/alerts.yml")));
    int found = 0;
    while (alert.find()) {
      assertThat(document).contains("`" + alert.group(1) + "`");
      found++;
    }
    assertThat(found).isGreaterThan(5);
  }

  @Test
  void aProcessThatIsWellSaysSo() throws Exception {
    try (Service service = service()) {
      assertThat(get(service, "/health").statusCode()).isEqualTo(200);
      assertThat(get(service, "/health").body()).contains("database: up");
      assertThat(get(service, "/health/live").statusCode()).isEqualTo(200);
      assertThat(get(service, "/health/ready").statusCode()).isEqualTo(200);
    }
  }

  @Test
  void aProcessThatIsBeingStoppedAnswersAndSendsOthersElsewhere() throws Exception {
    try (Service service = service(Duration.ofHours(1))) {
      Thread stopping = Thread.startVirtualThread(service::close);
      await().until(() -> get(service, "/health/ready").statusCode() == 503);
      assertThat(get(service, "/health/ready").body()).isEqualTo("stopping\n");
      assertThat(get(service, "/health/live").statusCode()).isEqualTo(200);
      stopping.interrupt();
      assertThat(stopping.join(Duration.ofMinutes(1))).isTrue();
    }
  }

  /** Nobody sends it requests that could be sent elsewhere. */
  @Test
  @Timeout(60)
  void aProcessThatCannotStartEndsAtOnce() {
    try (Service running = service()) {
      HttpSettings taken = new HttpSettings("127.0.0.1", running.port(), Duration.ofHours(1));
      assertThatThrownBy(() -> service(taken)).hasMessageContaining("the port is in use");
    }
  }

  @Test
  void aDatabaseThatNeverAnswersIsDownWithinTwoSecondsAndAskedOnce() {
    AtomicInteger asked = new AtomicInteger();
    CountDownLatch never = new CountDownLatch(1);
    DatabaseProbe probe =
        new DatabaseProbe(() -> {
          asked.incrementAndGet();
          try {
            never.await();
          } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
          }
          return true;
        });
    long before = System.nanoTime();
    assertThat(probe.isUp()).isFalse();
    assertThat(probe.isUp()).isFalse();
    assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(6));
    assertThat(asked).hasValue(1);
    never.countDown();
  }

  @Test
  void aDatabaseThatFailsIsDownAndOneThatCameBackIsUp() {
    AtomicInteger asked = new AtomicInteger();
    DatabaseProbe probe =
        new DatabaseProbe(() -> {
          if (asked.incrementAndGet() == 1) {
            throw new IllegalStateException("gone");
          }
          return true;
        });
    assertThat(probe.isUp()).isFalse();
    assertThat(probe.isUp()).isTrue();
  }
}
