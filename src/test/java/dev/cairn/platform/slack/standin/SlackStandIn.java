package dev.cairn.platform.slack.standin;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Slack's Web API and its {@code response_url}s. Records what it is asked, and answers. It holds
 * every call against the documented limits and, where they are at hand, against Slack's own types;
 * {@link #violations()} tells what it found.
 */
public final class SlackStandIn implements AutoCloseable {
  public static final String BOT_TOKEN = "xoxb-stand-in";
  public static final String APP_TOKEN = "xapp-stand-in";
  public static final String BOT_USER = "UBOT";

  private static final int SECONDS = 60;

  /** How often we have to ask for a file until it can be shown. */
  private static final int LOOKS = 2;

  private static final Pattern UPLOADED = Pattern.compile("\"slack_file\":\\{\"id\":\"([^\"]+)\"");

  private final HttpServer server;
  private final SocketStandIn socket;
  private final AtomicInteger numbers = new AtomicInteger();
  private volatile InstantSource clock = InstantSource.fixed(Instant.ofEpochSecond(1_767_000_000));
  private final BlockingQueue<ApiCall> calls = new LinkedBlockingQueue<>();
  private final List<ApiCall> all = new ArrayList<>();
  private final List<String> violations = new CopyOnWriteArrayList<>();
  private final Map<String, Deque<ApiAnswer>> answers = new ConcurrentHashMap<>();
  private final Map<String, String> names = new ConcurrentHashMap<>(Map.of("U1", "asha"));
  private final Map<String, Integer> lookedAt = new ConcurrentHashMap<>();
  private final Map<String, List<JsonObject>> channels = new ConcurrentHashMap<>();
  private final AtomicInteger historyLeft = new AtomicInteger(Integer.MAX_VALUE);
  private volatile int page = 1_000;
  private volatile boolean demoted;
  private volatile Wire wire = new Wire() {};
  private volatile @Nullable Consumer<ApiCall> watcher;

  /** What lies between us and Slack. Asked on the thread that answers, which it may keep. */
  public interface Wire {
    /** Whether a call reaches Slack; one that does not is never answered. */
    default boolean carries(ApiCall call) {
      return true;
    }

    /** Whether the answer to a call gets back, when Slack has done what it was asked. */
    default boolean carriesAnswerTo(ApiCall call) {
      return true;
    }
  }

  public SlackStandIn() throws IOException {
    socket = new SocketStandIn();
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/", this::handle);
    server.start();
  }

  /** Where the Web API is. */
  public URI apiUrl() {
    return URI.create(base() + "/api/");
  }

  /** Socket Mode. */
  public SocketStandIn socket() {
    return socket;
  }

  /** A {@code response_url} of its own. */
  public String newResponseUrl() {
    return base() + "/response_url/" + numbers.incrementAndGet();
  }

  /** An id that was not given before. */
  public String newId(String prefix) {
    return prefix + numbers.incrementAndGet();
  }

  /** Shows a user by this name. */
  public void introduce(String user, String name) {
    names.put(user, name);
  }

  /** The workspace's only administrator is one no more. */
  public void demoteAdmin() {
    demoted = true;
  }

  /** Answers the next calls of a method in these ways; then as usual again. */
  public void answer(String method, ApiAnswer... with) {
    answers.computeIfAbsent(method, key -> new ArrayDeque<>()).addAll(List.of(with));
  }

  /** Calls and answers go over this wire from now on. */
  public void connectBy(Wire newWire) {
    wire = newWire;
  }

  /** For measuring: tells of each call as it comes, and keeps none from now on. */
  public void watch(Consumer<ApiCall> told) {
    watcher = told;
  }

  /** The messages in a channel, oldest first, without those in threads. */
  public List<JsonObject> channel(String id) {
    return List.copyOf(channels.getOrDefault(id, List.of()));
  }

  /** The next call that is worth looking at: anything but reading profiles and the like. */
  public ApiCall nextCall() throws InterruptedException {
    ApiCall call = calls.poll(SECONDS, TimeUnit.SECONDS);
    if (call == null) {
      throw new AssertionError("nothing reached Slack; before: " + methods());
    }
    return call;
  }

  /** The next call, which must be of this method. */
  public ApiCall nextCall(String method) throws InterruptedException {
    ApiCall call = nextCall();
    if (!call.method().equals(method)) {
      throw new AssertionError("wanted " + method + ", got " + call);
    }
    return call;
  }

  /** What was sent that Slack would not have taken. */
  public List<String> violations() {
    return violations;
  }

  /** Calls that nobody has looked at. */
  public List<ApiCall> otherCalls() {
    List<ApiCall> others = new ArrayList<>();
    calls.drainTo(others);
    return others;
  }

  /** How often a method was called. */
  public long count(String method) {
    synchronized (all) {
      return all.stream().filter(call -> call.method().equals(method)).count();
    }
  }

  @Override
  public void close() {
    server.stop(0);
    try {
      socket.stop(1_000);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  private List<String> methods() {
    synchronized (all) {
      return all.stream().map(ApiCall::method).toList();
    }
  }

  private String base() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  private void handle(HttpExchange exchange) {
    try (exchange) {
      ApiCall call = call(exchange);
      if (!wire.carries(call)) {
        return;
      }
      Consumer<ApiCall> watching = watcher;
      if (watching != null) {
        watching.accept(call);
        send(exchange, usual(call));
        return;
      }
      synchronized (all) {
        all.add(call);
      }
      String kind = call.method().startsWith("response_url/") ? "response_url" : call.method();
      Deque<ApiAnswer> prepared = answers.getOrDefault(kind, new ArrayDeque<>());
      ApiAnswer answer;
      synchronized (prepared) {
        answer = prepared.isEmpty() ? checked(kind, call) : prepared.poll();
      }
      if (!kind.equals("users.info")
          && !kind.equals("auth.test")
          && !kind.equals("files.info")
          && !kind.equals("apps.connections.open")) {
        calls.add(call);
      }
      if (!wire.carriesAnswerTo(call)) {
        return;
      }
      send(exchange, answer);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void send(HttpExchange exchange, ApiAnswer answer) throws IOException {
    byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
    answer.headers().forEach((name, value) -> exchange.getResponseHeaders().add(name, value));
    exchange.getResponseHeaders().add("Content-Type", "application/json; charset=utf-8");
    exchange.sendResponseHeaders(answer.status(), body.length);
    exchange.getResponseBody().write(body);
  }

  private static ApiCall call(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    String method = path.startsWith("/api/") ? path.substring(5) : path.substring(1);
    String authorization = exchange.getRequestHeaders().getFirst("Authorization");
    String token = authorization == null ? "" : authorization.replaceFirst("^Bearer ", "");
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    String type = exchange.getRequestHeaders().getFirst("Content-Type");
    boolean form = type != null && type.startsWith("application/x-www-form-urlencoded");
    Map<String, String> parameters = form ? form(body) : Map.of();
    return new ApiCall(method, token, parameters, body);
  }

  private static Map<String, String> form(String body) {
    Map<String, String> parameters = new LinkedHashMap<>();
    for (String pair : body.split("&", -1)) {
      int equals = pair.indexOf('=');
      if (equals > 0) {
        parameters.put(
            URLDecoder.decode(pair.substring(0, equals), StandardCharsets.UTF_8),
            URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8));
      }
    }
    return parameters;
  }

  /** Refuses what Slack does not take, and pictures that it cannot show. */
  private ApiAnswer checked(String kind, ApiCall call) {
    List<String> found = SlackContract.of(call);
    if (!found.isEmpty()) {
      violations.addAll(found);
      return kind.equals("response_url")
          ? ApiAnswer.refused(400, "invalid_blocks")
          : ApiAnswer.error(kind.startsWith("views.") ? "invalid_arguments" : "invalid_blocks");
    }
    Matcher file = UPLOADED.matcher(call.body().contains("%22") ? shown(call) : call.body());
    while (file.find()) {
      if (kind.equals("response_url") || lookedAt.getOrDefault(file.group(1), 0) < LOOKS) {
        return kind.equals("response_url")
            ? ApiAnswer.refused(400, "invalid_blocks")
            : ApiAnswer.error("invalid_blocks");
      }
    }
    return usual(call);
  }

  private static String shown(ApiCall call) {
    return String.join(" ", call.parameters().values());
  }

  /**
   * A file has no type before Slack has looked into it, which is when we ask for the second time.
   */
  private ApiAnswer file(String id) {
    int looked = lookedAt.merge(id, 1, Integer::sum);
    return ApiAnswer.ok(
        "{\"ok\":true,\"file\":{\"id\":\"%s\",\"mimetype\":\"%s\"}}"
            .formatted(id, looked < LOOKS ? "" : "image/png"));
  }

  private ApiAnswer usual(ApiCall call) {
    return switch (call.method()) {
      case "auth.test" ->
          ApiAnswer.ok(
              "{\"ok\":true,\"team\":\"Lab\",\"team_id\":\"T1\",\"user_id\":\"UBOT\",\"bot_id\":\"B1\",\"url\":\"https://lab.slack.com/\"}");
      case "apps.connections.open" ->
          ApiAnswer.ok("{\"ok\":true,\"url\":\"" + socket.url() + "\"}");
      case "users.info" -> user(call.parameter("user"));
      case "conversations.open" ->
          ApiAnswer.ok("{\"ok\":true,\"channel\":{\"id\":\"D" + call.parameter("users") + "\"}}");
      case "chat.postMessage", "chat.update" -> {
        String timestamp =
            "%d.%06d".formatted(clock.instant().getEpochSecond(), numbers.incrementAndGet());
        if (call.method().equals("chat.postMessage")) {
          keep(call, timestamp);
        }
        yield ApiAnswer.ok(
            "{\"ok\":true,\"channel\":\"%s\",\"ts\":\"%s\"}"
                .formatted(call.parameter("channel"), timestamp));
      }
      case "chat.postEphemeral" -> ApiAnswer.ok("{\"ok\":true,\"message_ts\":\"1.2\"}");
      case "files.getUploadURLExternal" ->
          ApiAnswer.ok(
              "{\"ok\":true,\"upload_url\":\"%s/upload/1\",\"file_id\":\"F%d\"}"
                  .formatted(base(), numbers.incrementAndGet()));
      case "files.completeUploadExternal" -> {
        JsonParser.parseString(call.parameter("files"))
            .getAsJsonArray()
            .forEach(file -> lookedAt.put(file.getAsJsonObject().get("id").getAsString(), 0));
        yield ApiAnswer.ok("{\"ok\":true}");
      }
      case "files.info" -> file(call.parameter("file"));
      case "conversations.history" -> history(call);
      case "conversations.replies" -> replies(call.parameter("ts"));
      case "oauth.v2.access" ->
          ApiAnswer.ok(
              "{\"ok\":true,\"access_token\":\"xoxb-new\",\"token_type\":\"bot\",\"scope\":\"commands\",\"bot_user_id\":\"UBOT\",\"app_id\":\"A1\",\"team\":{\"id\":\"T7\",\"name\":\"Seven\"},\"enterprise\":{\"id\":\"E7\",\"name\":\"Org\"},\"authed_user\":{\"id\":\"U7\"}}");
      default -> ApiAnswer.ok("{\"ok\":true}");
    };
  }

  private void keep(ApiCall post, String timestamp) {
    JsonObject message = new JsonObject();
    message.addProperty("type", "message");
    message.addProperty("ts", timestamp);
    message.addProperty("text", post.parameters().getOrDefault("text", ""));
    String metadata = post.parameters().get("metadata");
    if (metadata != null) {
      message.add("metadata", JsonParser.parseString(metadata));
    }
    channels
        .computeIfAbsent(
            post.parameters().getOrDefault("thread_ts", post.parameter("channel")),
            channel -> new CopyOnWriteArrayList<>())
        .add(message);
  }

  /** From now on messages bear the time of this clock, as Slack's bear that of the world. */
  public void setClock(InstantSource clock) {
    this.clock = clock;
  }

  /** So much is said in a channel, beginning at a moment, one message a second. */
  public void chat(String channel, long epochSecond, int times) {
    List<JsonObject> said = channels.computeIfAbsent(channel, key -> new CopyOnWriteArrayList<>());
    for (int message = 0; message < times; message++) {
      JsonObject one = new JsonObject();
      one.addProperty("type", "message");
      one.addProperty("ts", "%d.000000".formatted(epochSecond + message));
      one.addProperty("text", "said " + message);
      said.add(one);
    }
  }

  /** We have posted something with this nonce in a channel. */
  public void posted(String channel, long epochSecond, String nonce) {
    chat(channel, epochSecond, 1);
    JsonObject payload = new JsonObject();
    payload.addProperty("nonce", nonce);
    JsonObject metadata = new JsonObject();
    metadata.addProperty("event_type", "cairn_post");
    metadata.add("event_payload", payload);
    channel(channel).getLast().add("metadata", metadata);
  }

  /** Tells what was said as to an app that Slack limits: 15 messages at once, once a minute. */
  public void limitHistory() {
    page = 15;
    historyLeft.set(1);
  }

  /** A minute later. */
  public void nextMinute() {
    historyLeft.set(1);
  }

  private ApiAnswer history(ApiCall call) {
    if (historyLeft.getAndDecrement() <= 0) {
      return ApiAnswer.limited(60);
    }
    double oldest = Double.parseDouble(call.parameters().getOrDefault("oldest", "0"));
    double latest = Double.parseDouble(call.parameters().getOrDefault("latest", "1e12"));
    int limit = Math.min(page, Integer.parseInt(call.parameters().getOrDefault("limit", "100")));
    List<JsonObject> all =
        channel(call.parameter("channel")).reversed().stream()
            .filter(message -> message.get("ts").getAsDouble() > oldest)
            .filter(message -> message.get("ts").getAsDouble() < latest)
            .sorted(Comparator.comparingDouble(message -> -message.get("ts").getAsDouble()))
            .toList();
    return messages(all.subList(0, Math.min(limit, all.size())), all.size() > limit);
  }

  private ApiAnswer replies(String thread) {
    return messages(channel(thread), false);
  }

  private static ApiAnswer messages(List<JsonObject> shown, boolean more) {
    JsonArray messages = new JsonArray();
    shown.forEach(messages::add);
    JsonObject answer = new JsonObject();
    answer.addProperty("ok", true);
    answer.addProperty("has_more", more);
    answer.add("messages", messages);
    return ApiAnswer.ok(answer.toString());
  }

  private ApiAnswer user(String id) {
    if (id.equals("UNONE")) {
      return ApiAnswer.error("user_not_found");
    }
    JsonObject profile = new JsonObject();
    profile.addProperty("display_name", names.getOrDefault(id, "member " + id));
    JsonObject user = new JsonObject();
    user.addProperty("id", id);
    user.addProperty("name", "handle");
    user.addProperty("tz", "Asia/Kolkata");
    user.addProperty("locale", "en-IN");
    user.addProperty("is_admin", id.equals("UADMIN") && !demoted);
    user.add("profile", profile);
    JsonObject answer = new JsonObject();
    answer.addProperty("ok", true);
    answer.add("user", user);
    return ApiAnswer.ok(answer.toString());
  }
}
