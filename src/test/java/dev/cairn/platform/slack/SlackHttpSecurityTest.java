package dev.cairn.platform.slack;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.cairn.http.HttpServer;
import dev.cairn.platform.slack.ConnectedSlack.Mode;
import dev.cairn.platform.slack.receive.SlackHttpEndpoint;
import dev.cairn.platform.slack.standin.HttpSender;
import dev.cairn.platform.slack.standin.PayloadSender.Kind;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;

/** Requests that are not Slack's are refused, and the log keeps their secrets. */
class SlackHttpSecurityTest {
  private static final String FORM = "application/x-www-form-urlencoded";
  private static final String BODY =
      "command=%2Fstudy&text=topic&team_id=T1&user_id=U1&channel_id=C1&token=verification-secret";

  private final ListAppender<ILoggingEvent> log = new ListAppender<>();
  private final Logger root = (Logger) LoggerFactory.getLogger("dev.cairn");

  @BeforeEach
  void listen() {
    log.start();
    root.addAppender(log);
  }

  @AfterEach
  void leave() {
    root.detachAppender(log);
  }

  @Test
  void aRequestWithAForeignSignatureIsRefused() throws Exception {
    try (ConnectedSlack connected = new ConnectedSlack(Mode.HTTP)) {
      HttpSender foreign =
          new HttpSender(connected.url("/slack/events"), "another-secret", () -> connected.now);
      assertThat(foreign.signed(foreign.timestamp(), FORM, BODY, "").send().statusCode())
          .isEqualTo(401);
      HttpRequest unsigned =
          HttpRequest.newBuilder(connected.url("/slack/events"))
              .header("Content-Type", FORM)
              .POST(HttpRequest.BodyPublishers.ofString(BODY))
              .build();
      assertThat(status(unsigned)).isEqualTo(401);
      assertRefused(connected, "forged", 2);
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {-301, 301})
  void aStaleTimestampIsRefused(long seconds) throws Exception {
    try (ConnectedSlack connected = new ConnectedSlack(Mode.HTTP)) {
      HttpSender sender = (HttpSender) connected.sender;
      String stale = Long.toString(ConnectedSlack.NOW.getEpochSecond() + seconds);
      assertThat(sender.signed(stale, FORM, BODY, "").send().statusCode()).isEqualTo(401);
      assertRefused(connected, "stale", 1);
    }
  }

  @Test
  void aTimestampOfFiveMinutesIsStillFresh() throws Exception {
    try (ConnectedSlack connected = new ConnectedSlack(Mode.HTTP)) {
      HttpSender sender = (HttpSender) connected.sender;
      String old = Long.toString(ConnectedSlack.NOW.getEpochSecond() - 300);
      assertThat(sender.signed(old, FORM, BODY, "").send().statusCode()).isEqualTo(200);
    }
  }

  @Test
  void aTimestampThatIsNoneIsRefused() throws Exception {
    try (ConnectedSlack connected = new ConnectedSlack(Mode.HTTP)) {
      HttpSender sender = (HttpSender) connected.sender;
      for (String odd : new String[] {"soon", "99999999999999999999", "-99999999999999999"}) {
        assertThat(sender.signed(odd, FORM, BODY, "").send().statusCode()).isEqualTo(401);
      }
      assertRefused(connected, "stale", 3);
    }
  }

  @Test
  void aReplayedRequestIsRefusedAndSlacksOwnRepetitionIsAcknowledged() throws Exception {
    try (ConnectedSlack connected = new ConnectedSlack(Mode.HTTP)) {
      connected.give("topic 3");
      HttpSender sender = (HttpSender) connected.sender;
      String body = sender.lastBody();
      assertThat(sender.signed(sender.timestamp(), FORM, body, "").send().statusCode())
          .isEqualTo(401);
      assertThat(sender.signed(sender.timestamp(), FORM, body, "1").send().statusCode())
          .isEqualTo(200);
      assertThat(ConnectedSlack.shown(connected.give("topic 4"))).contains("Day 4");
      assertThat(connected.commands.invocations).hasSize(2);
      assertThat(connected.meters.counter("cairn.slack.refused", "why", "replayed").count())
          .isEqualTo(1);
    }
  }

  @Test
  void anOversizedBodyIsRefusedWhateverItsSignature() throws Exception {
    try (ConnectedSlack connected = new ConnectedSlack(Mode.HTTP)) {
      HttpSender sender = (HttpSender) connected.sender;
      String large = BODY + "x".repeat(SlackHttpEndpoint.MAX_BODY);
      assertThat(sender.signed(sender.timestamp(), FORM, large, "").send().statusCode())
          .isEqualTo(413);
      assertRefused(connected, "oversized", 1);
    }
  }

  @Test
  void aBodyThatOurServerDoesNotEvenReadIsCountedToo() throws Exception {
    try (ConnectedSlack connected = new ConnectedSlack(Mode.HTTP);
        HttpServer server =
            new HttpServer("127.0.0.1", 0, List.of(connected.platform.routes().orElseThrow()))) {
      server.start();
      HttpRequest large =
          HttpRequest.newBuilder(
                  URI.create("http://127.0.0.1:" + server.port() + SlackHttpEndpoint.EVENTS))
              .POST(HttpRequest.BodyPublishers.ofString("x".repeat(SlackHttpEndpoint.MAX_BODY + 1)))
              .build();
      try (HttpClient http = HttpClient.newHttpClient()) {
        assertThat(http.send(large, HttpResponse.BodyHandlers.discarding()).statusCode())
            .isEqualTo(413);
      }
      assertRefused(connected, "oversized", 1);
    }
  }

  @Test
  void slacksQuestionForTheAddressIsAnswered() throws Exception {
    try (ConnectedSlack connected = new ConnectedSlack(Mode.HTTP)) {
      HttpSender sender = (HttpSender) connected.sender;
      String question =
          "{\"token\":\"verification-secret\",\"challenge\":\"3eZbrw\",\"type\":\"url_verification\"}";
      for (int again = 0; again < 2; again++) {
        HttpResponse<String> answer =
            sender.signed(sender.timestamp(), "application/json", question, "").send();
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("3eZbrw");
      }
    }
  }

  @Test
  void slacksLookAtTheCertificateIsAnswered() throws Exception {
    try (ConnectedSlack connected = new ConnectedSlack(Mode.HTTP)) {
      HttpSender sender = (HttpSender) connected.sender;
      String check = "ssl_check=1&token=verification-secret";
      assertThat(
              sender
                  .signed(sender.timestamp(), "application/x-www-form-urlencoded", check, "")
                  .send()
                  .statusCode())
          .isEqualTo(200);
      assertThat(connected.slack.otherCalls()).isEmpty();
    }
  }

  @Test
  void whatIsNotKnownIsAcknowledgedAndNotWrittenIntoTheLog() throws Exception {
    try (ConnectedSlack connected = new ConnectedSlack(Mode.HTTP)) {
      HttpSender sender = (HttpSender) connected.sender;
      for (String odd :
          new String[] {"{\"type\":\"new\",\"token\":\"verification-secret\"}", "[]", "", "{"}) {
        assertThat(
                sender.signed(sender.timestamp(), "application/json", odd, "").send().statusCode())
            .as(odd)
            .isEqualTo(200);
      }
      assertThat(logged()).doesNotContain("verification-secret");
    }
  }

  @Test
  void onlyOurAddressesAreAnswered() throws Exception {
    try (ConnectedSlack connected = new ConnectedSlack(Mode.HTTP)) {
      for (String path : new String[] {"/slack/install", "/slack/pictures/x.png", "/slack/"}) {
        assertThat(status(HttpRequest.newBuilder(connected.url(path)).build())).isEqualTo(404);
      }
      assertThat(status(HttpRequest.newBuilder(connected.url("/slack/events")).build()))
          .isEqualTo(405);
    }
  }

  @Test
  void theSecretsOfAConversationStayOutOfTheLog() throws Exception {
    for (Mode mode : Mode.values()) {
      try (ConnectedSlack connected = new ConnectedSlack(mode)) {
        connected.sender.send(Kind.SLASH_COMMANDS, connected.payloads.command("broken"));
        connected.slack.nextCall();
        connected.give("topic 3");
        connected.sender.repeat();
      }
    }
    assertThat(logged())
        .contains("a planted failure")
        .doesNotContain("verification-secret", "xoxb-", "xapp-", ConnectedSlack.SIGNING_SECRET);
  }

  private void assertRefused(ConnectedSlack connected, String why, int times) {
    assertThat(connected.meters.counter("cairn.slack.refused", "why", why).count())
        .isEqualTo(times);
    assertThat(connected.commands.invocations).isEmpty();
    assertThat(logged())
        .contains(why)
        .doesNotContain("verification-secret", ConnectedSlack.SIGNING_SECRET, "another-secret");
  }

  private String logged() {
    return log.list.stream()
        .map(event ->
            event.getFormattedMessage()
                + (event.getThrowableProxy() == null ? "" : event.getThrowableProxy().getMessage()))
        .collect(Collectors.joining("\n"));
  }

  private static int status(HttpRequest request) throws Exception {
    try (HttpClient http = HttpClient.newHttpClient()) {
      return http.send(request, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8))
          .statusCode();
    }
  }
}
