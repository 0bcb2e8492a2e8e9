package dev.cairn;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import dev.cairn.chat.Platform;
import dev.cairn.config.SlackSettings;
import dev.cairn.connection.Connections;
import dev.cairn.database.Database;
import dev.cairn.database.DatabaseUnderTest;
import dev.cairn.feature.installation.InstallationStore;
import dev.cairn.http.HttpServer;
import dev.cairn.http.Routes;
import dev.cairn.platform.slack.SlackPlatform;
import dev.cairn.platform.slack.standin.ApiAnswer;
import dev.cairn.platform.slack.standin.ApiCall;
import dev.cairn.platform.slack.standin.HttpSender;
import dev.cairn.platform.slack.standin.PayloadSender;
import dev.cairn.platform.slack.standin.PayloadSender.Kind;
import dev.cairn.platform.slack.standin.Payloads;
import dev.cairn.platform.slack.standin.SlackStandIn;
import dev.cairn.platform.slack.standin.SocketSender;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The whole of Cairn in Slack, as it is put together to run, in both of Slack's modes. */
class CairnInSlackTest {
  private static final String SECRET = "signing-secret";
  private static final Instant NOW = Instant.parse("2026-01-02T09:00:00Z");

  private interface Talk {
    void begin(SlackStandIn slack, PayloadSender sender) throws Exception;
  }

  private static void inSlack(boolean http, Talk talk) throws Exception {
    try (SlackStandIn slack = new SlackStandIn();
        Database database = DatabaseUnderTest.H2.open();
        SlackPlatform platform = platform(slack, database, http)) {
      platform.start();
      assertThat(platform.sender().platform()).isEqualTo(Platform.SLACK);
      List<Routes> routes = platform.routes().stream().toList();
      assertThat(routes).hasSize(http ? 1 : 0);
      try (HttpServer server = new HttpServer("127.0.0.1", 0, routes)) {
        server.start();
        URI events = URI.create("http://127.0.0.1:" + server.port() + "/slack/events");
        talk.begin(
            slack, http ? new HttpSender(events, SECRET, () -> NOW) : new SocketSender(slack));
      }
    }
  }

  @ParameterizedTest(name = "over HTTP: {0}")
  @ValueSource(booleans = {false, true})
  void aMemberStudiesInSlack(boolean http) throws Exception {
    inSlack(http, CairnInSlackTest::study);
  }

  @ParameterizedTest(name = "over HTTP: {0}")
  @ValueSource(booleans = {false, true})
  void whoSpeaksForTheFirstTimeIsToldWhichZoneSlackGave(boolean http) throws Exception {
    inSlack(
        http,
        (slack, sender) -> {
          Payloads payloads = new Payloads(slack);
          sender.send(Kind.SLASH_COMMANDS, payloads.command("help"));
          assertThat(answer(slack)).as("help meets nobody").doesNotContain("Slack profile");
          sender.send(Kind.SLASH_COMMANDS, payloads.command("done"));
          assertThat(answer(slack))
              .contains("Day one")
              .contains("asha, I took your time zone, `Asia/Kolkata`, from your Slack profile.")
              .contains("`/study settings timezone:Europe/Berlin`");
          sender.send(Kind.SLASH_COMMANDS, payloads.command("streak"));
          assertThat(answer(slack)).contains("Today is done").doesNotContain("Slack profile");
        });
  }

  @ParameterizedTest(name = "over HTTP: {0}")
  @ValueSource(booleans = {false, true})
  void aZoneThatSlackCouldNotTellAtFirstIsTakenWhenItCan(boolean http) throws Exception {
    inSlack(
        http,
        (slack, sender) -> {
          Payloads payloads = new Payloads(slack);
          slack.answer("users.info", ApiAnswer.error("user_not_found"));
          sender.send(Kind.SLASH_COMMANDS, payloads.command("done"));
          assertThat(answer(slack)).contains("Day one").doesNotContain("Slack profile");
          sender.send(Kind.SLASH_COMMANDS, payloads.command("streak"));
          assertThat(answer(slack)).contains("Asia/Kolkata", "from your Slack profile");
        });
  }

  /** A name has 40 characters, and an entry of a select holds some of them as three. */
  @ParameterizedTest(name = "over HTTP: {0}")
  @ValueSource(booleans = {false, true})
  void groupsAreListedWhateverTheyAreCalled(boolean http) throws Exception {
    inSlack(
        http,
        (slack, sender) -> {
          Payloads payloads = new Payloads(slack);
          String name = "R&amp;D " + "&amp;".repeat(30);
          sender.send(Kind.SLASH_COMMANDS, payloads.command("group create name:“" + name + "”"));
          assertThat(answer(slack)).contains("R&D");
          sender.send(Kind.SLASH_COMMANDS, payloads.command("U2", "group create name:Readers"));
          assertThat(answer(slack)).contains("Readers");
          sender.send(Kind.SLASH_COMMANDS, payloads.command("group list"));
          assertThat(answer(slack))
              .contains("Show a group", "/study group show name:", "\"value\":\"Readers\"");
          assertThat(slack.violations()).isEmpty();
        });
  }

  private static String answer(SlackStandIn slack) throws Exception {
    while (true) {
      ApiCall call = slack.nextCall();
      if (call.method().startsWith("response_url/") || call.method().startsWith("chat.")) {
        return call.blocks().toString();
      }
    }
  }

  private static void study(SlackStandIn slack, PayloadSender sender) throws Exception {
    Payloads payloads = new Payloads(slack);
    sender.send(
        Kind.EVENTS_API,
        payloads.event(
            "{'type':'app_home_opened','user':'U1','channel':'D1','tab':'home','event_ts':'1767344400.000200'}"));
    JsonObject home = home(slack);
    assertThat(home.toString()).contains("Your day, asha", "Day 1:", "Asia/Kolkata");

    sender.send(Kind.SLASH_COMMANDS, payloads.command("done note:“read about drift” minutes:40"));
    ApiCall done = slack.nextCall();
    assertThat(done.blocks().toString()).contains("Day one", "read about drift", "40 minutes");
    assertThat(home(slack).toString()).contains("Today is done", "\"image\"");

    sender.send(Kind.SLASH_COMMANDS, payloads.command("topic"));
    JsonObject next = Payloads.element(slack.nextCall().blocks(), "Day 2 ›");
    sender.send(Kind.INTERACTIVE, payloads.press("U1", next));
    assertThat(slack.nextCall().blocks().toString()).contains("Day 2:");

    sender.send(Kind.SLASH_COMMANDS, payloads.command("link"));
    ApiCall link = slack.nextCall();
    assertThat(link.json().get("response_type").getAsString()).isEqualTo("ephemeral");
    assertThat(link.blocks().toString()).contains("`link code:");
  }

  /** The next page drawn, with whatever is uploaded for it before. */
  private static JsonObject home(SlackStandIn slack) throws Exception {
    while (true) {
      ApiCall call = slack.nextCall();
      if (call.method().equals("views.publish")) {
        return call.view();
      }
      assertThat(call.method()).matches("files\\..*|upload/.*");
    }
  }

  private static SlackPlatform platform(SlackStandIn slack, Database database, boolean http) {
    CairnApp cairn = TestCairn.of(database, () -> NOW, new Connections());
    return new SlackPlatform(
        new SlackSettings(
            SlackStandIn.BOT_TOKEN,
            http ? null : SlackStandIn.APP_TOKEN,
            http ? SECRET : null,
            null,
            null,
            null,
            null,
            slack.apiUrl(),
            "study"),
        cairn.dialogue(),
        new InstallationStore(database),
        caller -> cairn.home(caller, NOW),
        cairn::ownZone,
        () -> NOW,
        new SimpleMeterRegistry());
  }
}
