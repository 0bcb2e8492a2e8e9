package dev.cairn.scenario;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.cairn.config.SlackSettings;
import dev.cairn.http.HttpServer;
import dev.cairn.platform.slack.ShownText;
import dev.cairn.platform.slack.SlackPlatform;
import dev.cairn.platform.slack.standin.ApiCall;
import dev.cairn.platform.slack.standin.HttpSender;
import dev.cairn.platform.slack.standin.PayloadSender;
import dev.cairn.platform.slack.standin.PayloadSender.Kind;
import dev.cairn.platform.slack.standin.Payloads;
import dev.cairn.platform.slack.standin.SlackStandIn;
import dev.cairn.platform.slack.standin.SocketSender;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;

/** Slack in one of its two modes: the real Bolt before the stand-in. */
final class ScenarioSlack implements ScenarioPlatform {
  private static final String SECRET = "signing-secret";
  private static final String CHANNEL = "C1";
  private static final String READERS = "S0READERS";

  private final SlackStandIn slack = new SlackStandIn();
  private final Payloads payloads = new Payloads(slack);
  private final SlackPlatform platform;
  private final HttpServer server;
  private final PayloadSender sender;
  private final Deque<ApiCall> posts = new ArrayDeque<>();
  private JsonArray shown = new JsonArray();
  private JsonObject view = new JsonObject();

  /** How Slack sends to us. */
  enum Mode {
    SOCKET,
    HTTP
  }

  ScenarioSlack(Core core, Mode mode) throws Exception {
    boolean http = mode == Mode.HTTP;
    for (Person person : Person.values()) {
      slack.introduce(user(person), person.shownName());
    }
    platform =
        new SlackPlatform(
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
            core.dialogue(),
            core.installations(),
            caller -> core.cairn().home(caller, core.clock().instant()),
            core.cairn()::ownZone,
            core.clock(),
            new SimpleMeterRegistry());
    core.senders().connect(platform.sender());
    platform.start();
    server = new HttpServer("127.0.0.1", 0, platform.routes().stream().toList());
    server.start();
    URI events = URI.create("http://127.0.0.1:" + server.port() + "/slack/events");
    sender = http ? new HttpSender(events, SECRET, core.clock()) : new SocketSender(slack);
  }

  @Override
  public String channel() {
    return CHANNEL;
  }

  @Override
  public String give(Person by, Line line) throws Exception {
    String typed = line.typed(ScenarioSlack::written);
    return answer(Kind.SLASH_COMMANDS, payloads.command(user(by), typed));
  }

  /** As Slack passes it on: it escapes its three signs in whatever members type. */
  private static String written(Object value) {
    return switch (value) {
      case Person person -> "<@" + user(person) + "|handle>";
      case PostedIn _ -> "<#" + CHANNEL + "|general>";
      case Circle group -> "<!subteam^" + READERS + "|@" + group.shownName() + ">";
      default -> value.toString().replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    };
  }

  @Override
  public String press(Person by, String label) throws Exception {
    return answer(Kind.INTERACTIVE, payloads.press(user(by), Payloads.element(shown, label)));
  }

  @Override
  public String submit(Person by, Map<String, String> values) throws Exception {
    JsonObject state = new JsonObject();
    values.forEach((option, value) -> {
      JsonObject input = new JsonObject();
      input.addProperty("type", "plain_text_input");
      input.addProperty("value", value);
      JsonObject block = new JsonObject();
      block.add("value", input);
      state.add(option, block);
    });
    return answer(Kind.INTERACTIVE, payloads.submission(user(by), view, state));
  }

  private String answer(Kind kind, JsonObject payload) throws Exception {
    JsonElement acknowledgement = sender.send(kind, payload);
    if (!acknowledgement.isJsonNull()) {
      throw new AssertionError("answered at once: " + acknowledgement);
    }
    ApiCall call = slack.nextCall();
    while (!isAnswer(call)) {
      keep(call);
      call = slack.nextCall();
    }
    if (call.method().equals("views.open")) {
      view = call.view();
      return ShownText.of(view.get("title")) + ShownText.of(view.get("blocks"));
    }
    shown = call.blocks();
    return ShownText.of(shown);
  }

  private static boolean isAnswer(ApiCall call) {
    return call.method().startsWith("response_url/")
        || call.method().equals("views.open")
        || isChangeInPlace(call)
        || (isMessage(call) && !isPost(call));
  }

  /** A picture that was uploaded is shown in place by changing the message that was pressed. */
  private static boolean isChangeInPlace(ApiCall call) {
    return call.method().equals("chat.update") && call.parameter("ts").equals(Payloads.PRESSED);
  }

  private void keep(ApiCall call) {
    if (isPost(call)) {
      posts.add(call);
    }
  }

  /** An answer with a picture is a message too; only what nobody asked for bears metadata. */
  private static boolean isPost(ApiCall call) {
    return isMessage(call) && call.parameters().containsKey("metadata");
  }

  /** What is said in a thread belongs to the message that it hangs on. */
  private static boolean isMessage(ApiCall call) {
    return call.method().equals("chat.postEphemeral")
        || (call.method().equals("chat.postMessage")
            && !call.parameters().containsKey("thread_ts"));
  }

  @Override
  public Post nextPost() throws InterruptedException {
    while (posts.isEmpty()) {
      keep(slack.nextCall());
    }
    ApiCall call = posts.remove();
    shown = call.blocks();
    return post(call);
  }

  @Override
  public List<Post> otherPosts() {
    slack.otherCalls().forEach(this::keep);
    return posts.stream().map(ScenarioSlack::post).toList();
  }

  private static Post post(ApiCall call) {
    return new Post(
        call.parameter("channel").equals(CHANNEL) ? PostedIn.CHANNEL : PostedIn.DIRECT,
        mentioned(call) + ShownText.of(call.blocks()));
  }

  private static String mentioned(ApiCall call) {
    return call.blocks().toString().contains("<!subteam^" + READERS + ">")
        ? "@" + Circle.READERS.shownName() + "\n"
        : "";
  }

  private static String user(Person person) {
    return person == Person.MO ? "UADMIN" : "U" + person.name();
  }

  @Override
  public void close() {
    platform.close();
    server.close();
    slack.close();
  }
}
