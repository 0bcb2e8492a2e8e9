package dev.cairn.bench;

import com.google.gson.JsonObject;
import dev.cairn.platform.slack.standin.ApiCall;
import dev.cairn.platform.slack.standin.Payloads;
import dev.cairn.platform.slack.standin.SlackStandIn;
import dev.cairn.testkit.FreePort;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.java_websocket.WebSocket;
import org.jspecify.annotations.Nullable;

/** An app in Slack. A command is answered when words are there, in the acknowledgement or later. */
final class SlackTarget implements Target {
  static final String SECRET = "signing-secret";

  private static final int PATIENCE_SECONDS = 120;

  private final SlackStandIn slack;
  private final Payloads payloads;
  private final String responseUrls;
  private final Program program;
  private final double startMillis;
  private final @Nullable WebSocket socket;
  private final URI events;
  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .executor(Executors.newVirtualThreadPerTaskExecutor())
          .build();
  private final Map<String, Exchange> waiting = new ConcurrentHashMap<>();
  private final AtomicLong calls = new AtomicLong();

  /** Starts a program, given the stand-in and a port for it to listen on. */
  interface Starter {
    Program start(SlackStandIn slack, int port);
  }

  private SlackTarget(SlackStandIn slack, boolean overHttp, int port, Starter starter)
      throws IOException, InterruptedException {
    this.slack = slack;
    this.payloads = new Payloads(slack);
    this.responseUrls = slack.newResponseUrl().replaceFirst("[0-9]+$", "");
    this.events = URI.create("http://127.0.0.1:" + port + "/slack/events");
    slack.watch(this::told);
    slack.socket().watch(this::acknowledged);
    program = starter.start(slack, port);
    try {
      socket = overHttp ? null : connection();
      if (overHttp) {
        awaitPort();
      }
    } catch (AssertionError | RuntimeException failure) {
      String said = program.lastWords();
      program.close();
      throw new IllegalStateException("the program did not connect: " + said, failure);
    }
    startMillis = program.age();
  }

  /** Starts a program and waits until it is connected. */
  static SlackTarget start(boolean overHttp, Starter starter)
      throws IOException, InterruptedException {
    return new SlackTarget(new SlackStandIn(), overHttp, FreePort.find(), starter);
  }

  /** The stand-in waits less long than a start may take on a busy machine. */
  private WebSocket connection() throws InterruptedException {
    while (true) {
      try {
        return slack.socket().nextConnection();
      } catch (AssertionError notYet) {
        if (!program.isAlive() || program.age() > PATIENCE_SECONDS * 1000.0) {
          throw notYet;
        }
      }
    }
  }

  private void awaitPort() throws InterruptedException {
    while (program.isAlive() && program.age() < PATIENCE_SECONDS * 1000.0) {
      try {
        http.send(HttpRequest.newBuilder(events).build(), BodyHandlers.discarding());
        return;
      } catch (IOException notYet) {
        Thread.sleep(10);
      }
    }
    throw new IllegalStateException("nothing listens at " + events);
  }

  private void told(ApiCall call) {
    long now = System.nanoTime();
    calls.incrementAndGet();
    String method = call.method();
    if (method.startsWith("response_url/")) {
      answered(method.substring(method.indexOf('/') + 1), now);
    } else if (method.startsWith("chat.post")) {
      answered(call.parameter("channel"), now);
    }
  }

  private void acknowledged(JsonObject acknowledgement) {
    if (acknowledgement.has("payload")) {
      answered(acknowledgement.get("envelope_id").getAsString(), System.nanoTime());
    }
  }

  private void answered(String key, long now) {
    Exchange exchange = waiting.remove(key);
    if (exchange != null) {
      exchange.answeredAt(now);
    }
  }

  @Override
  public void send(BenchStep step, int user, Exchange exchange) {
    JsonObject payload = payloads.command("U" + (100_000 + user), step.line());
    // Slack's calls tell what they answer by different things: let all three be one.
    String key = slack.newId("C");
    payload.addProperty("channel_id", key);
    payload.addProperty("response_url", responseUrls + key);
    waiting.put(key, exchange);
    if (socket != null) {
      JsonObject envelope = new JsonObject();
      envelope.addProperty("envelope_id", key);
      envelope.addProperty("type", "slash_commands");
      envelope.addProperty("accepts_response_payload", true);
      envelope.add("payload", payload);
      String text = envelope.toString();
      exchange.sentNow();
      socket.send(text);
    } else {
      HttpRequest request = signed(events, payload);
      exchange.sentNow();
      var _ =
          http.sendAsync(request, BodyHandlers.ofString())
              .thenAccept(response -> {
                if (!response.body().isEmpty()) {
                  answered(key, System.nanoTime());
                }
              });
    }
  }

  /** A slash command as Slack sends it over HTTP. */
  static HttpRequest signed(URI events, JsonObject payload) {
    String body =
        payload.entrySet().stream()
            .map(field ->
                field.getKey()
                    + "="
                    + URLEncoder.encode(field.getValue().getAsString(), StandardCharsets.UTF_8))
            .collect(Collectors.joining("&"));
    String timestamp = Long.toString(Instant.now().getEpochSecond());
    return HttpRequest.newBuilder(events)
        .header("Content-Type", "application/x-www-form-urlencoded")
        .header("X-Slack-Request-Timestamp", timestamp)
        .header("X-Slack-Signature", signature("v0:" + timestamp + ":" + body))
        .POST(HttpRequest.BodyPublishers.ofString(body))
        .build();
  }

  private static String signature(String text) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
      return "v0=" + HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  @Override
  public long calls() {
    return calls.get();
  }

  @Override
  public Program program() {
    return program;
  }

  @Override
  public double startMillis() {
    return startMillis;
  }

  @Override
  public void close() {
    program.close();
    slack.close();
  }
}
