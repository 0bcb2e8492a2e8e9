package dev.cairn.platform.slack;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.cairn.chat.Action;
import dev.cairn.chat.Caller;
import dev.cairn.chat.reply.CardBuilder;
import dev.cairn.chat.reply.Reply;
import dev.cairn.config.SlackSettings;
import dev.cairn.http.Endpoint;
import dev.cairn.platform.slack.receive.SlackHttpEndpoint;
import dev.cairn.platform.slack.standin.ApiCall;
import dev.cairn.platform.slack.standin.HttpSender;
import dev.cairn.platform.slack.standin.PayloadSender;
import dev.cairn.platform.slack.standin.PayloadSender.Kind;
import dev.cairn.platform.slack.standin.Payloads;
import dev.cairn.platform.slack.standin.SlackStandIn;
import dev.cairn.platform.slack.standin.SocketSender;
import dev.cairn.testkit.SampleReplies;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The adapter, the real Bolt in it, connected to the stand-in in one of Slack's two modes. */
public final class ConnectedSlack implements AutoCloseable {
  static final String SIGNING_SECRET = "signing-secret";
  public static final Instant NOW = Instant.parse("2025-12-29T09:20:00Z");

  public enum Mode {
    SOCKET,
    HTTP
  }

  public final SlackStandIn slack = new SlackStandIn();
  public final Payloads payloads = new Payloads(slack);
  public final SlackFixtureCommands commands = new SlackFixtureCommands();
  public final InMemoryInstallations installations = new InMemoryInstallations();
  public final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  public final List<Duration> pauses = new CopyOnWriteArrayList<>();
  public final SlackPlatform platform;
  public final PayloadSender sender;
  final HttpServer server;
  public Instant now = NOW;
  public volatile boolean illustrated;
  public volatile String zone = "Asia/Kolkata";

  public ConnectedSlack(Mode mode) throws Exception {
    this(mode, SlackStandIn.BOT_TOKEN, null);
  }

  public ConnectedSlack(Mode mode, @Nullable String botToken, @Nullable URI publicUrl)
      throws Exception {
    this(mode, botToken, publicUrl, slack -> {});
  }

  /**
   * @param before what happens to the stand-in before we connect to it
   */
  ConnectedSlack(
      Mode mode, @Nullable String botToken, @Nullable URI publicUrl, Consumer<SlackStandIn> before)
      throws Exception {
    before.accept(slack);
    boolean http = mode == Mode.HTTP;
    SlackSettings settings =
        new SlackSettings(
            botToken,
            http ? null : SlackStandIn.APP_TOKEN,
            http ? SIGNING_SECRET : null,
            botToken == null ? "client" : null,
            botToken == null ? "client-secret" : null,
            botToken == null ? "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=" : null,
            publicUrl,
            slack.apiUrl(),
            "study");
    platform =
        new SlackPlatform(
            settings,
            new SlackPlatform.Surroundings(
                commands.dialogue(),
                installations,
                this::homeOf,
                account -> Optional.empty(),
                () -> now,
                meters,
                pauses::add));
    platform.start();
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/", this::serve);
    server.start();
    sender =
        http
            ? new HttpSender(url("/slack/events"), SIGNING_SECRET, () -> now)
            : new SocketSender(slack);
  }

  private Reply.Card homeOf(Caller caller) {
    CardBuilder card =
        Reply.Card.titled("Good day, " + caller.account().name())
            .field("Zone", zone)
            .button("Today", Action.of("topic"))
            .button("Month", Action.of("picture"));
    return illustrated ? card.picture(SampleReplies.IMAGE).build() : card.build();
  }

  public URI url(String path) {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
  }

  /** Gives a command and returns what it was answered with. */
  public ApiCall give(String text) throws Exception {
    sender.send(Kind.SLASH_COMMANDS, payloads.command(text));
    return slack.nextCall();
  }

  public ApiCall press(String user, JsonObject element) throws Exception {
    sender.send(Kind.INTERACTIVE, payloads.press(user, element));
    return slack.nextCall();
  }

  public JsonElement event(String json) throws Exception {
    return sender.send(Kind.EVENTS_API, payloads.event(json));
  }

  /** What the member reads of an answer. */
  public static String shown(ApiCall call) {
    return ShownText.of(call.blocks());
  }

  @Override
  public void close() {
    commands.mayFinish.countDown();
    platform.close();
    server.stop(0);
    slack.close();
    assertThat(slack.violations()).as("what Slack would not have taken").isEmpty();
  }

  private void serve(HttpExchange exchange) {
    try (exchange) {
      Endpoint.Request request =
          new Endpoint.Request(
              exchange.getRequestMethod(),
              exchange.getRequestURI().getPath(),
              query(exchange.getRequestURI().getRawQuery()),
              exchange.getRequestHeaders(),
              exchange.getRequestBody().readNBytes(SlackHttpEndpoint.MAX_BODY + 1));
      Endpoint.Answer response = platform.endpoint().orElseThrow().handle(request);
      response.headers().forEach((name, values) -> exchange.getResponseHeaders().put(name, values));
      exchange.getResponseHeaders().add("Content-Type", response.contentType());
      exchange.sendResponseHeaders(
          response.status(), response.body().length == 0 ? -1 : response.body().length);
      exchange.getResponseBody().write(response.body());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Map<String, List<String>> query(@Nullable String raw) {
    Map<String, List<String>> query = new LinkedHashMap<>();
    if (raw != null) {
      for (String pair : raw.split("&", -1)) {
        int equals = pair.indexOf('=');
        query
            .computeIfAbsent(pair.substring(0, equals), key -> new ArrayList<>())
            .add(URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8));
      }
    }
    return query;
  }
}
