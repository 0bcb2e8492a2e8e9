package dev.cairn;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.cairn.chat.CommandSpec;
import dev.cairn.chat.Option;
import dev.cairn.chat.OptionType;
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
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
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
    try (Database database = DatabaseUnderTest.H2.open()) {
      inSlack(TestCairn.of(database, () -> NOW, new Connections()), database, http, talk);
    }
  }

  private static void inSlack(CairnApp cairn, Database database, boolean http, Talk talk)
      throws Exception {
    try (SlackStandIn slack = new SlackStandIn();
        SlackPlatform platform = platform(slack, cairn, database, http)) {
      platform.start();
      assertThat(platform.sender().platform()).isEqualTo(Platform.SLACK);
      List<Routes> routes = platform.routes().stream().toList();
      assertThat(routes).hasSize(http ? 1 : 0);
      try (HttpServer server = new HttpServer("127.0.0.1", 0, routes)) {
        server.start();
        URI events = URI.create("http://127.0.0.1:" + server.port() + "/slack/events");
        talk.begin(
            slack, http ? new HttpSender(events, SECRET, () -> NOW) : new SocketSender(slack));
        assertThat(slack.violations()).isEmpty();
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
        });
  }

  /** With names and texts as long as they may be, of signs that Slack escapes or counts twice. */
  @Test
  void everyCommandAndEveryControlUnderTheAnswersIsAnswered() throws Exception {
    try (Database database = DatabaseUnderTest.H2.open()) {
      CairnApp cairn = TestCairn.of(database, () -> NOW, new Connections());
      inSlack(
          cairn,
          database,
          false,
          (slack, sender) -> {
            slack.introduce("UADMIN", "<&>😀".repeat(20));
            slack.introduce("U2", "&".repeat(80));
            for (CommandSpec spec : cairn.dialogue().registry().specs()) {
              String line = spec.name() + given(spec);
              sender.send(Kind.SLASH_COMMANDS, new Payloads(slack).command("UADMIN", line));
              ApiCall answer = answerCall(slack);
              assertThat(said(answer)).as(line).doesNotContain("Something went wrong");
              for (JsonObject element : elements(answer.blocks())) {
                sender.send(Kind.INTERACTIVE, new Payloads(slack).press("U2", element));
                ApiCall pressed = answerCall(slack);
                assertThat(said(pressed))
                    .as("%s: %s", line, element)
                    .doesNotContain("Something went wrong", "older version");
              }
            }
          });
    }
  }

  /** What a command is given of all that it takes, each as long as it may be. */
  private static String given(CommandSpec spec) {
    StringBuilder given = new StringBuilder();
    for (Option<?> option : spec.typedOptions()) {
      if (option.required() || option.type() instanceof OptionType.Text) {
        given.append(' ').append(option.name()).append(':').append(value(option.type()));
      }
    }
    return given.toString();
  }

  private static String value(OptionType<?> type) {
    return switch (type) {
      case OptionType.Text(int most) -> "“x" + "&amp;😀".repeat(most / 2 - 1) + "”";
      case OptionType.Whole(long min, long max) -> Long.toString(max);
      case OptionType.Choice(var values) -> values.getFirst().value();
      case OptionType.Flag flag -> "true";
      case OptionType.Date date -> "2026-01-31";
      case OptionType.Member member -> "<@U2|handle>";
      case OptionType.Channel channel -> "<#C1|general>";
      case OptionType.Role role -> "<!subteam^S0READERS|@readers>";
      case OptionType.Url url -> "<https://example.org/" + "x".repeat(1_900) + ">";
    };
  }

  /** What can be pressed, and the first entry of what can be picked from; links are not ours. */
  private static List<JsonObject> elements(JsonArray blocks) {
    List<JsonObject> elements = new ArrayList<>();
    for (JsonElement each : blocks) {
      JsonObject block = each.getAsJsonObject();
      if (block.has("accessory")) {
        elements.add(block.getAsJsonObject("accessory"));
      }
      if (block.get("type").getAsString().equals("actions")) {
        block
            .getAsJsonArray("elements")
            .forEach(element -> elements.add(element.getAsJsonObject()));
      }
    }
    elements.removeIf(element -> element.has("url"));
    for (JsonObject element : elements) {
      if (element.has("options")) {
        element.add("selected_option", element.getAsJsonArray("options").get(0));
      }
    }
    return elements;
  }

  private static String answer(SlackStandIn slack) throws Exception {
    return answerCall(slack).blocks().toString();
  }

  private static String said(ApiCall call) {
    return call.parameters().isEmpty() ? call.body() : call.parameters().toString();
  }

  /** The next answer, with whatever is uploaded or drawn anew before. */
  private static ApiCall answerCall(SlackStandIn slack) throws Exception {
    while (true) {
      ApiCall call = slack.nextCall();
      if (call.method().startsWith("response_url/")
          || call.method().startsWith("chat.")
          || call.method().equals("views.open")) {
        return call;
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

  private static SlackPlatform platform(
      SlackStandIn slack, CairnApp cairn, Database database, boolean http) {
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
