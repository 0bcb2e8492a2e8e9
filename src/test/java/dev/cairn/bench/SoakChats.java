package dev.cairn.bench;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.cairn.platform.discord.standin.DiscordStandIn;
import dev.cairn.platform.discord.standin.RestRequest;
import dev.cairn.platform.discord.standin.UserInteraction.Slash;
import dev.cairn.platform.discord.standin.World;
import dev.cairn.platform.slack.standin.ApiCall;
import dev.cairn.platform.slack.standin.Payloads;
import dev.cairn.platform.slack.standin.SlackStandIn;
import dev.cairn.testkit.FreePort;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The stand-ins of both platforms around one program: who says what, what is answered, and what is
 * said unasked.
 */
final class SoakChats implements AutoCloseable {
  private static final Pattern ANSWER =
      Pattern.compile("/(?:interactions|webhooks)/[0-9]+/([^/]+).*");
  private static final Pattern POST = Pattern.compile("/channels/[0-9]+/messages");
  private static final int DEFERRED = 5;

  private final DiscordStandIn discord = DiscordStandIn.open();
  private final SlackStandIn slack = new SlackStandIn();
  private final Payloads payloads = new Payloads(slack);
  private final String responseUrls = slack.newResponseUrl().replaceFirst("[0-9]+$", "");
  private final int port;
  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .executor(Executors.newVirtualThreadPerTaskExecutor())
          .build();
  private final Map<String, Consumer<String>> waiting = new ConcurrentHashMap<>();
  private final Map<String, Integer> announced = new ConcurrentHashMap<>();

  SoakChats() throws IOException, InterruptedException {
    discord.watch(this::toDiscord);
    slack.setClock(InstantSource.system());
    slack.watch(this::toSlack);
    port = FreePort.find();
  }

  /** What a program needs in its environment to be connected to both. */
  Map<String, String> environment() {
    return discord.environment(
        Map.of(
            "CAIRN_SLACK_BOT_TOKEN",
            SlackStandIn.BOT_TOKEN,
            "CAIRN_SLACK_API_URL",
            slack.apiUrl().toString(),
            "CAIRN_SLACK_SIGNING_SECRET",
            SlackTarget.SECRET,
            "CAIRN_HTTP_PORT",
            Integer.toString(port)));
  }

  /** What the program answers at one of its own addresses; empty while it does not. */
  String asked(String path) throws InterruptedException {
    try {
      HttpResponse<String> response =
          http.send(
              HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path)).build(),
              BodyHandlers.ofString());
      return response.body();
    } catch (IOException notYet) {
      return "";
    }
  }

  /** Somebody on Discord gives a command. */
  void onDiscord(
      World.User by, String command, Map<String, Object> options, Consumer<String> told) {
    discord.interact(new Slash(by, command, options), token -> waiting.put(token, told));
  }

  /** Somebody in Slack gives a command. */
  void inSlack(String user, String line, Consumer<String> told) {
    JsonObject payload = payloads.command(user, line);
    // Slack's calls tell what they answer by different things: let all of them be one.
    String key = slack.newId("C");
    payload.addProperty("channel_id", key);
    payload.addProperty("response_url", responseUrls + key);
    waiting.put(key, told);
    HttpRequest request =
        SlackTarget.signed(URI.create("http://127.0.0.1:" + port + "/slack/events"), payload);
    var _ =
        http.sendAsync(request, BodyHandlers.ofString())
            .thenAccept(response -> {
              if (!response.body().isEmpty()) {
                answered(key, response.body());
              }
            });
  }

  private void toDiscord(RestRequest request) {
    Matcher answer = ANSWER.matcher(request.path());
    if (answer.matches()) {
      // What is deleted is an acknowledgement that gives way to the answer.
      if (request.body().isObject() && request.body().path("type").asInt() != DEFERRED) {
        answered(answer.group(1), request.body().toString());
      }
    } else if (request.method().equals("POST")
        && POST.matcher(request.path()).matches()
        && request.body().has("nonce")) {
      announced.merge("discord " + request.body().path("nonce").asText(), 1, Integer::sum);
    }
  }

  private void toSlack(ApiCall call) {
    String method = call.method();
    String metadata = call.parameters().get("metadata");
    if (method.startsWith("response_url/")) {
      answered(method.substring(method.indexOf('/') + 1), call.body());
    } else if (method.equals("chat.postMessage") && metadata != null) {
      // What stands in the thread of a post is a message of its own.
      String thread = call.parameters().containsKey("thread_ts") ? " in its thread" : "";
      announced.merge(
          "slack "
              + call.parameter("channel")
              + " "
              + JsonParser.parseString(metadata)
                  .getAsJsonObject()
                  .getAsJsonObject("event_payload")
                  .get("nonce")
                  .getAsString()
              + thread,
          1,
          Integer::sum);
    } else if (method.startsWith("chat.post")) {
      answered(call.parameter("channel"), String.join(" ", call.parameters().values()));
    }
  }

  private void answered(String key, String text) {
    Consumer<String> told = waiting.remove(key);
    if (told != null) {
      told.accept(text);
    }
  }

  /** Forgets who still waits: the program that they asked is gone. Gives how many they are. */
  int cutShort() {
    List<String> lost = List.copyOf(waiting.keySet());
    lost.forEach(waiting::remove);
    return lost.size();
  }

  /** How many wait for an answer. */
  int waiting() {
    return waiting.size();
  }

  /** How often each thing was said that is said unasked, by what marks it. */
  Map<String, Integer> announced() {
    return new TreeMap<>(announced);
  }

  @Override
  public void close() {
    discord.close();
    slack.close();
    http.close();
  }
}
