package dev.cairn.platform.discord.standin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Discord on loopback. It holds every request against the documented limits and, where a copy is at
 * hand, against Discord's own description of its API; {@link #violations()} tells what it found.
 */
public final class DiscordStandIn implements AutoCloseable {
  /** A token as Discord makes them: its first part is the application's id in base64. */
  public static final String TOKEN = "NDI0Mg.stand.in";

  private static final Duration WAIT = Duration.ofMinutes(1);
  private static final Optional<OpenApi> OPEN_API = OpenApi.find();

  private final World world = new World();
  private final RestServer rest;
  private final GatewayServer gateway;
  private final List<String> gatewayLog = new CopyOnWriteArrayList<>();
  private final List<String> violations = new CopyOnWriteArrayList<>();
  private final Map<String, ObjectNode> messages = new ConcurrentHashMap<>();
  private final Map<String, ObjectNode> threads = new ConcurrentHashMap<>();
  private final Map<String, Ticket> tickets = new ConcurrentHashMap<>();
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition arrived = lock.newCondition();
  private final List<RestRequest> requests = new ArrayList<>();
  private final List<Fault> faults = new ArrayList<>();
  private volatile ArrayNode commands = World.JSON.createArrayNode();
  private volatile @Nullable Consumer<RestRequest> watcher;
  private volatile int shards = 1;
  private volatile int atOnce = 1;

  /** What became of an interaction. */
  private static final class Ticket {
    private final String id;
    private boolean answered;
    private boolean hasOriginal;

    private Ticket(String id) {
      this.id = id;
    }
  }

  private record Fault(Predicate<RestRequest> when, RestAnswer answer) {}

  private DiscordStandIn() throws IOException, InterruptedException {
    rest = new RestServer(this::answer);
    gateway = new GatewayServer(world, TOKEN, this::noted);
    gateway.start();
    gateway.awaitStart();
  }

  /** Opens it. */
  public static DiscordStandIn open() throws IOException, InterruptedException {
    return new DiscordStandIn();
  }

  /** The base of its REST API. */
  public URI apiUrl() {
    return rest.base();
  }

  /**
   * The variables of a program that is to be connected to it.
   *
   * @param others beside those that connect it
   */
  public Map<String, String> environment(Map<String, String> others) {
    Map<String, String> all = new HashMap<>(others);
    all.put("CAIRN_DISCORD_TOKEN", TOKEN);
    all.put("CAIRN_DISCORD_API_URL", apiUrl().toString());
    return all;
  }

  /** What was sent that Discord would not have taken. */
  public List<String> violations() {
    return violations;
  }

  /** What clients of the gateway did, in order. */
  public List<String> gatewayLog() {
    return gatewayLog;
  }

  /** The commands that are registered. */
  public JsonNode commands() {
    return commands;
  }

  /** Commands that are registered already. */
  public void register(JsonNode already) {
    commands = already.deepCopy();
  }

  // ---- what goes wrong

  /** Answers the next request of this kind with this. */
  public void answerNext(String method, String path, RestAnswer answer) {
    lock.lock();
    try {
      faults.add(
          new Fault(
              request -> request.method().equals(method) && request.path().matches(path), answer));
    } finally {
      lock.unlock();
    }
  }

  public void refuseHandshakes(int count) {
    gateway.refuseHandshakes(count);
  }

  public void closeOnIdentify(int code) {
    gateway.closeOnIdentify(code);
  }

  public void dropConnection() {
    gateway.drop();
  }

  public void forgetSession() {
    gateway.forgetSession();
  }

  public void askToReconnect() {
    gateway.askToReconnect();
  }

  public void invalidateSession() {
    gateway.invalidate();
  }

  /** Lets the token of an interaction expire. */
  public void expire(String token) {
    tickets.remove(token);
  }

  // ---- what members do

  /** So much is said in a channel. */
  public void chat(String channel, int times) {
    for (int said = 0; said < times; said++) {
      ObjectNode message = world.message(channel, World.object().put("content", "said " + said));
      messages.put(message.path("id").asText(), message);
    }
  }

  /**
   * Advises so many connections, and has a guild in the second of them from the start.
   *
   * @param together how many may identify at once
   */
  public void spreadOver(int connections, int together) {
    shards = connections;
    atOnce = together;
    world.guilds().add(World.SECOND);
  }

  /**
   * Somebody writes a message. Its words are told where they mention us or are written to us alone,
   * as without the privileged intent.
   *
   * @param channel where, in either guild, or {@link World#DIRECT}
   * @param bot whether a program writes it
   * @return the id of the message
   */
  public String write(World.User by, String channel, String text, boolean bot) {
    boolean direct = channel.equals(World.DIRECT);
    boolean told = direct || text.contains("<@" + World.APPLICATION + ">");
    ObjectNode message = world.message(channel, World.object().put("content", told ? text : ""));
    message.set("author", world.user(by).put("bot", bot));
    if (direct) {
      message.put("channel_type", 1);
    } else {
      ObjectNode member = world.member(by);
      member.remove("user");
      message
          .put("guild_id", channel.startsWith(World.SECOND) ? World.SECOND : World.GUILD)
          .set("member", member);
      if (told) {
        message.putArray("mentions").add(world.self());
      }
    }
    gateway.dispatch("MESSAGE_CREATE", message);
    return message.path("id").asText();
  }

  /** Others open so many posts in a forum. */
  public void post(String forum, int times) {
    for (int posted = 0; posted < times; posted++) {
      thread(forum, "Post " + posted).put("owner_id", World.BEN.id());
    }
  }

  /** A thread is archived, at this moment. */
  public void archive(String thread, Instant at) {
    ObjectNode archived = Optional.ofNullable(threads.get(thread)).orElseThrow();
    archived
        .withObject("/thread_metadata")
        .put("archived", true)
        .put("archive_timestamp", at.toString());
    gateway.dispatch("THREAD_UPDATE", archived);
  }

  /** Somebody removes a role of the guild. */
  public void removeRole(String role) {
    gateway.dispatch(
        "GUILD_ROLE_DELETE", World.object().put("guild_id", World.GUILD).put("role_id", role));
  }

  /** Somebody removes all tags of the forum that wants one on each post. */
  public void removeTags() {
    gateway.dispatch("CHANNEL_UPDATE", World.taggedForum());
  }

  /** We may no longer read in the channel what was written before. */
  public void hideHistory() {
    hideHistory(World.channel(World.GENERAL, 0, "general"));
  }

  /** We may no longer read in the forum what was written before. */
  public void hideHistoryOfForum() {
    hideHistory(World.forum(World.FORUM, "forum"));
  }

  /** We may read it again. */
  public void showHistoryOfForum() {
    gateway.dispatch("CHANNEL_UPDATE", World.forum(World.FORUM, "forum"));
  }

  private void hideHistory(ObjectNode channel) {
    channel
        .withArray("permission_overwrites")
        .addObject()
        .put("id", World.OUR_ROLE)
        .put("type", 0)
        .put("allow", "0")
        .put("deny", Long.toString(1L << 16));
    gateway.dispatch("CHANNEL_UPDATE", channel);
  }

  /** Invites us into another guild. */
  public void invite(String guild) {
    ObjectNode created = world.guild(guild);
    for (JsonNode channel : created.path("channels")) {
      ((ObjectNode) channel).put("id", guild + channel.path("id").asText()).put("guild_id", guild);
    }
    created.put("system_channel_id", guild + World.GENERAL);
    gateway.dispatch("GUILD_CREATE", created);
  }

  /** Invites us into another guild in which we may speak nowhere. */
  public void inviteToSilence(String guild) {
    ObjectNode created = world.guild(guild);
    created.putArray("channels");
    created.putNull("system_channel_id");
    gateway.dispatch("GUILD_CREATE", created);
  }

  /** Somebody interacts; the token of the interaction is given back. */
  public String interact(UserInteraction interaction) {
    return interact(interaction, Instant.now());
  }

  /**
   * Somebody interacts, at a moment that the id will tell. It waits for somebody to hear it: a
   * program that has started may have yet to identify.
   */
  public String interact(UserInteraction interaction, Instant at) {
    String id = world.snowflake(at);
    String token = "token-" + id;
    tickets.put(token, new Ticket(id));
    try {
      gateway.dispatchWhenIdentified(
          "INTERACTION_CREATE", interaction.payload(world, id, token), WAIT);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("stopped before anybody had identified", stopped);
    }
    return token;
  }

  /**
   * Somebody interacts.
   *
   * @param aboutToSend is given the token of the interaction right before it is sent
   */
  public void interact(UserInteraction interaction, Consumer<String> aboutToSend) {
    String id = world.snowflake();
    String token = "token-" + id;
    tickets.put(token, new Ticket(id));
    ObjectNode payload = interaction.payload(world, id, token);
    aboutToSend.accept(token);
    gateway.dispatch("INTERACTION_CREATE", payload);
  }

  /**
   * For measuring: tells of each request, and neither keeps nor checks any from now on, so that it
   * takes little time and no memory itself.
   */
  public void watch(Consumer<RestRequest> told) {
    watcher = told;
    gateway.keepNothing();
  }

  /** Delivers an interaction once more, as a gateway may after a resume. */
  public void redeliver(UserInteraction interaction, String token) {
    gateway.dispatch(
        "INTERACTION_CREATE",
        interaction.payload(world, token.substring("token-".length()), token));
  }

  // ---- what we did

  /** The next request of this kind that nobody has waited for yet. */
  public RestRequest await(String method, String path) throws InterruptedException {
    long left = WAIT.toNanos();
    lock.lock();
    try {
      while (true) {
        for (Iterator<RestRequest> all = requests.iterator(); all.hasNext(); ) {
          RestRequest request = all.next();
          if (request.method().equals(method) && request.path().matches(path)) {
            all.remove();
            return request;
          }
        }
        if (left <= 0) {
          throw new AssertionError(
              "no %s %s came; waiting to be looked at: %s; gateway: %s"
                  .formatted(
                      method,
                      path,
                      requests.stream().map(r -> r.method() + " " + r.path()).toList(),
                      gatewayLog));
        }
        left = arrived.awaitNanos(left);
      }
    } finally {
      lock.unlock();
    }
  }

  /** Forgets the requests that nobody has waited for. */
  public void forgetRequests() {
    lock.lock();
    try {
      requests.clear();
    } finally {
      lock.unlock();
    }
  }

  /** Waits until clients of the gateway have done this so many times. */
  public void awaitGateway(String done, int times) throws InterruptedException {
    long left = WAIT.toNanos();
    lock.lock();
    try {
      while (gatewayLog.stream().filter(done::equals).count() < times) {
        if (left <= 0) {
          throw new AssertionError("not %d times %s: %s".formatted(times, done, gatewayLog));
        }
        left = arrived.awaitNanos(left);
      }
    } finally {
      lock.unlock();
    }
  }

  private void noted(String done) {
    lock.lock();
    try {
      gatewayLog.add(done);
      arrived.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** The first answer to an interaction. */
  public JsonNode awaitCallback(String token) throws InterruptedException {
    return await("POST", "/interactions/[0-9]+/" + token + "/callback").body();
  }

  /** A change of the answer to an interaction. */
  public JsonNode awaitEdit(String token) throws InterruptedException {
    return await("PATCH", "/webhooks/[0-9]+/" + token + "/messages/@original").body();
  }

  /** Another message in answer to an interaction. */
  public JsonNode awaitFollowUp(String token) throws InterruptedException {
    return await("POST", "/webhooks/[0-9]+/" + token).body();
  }

  /** A message into a channel. */
  public RestRequest awaitMessage(String channel) throws InterruptedException {
    return await("POST", "/channels/" + channel + "/messages");
  }

  /** How many requests of this kind came that nobody has waited for. */
  public long unseen(String method, String path) {
    lock.lock();
    try {
      return requests.stream()
          .filter(request -> request.method().equals(method) && request.path().matches(path))
          .count();
    } finally {
      lock.unlock();
    }
  }

  // ---- the API

  private RestAnswer answer(RestRequest request) {
    Consumer<RestRequest> watching = watcher;
    if (watching != null) {
      watching.accept(request);
      return route(request);
    }
    Optional<RestAnswer> fault = fault(request);
    RestAnswer answer = fault.orElseGet(() -> checked(request));
    lock.lock();
    try {
      requests.add(request);
      arrived.signalAll();
    } finally {
      lock.unlock();
    }
    return answer;
  }

  private Optional<RestAnswer> fault(RestRequest request) {
    lock.lock();
    try {
      for (Fault fault : faults) {
        if (fault.when.test(request)) {
          faults.remove(fault);
          return Optional.of(fault.answer);
        }
      }
      return Optional.empty();
    } finally {
      lock.unlock();
    }
  }

  private RestAnswer checked(RestRequest request) {
    if (!request.authorization().equals("Bot " + TOKEN)) {
      return RestAnswer.refused(401, 0, "401: Unauthorized");
    }
    List<String> found = new ArrayList<>(limits(request));
    if (request.body().isObject() || request.body().isArray()) {
      OPEN_API.ifPresent(api ->
          found.addAll(
              api.violations(
                  request.method().toLowerCase(java.util.Locale.ROOT),
                  request.path(),
                  request.body())));
    }
    if (!found.isEmpty()) {
      violations.addAll(found);
      return RestAnswer.refused(400, 50035, "Invalid Form Body");
    }
    return route(request);
  }

  private static List<String> limits(RestRequest request) {
    String call = request.method() + " " + request.path();
    if (call.matches("POST /interactions/.*")) {
      return DocumentedLimits.ofCallback(request.body());
    }
    if (call.matches(
        "(POST /channels/[0-9]+/messages|PATCH /channels/[0-9]+/messages/[0-9]+|(POST|PATCH)"
            + " /webhooks/.*)")) {
      return DocumentedLimits.ofMessage(request.body());
    }
    if (call.matches("POST /channels/[0-9]+/threads")) {
      return DocumentedLimits.ofMessage(request.body().path("message"));
    }
    return call.matches("PUT /applications/[0-9]+/commands")
        ? DocumentedLimits.ofCommands(request.body())
        : List.of();
  }

  private RestAnswer route(RestRequest request) {
    String[] path = request.path().substring(1).split("/", -1);
    String call = request.method() + " " + request.path().replaceAll("/[0-9]+", "/#");
    if (path[0].equals("interactions")) {
      return callback(path[1], path[2], request);
    }
    if (path[0].equals("webhooks")) {
      return webhook(path[2], request);
    }
    return switch (call) {
      case "GET /gateway/bot" -> RestAnswer.ok(gatewayBot());
      case "GET /users/@me" -> RestAnswer.ok(world.self());
      case "GET /applications/#/commands" -> RestAnswer.ok(commands);
      case "PUT /applications/#/commands" -> RestAnswer.ok(overwrite(request.body()));
      case "POST /users/@me/channels" ->
          RestAnswer.ok(
              world.directChannel(
                  new World.User(
                      request.body().path("recipient_id").asText(), "Somebody", List.of())));
      case "POST /channels/#/messages" -> create(path[1], request);
      case "GET /channels/#/messages" -> RestAnswer.ok(history(path[1], request));
      case "PATCH /channels/#/messages/#" -> RestAnswer.ok(message(path[3]));
      case "GET /channels/#/messages/#" ->
          messages.containsKey(path[3])
              ? RestAnswer.ok(message(path[3]).deepCopy())
              : RestAnswer.refused(404, 10008, "Unknown Message");
      case "POST /channels/#/messages/#/threads" ->
          RestAnswer.ok(thread(path[1], request.body().path("name").asText()));
      case "POST /channels/#/threads" -> forumPost(path[1], request.body());
      case "GET /guilds/#/threads/active" -> RestAnswer.ok(activeThreads());
      case "GET /channels/#/threads/archived/public" ->
          RestAnswer.ok(archivedThreads(path[1], request));
      case "PUT /channels/#/messages/pins/#" -> RestAnswer.noContent();
      case "POST /channels/#/messages/#/crosspost" -> RestAnswer.ok(message(path[3]));
      case "GET /guilds/#/members/#" ->
          RestAnswer.ok(world.member(new World.User(path[3], "Ben", List.of())));
      case "PUT /guilds/#/members/#/roles/#", "DELETE /guilds/#/members/#/roles/#" ->
          RestAnswer.noContent();
      default -> {
        violations.add("not documented here: " + call);
        yield RestAnswer.refused(404, 0, "404: Not Found");
      }
    };
  }

  private JsonNode gatewayBot() {
    ObjectNode bot = World.object().put("url", gateway.url()).put("shards", shards);
    bot.putObject("session_start_limit")
        .put("total", 1000)
        .put("remaining", 999)
        .put("reset_after", 1000)
        .put("max_concurrency", atOnce);
    return bot;
  }

  /** Discord's own way to write commands: without what is as by default, with ids and nulls. */
  private JsonNode overwrite(JsonNode wanted) {
    ArrayNode registered = World.JSON.createArrayNode();
    for (JsonNode command : wanted) {
      ObjectNode copy = command.deepCopy();
      copy.put("id", world.snowflake())
          .put("application_id", World.APPLICATION)
          .put("version", "1");
      copy.put("dm_permission", false).put("nsfw", false);
      written(copy);
      registered.add(copy);
    }
    commands = registered;
    return registered;
  }

  private static void written(ObjectNode command) {
    command.putNull("name_localizations").putNull("description_localizations");
    for (String flag : List.of("required", "autocomplete")) {
      if (!command.path(flag).asBoolean(true)) {
        command.remove(flag);
      }
    }
    for (String list : List.of("options", "choices", "channel_types")) {
      if (command.has(list) && command.path(list).isEmpty()) {
        command.remove(list);
      }
    }
    command.path("choices").forEach(choice -> ((ObjectNode) choice).putNull("name_localizations"));
    command.path("options").forEach(option -> written((ObjectNode) option));
  }

  private RestAnswer callback(String id, String token, RestRequest request) {
    Ticket ticket = tickets.get(token);
    if (ticket == null || !ticket.id.equals(id)) {
      return RestAnswer.refused(404, 10062, "Unknown interaction");
    }
    if (ticket.answered) {
      return RestAnswer.refused(400, 40060, "Interaction has already been acknowledged.");
    }
    ticket.answered = true;
    int type = request.body().path("type").asInt();
    ticket.hasOriginal = type == 4 || type == 5 || type == 6 || type == 7;
    if (!request.query().getOrDefault("with_response", "false").equals("true")) {
      return RestAnswer.noContent();
    }
    ObjectNode response = World.object();
    response
        .putObject("interaction")
        .put("id", id)
        .put("type", 2)
        .put(
            "response_message_ephemeral",
            (request.body().path("data").path("flags").asInt() & 64) != 0)
        .put("response_message_loading", type == 5);
    ObjectNode resource = response.putObject("resource").put("type", type);
    if (type == 4) {
      resource.set(
          "message", world.message(World.GENERAL, (ObjectNode) request.body().path("data")));
    }
    return RestAnswer.ok(response);
  }

  private RestAnswer webhook(String token, RestRequest request) {
    Ticket ticket = tickets.get(token);
    if (ticket == null) {
      return RestAnswer.refused(401, 50027, "Invalid Webhook Token");
    }
    if (!ticket.answered) {
      return RestAnswer.refused(404, 10015, "Unknown Webhook");
    }
    boolean original = request.path().endsWith("@original");
    if (original && !ticket.hasOriginal) {
      return RestAnswer.refused(404, 10008, "Unknown Message");
    }
    if (request.method().equals("DELETE")) {
      ticket.hasOriginal = false;
      return RestAnswer.noContent();
    }
    return RestAnswer.ok(world.message(World.GENERAL, (ObjectNode) request.body()));
  }

  private RestAnswer create(String channel, RestRequest request) {
    String nonce = request.body().path("nonce").asText("");
    if (!nonce.isEmpty() && request.body().path("enforce_nonce").asBoolean()) {
      Optional<ObjectNode> before =
          messages.values().stream()
              .filter(message -> message.path("nonce").asText().equals(nonce))
              .findFirst();
      if (before.isPresent()) {
        return RestAnswer.ok(before.get());
      }
    }
    ObjectNode message = world.message(channel, (ObjectNode) request.body());
    messages.put(message.path("id").asText(), message);
    return RestAnswer.ok(message);
  }

  private JsonNode message(String id) {
    return Optional.<JsonNode>ofNullable(messages.get(id)).orElse(World.object());
  }

  /** What was said, without nonces: Discord keeps them only for minutes. */
  private JsonNode history(String channel, RestRequest request) {
    long after = Long.parseLong(request.query().getOrDefault("after", "0"));
    int limit = Integer.parseInt(request.query().getOrDefault("limit", "50"));
    List<ObjectNode> all =
        messages.values().stream()
            .filter(message -> message.path("channel_id").asText().equals(channel))
            .filter(message -> message.path("id").asLong() > after)
            .sorted(Comparator.comparingLong(message -> message.path("id").asLong()))
            .toList();
    // Those after a message begin with the oldest, else it is the newest that are meant.
    List<ObjectNode> page =
        request.query().containsKey("after")
            ? all.subList(0, Math.min(limit, all.size()))
            : all.subList(Math.max(0, all.size() - limit), all.size());
    ArrayNode history = World.JSON.createArrayNode();
    page.reversed().forEach(message -> history.add(message.deepCopy().without("nonce")));
    return history;
  }

  /** A post in a forum is a thread; its first message bears the id of the thread. */
  private RestAnswer forumPost(String forum, JsonNode body) {
    if (forum.equals(World.TAGGED_FORUM) && body.path("applied_tags").isEmpty()) {
      return RestAnswer.refused(400, 40067, "A tag is required to create a forum post");
    }
    ObjectNode thread = thread(forum, body.path("name").asText());
    String id = thread.path("id").asText();
    ObjectNode message = world.message(id, (ObjectNode) body.path("message")).put("id", id);
    messages.put(id, message);
    ObjectNode created = thread.deepCopy();
    created.set("message", message);
    return RestAnswer.ok(created);
  }

  private JsonNode activeThreads() {
    ObjectNode active = World.object();
    ArrayNode found = active.putArray("threads");
    threads.values().stream().filter(thread -> !isArchived(thread)).forEach(found::add);
    active.putArray("members");
    return active;
  }

  /** Those that were archived last come first, each page from the end of the one before. */
  private JsonNode archivedThreads(String parent, RestRequest request) {
    String until = request.query().get("before");
    Instant before = until == null ? Instant.MAX : OffsetDateTime.parse(until).toInstant();
    int limit = Integer.parseInt(request.query().getOrDefault("limit", "50"));
    List<ObjectNode> all =
        threads.values().stream()
            .filter(DiscordStandIn::isArchived)
            .filter(thread -> thread.path("parent_id").asText().equals(parent))
            .filter(thread -> archivedAt(thread).isBefore(before))
            .sorted(Comparator.comparing(DiscordStandIn::archivedAt).reversed())
            .toList();
    ObjectNode page = World.object().put("has_more", all.size() > limit);
    ArrayNode found = page.putArray("threads");
    all.stream().limit(limit).forEach(found::add);
    page.putArray("members");
    return page;
  }

  private static boolean isArchived(JsonNode thread) {
    return thread.at("/thread_metadata/archived").asBoolean();
  }

  private static Instant archivedAt(JsonNode thread) {
    return Instant.parse(thread.at("/thread_metadata/archive_timestamp").asText());
  }

  private ObjectNode thread(String channel, String name) {
    ObjectNode thread =
        World.channel(world.snowflake(), 11, name)
            .put("parent_id", channel)
            .put("owner_id", World.APPLICATION)
            .put("message_count", 0)
            .put("member_count", 1)
            .put("total_message_sent", 0);
    thread
        .putObject("thread_metadata")
        .put("archived", false)
        .put("auto_archive_duration", 1440)
        .put("archive_timestamp", Instant.now().toString())
        .put("locked", false);
    threads.put(thread.path("id").asText(), thread);
    return thread;
  }

  @Override
  public void close() {
    rest.close();
    try {
      gateway.stop((int) TimeUnit.SECONDS.toMillis(1));
    } catch (InterruptedException hurry) {
      Thread.currentThread().interrupt();
    }
  }
}
