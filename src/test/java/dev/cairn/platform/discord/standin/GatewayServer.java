package dev.cairn.platform.discord.standin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.zip.Deflater;
import org.java_websocket.WebSocket;
import org.java_websocket.drafts.Draft;
import org.java_websocket.exceptions.InvalidDataException;
import org.java_websocket.exceptions.WebsocketNotConnectedException;
import org.java_websocket.handshake.ClientHandshake;
import org.java_websocket.handshake.ServerHandshakeBuilder;
import org.java_websocket.server.WebSocketServer;
import org.jspecify.annotations.Nullable;

/**
 * The gateway: sessions, sequence numbers, resuming, and everything that can go wrong with them.
 */
final class GatewayServer extends WebSocketServer {
  private static final int DISPATCH = 0;
  private static final int HEARTBEAT = 1;
  private static final int IDENTIFY = 2;
  private static final int RESUME = 6;
  private static final int RECONNECT = 7;
  private static final int INVALID_SESSION = 9;
  private static final int HELLO = 10;
  private static final int HEARTBEAT_ACK = 11;
  private static final int AUTHENTICATION_FAILED = 4004;
  private static final int NORMAL = 1000;

  private final World world;
  private final String token;
  private final CountDownLatch started = new CountDownLatch(1);
  private final AtomicInteger refusals = new AtomicInteger();
  private final List<Session> sessions = new ArrayList<>();
  private final Consumer<String> log;
  private boolean forgetful;
  private int closeCode;
  private int identified;
  private boolean keeping = true;

  /** The connection that identified or resumed last. */
  private @Nullable WebSocket current;

  /** A session: of one shard, from one IDENTIFY on. Several may be of the same shard. */
  private static final class Session {
    private final String id;
    private final int shard;
    private final int total;
    private final List<ObjectNode> dispatched = new ArrayList<>();
    private int sequence;
    private WebSocket connection;

    Session(String id, int shard, int total, WebSocket connection) {
      this.id = id;
      this.shard = shard;
      this.total = total;
      this.connection = connection;
    }

    boolean isOf(String guild) {
      return (Long.parseUnsignedLong(guild) >>> 22) % total == shard;
    }
  }

  /**
   * A gateway.
   *
   * @param log is told of what clients do: {@code identify}, {@code resume}, {@code handshake}
   */
  GatewayServer(World world, String token, Consumer<String> log) {
    super(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 1);
    this.world = world;
    this.token = token;
    this.log = log;
    setReuseAddr(true);
    setTcpNoDelay(true);
    setDaemon(true);
  }

  String url() {
    return "ws://127.0.0.1:" + getPort();
  }

  void awaitStart() throws InterruptedException {
    started.await();
  }

  /** Refuses the next handshakes. */
  void refuseHandshakes(int count) {
    refusals.set(count);
  }

  /** Forgets the session: the next RESUME is answered with INVALID_SESSION. */
  synchronized void forgetSession() {
    forgetful = true;
  }

  /** Closes the next connection with this code as soon as it identifies. */
  synchronized void closeOnIdentify(int code) {
    closeCode = code;
  }

  /** Cuts the connection without a word, as a lost network does. */
  synchronized void drop() {
    connection().closeConnection(1006, "dropped");
  }

  /** Asks the client to come back (opcode 7). */
  synchronized void askToReconnect() {
    send(connection(), RECONNECT, World.object(), null, 0);
  }

  /** Tells the client that its session is no more (opcode 9). */
  synchronized void invalidate() {
    ObjectNode frame = World.object().put("op", INVALID_SESSION).put("d", false);
    write(connection(), frame);
  }

  /** Keeps no event from now on: a client that was away gets none of them when it resumes. */
  synchronized void keepNothing() {
    keeping = false;
  }

  /**
   * Sends an event to each session of the shard that it belongs to; a client that is away gets it
   * when it resumes.
   *
   * @return to how many connections it went
   */
  synchronized int dispatch(String type, JsonNode data) {
    int sent = 0;
    for (Session session : concerned(type, data)) {
      dispatch(session, type, data);
      sent += session.connection.isOpen() ? 1 : 0;
    }
    return sent;
  }

  /**
   * Sends an event when there is a session that it belongs to: whoever has only just started may
   * have yet to identify.
   */
  synchronized void dispatchWhenIdentified(String type, JsonNode data, Duration atMost)
      throws InterruptedException {
    long until = System.nanoTime() + atMost.toNanos();
    while (concerned(type, data).isEmpty()) {
      long left = TimeUnit.NANOSECONDS.toMillis(until - System.nanoTime());
      if (left <= 0) {
        throw new AssertionError("nobody has identified who would hear " + data);
      }
      wait(left);
    }
    dispatch(type, data);
  }

  private List<Session> concerned(String type, JsonNode data) {
    String guild = data.path("guild_id").asText(data.path("id").asText());
    boolean ofGuild = data.has("guild_id") || type.startsWith("GUILD_");
    return sessions.stream()
        .filter(session -> ofGuild ? session.isOf(guild) : session.shard == 0)
        .toList();
  }

  private void dispatch(Session session, String type, JsonNode data) {
    session.sequence++;
    ObjectNode frame = World.object().put("op", DISPATCH).put("t", type).put("s", session.sequence);
    frame.set("d", data);
    if (keeping) {
      session.dispatched.add(frame);
    }
    write(session.connection, frame);
  }

  private WebSocket connection() {
    if (current == null) {
      throw new IllegalStateException("nobody is connected");
    }
    return current;
  }

  @Override
  public ServerHandshakeBuilder onWebsocketHandshakeReceivedAsServer(
      WebSocket connection, Draft draft, ClientHandshake request) throws InvalidDataException {
    log.accept("handshake");
    if (refusals.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
      throw new InvalidDataException(1013, "not now");
    }
    return super.onWebsocketHandshakeReceivedAsServer(connection, draft, request);
  }

  @Override
  public synchronized void onOpen(WebSocket connection, ClientHandshake handshake) {
    boolean compressed = handshake.getResourceDescriptor().contains("compress=zlib-stream");
    connection.setAttachment(compressed ? new Deflater() : null);
    send(connection, HELLO, World.object().put("heartbeat_interval", 41_250), null, 0);
  }

  @Override
  public synchronized void onMessage(WebSocket connection, String text) {
    JsonNode frame = read(text);
    switch (frame.path("op").asInt()) {
      case HEARTBEAT -> send(connection, HEARTBEAT_ACK, World.object(), null, 0);
      case IDENTIFY -> identify(connection, frame.path("d"));
      case RESUME -> resume(connection, frame.path("d"));
      default -> log.accept("opcode " + frame.path("op"));
    }
  }

  private void identify(WebSocket connection, JsonNode identify) {
    log.accept("identify");
    log.accept("intents " + identify.path("intents").asInt());
    if (closeCode != 0 || !identify.path("token").asText().equals(token)) {
      connection.close(closeCode == 0 ? AUTHENTICATION_FAILED : closeCode, "no");
      return;
    }
    forgetful = false;
    current = connection;
    // Who has gone for good comes back as somebody else.
    sessions.removeIf(before -> before.connection.equals(connection));
    identified++;
    Session session =
        new Session(
            "session-" + identified,
            identify.path("shard").path(0).asInt(0),
            identify.path("shard").path(1).asInt(1),
            connection);
    sessions.add(session);
    notifyAll();
    log.accept("shard " + session.shard + " of " + session.total);
    List<String> guilds = world.guilds().stream().filter(session::isOf).toList();
    ObjectNode ready = world.ready(session.id, url(), guilds);
    ready.putArray("shard").add(session.shard).add(session.total);
    dispatch(session, "READY", ready);
    guilds.forEach(guild -> dispatch(session, "GUILD_CREATE", world.guild(guild)));
  }

  private void resume(WebSocket connection, JsonNode resume) {
    log.accept("resume");
    Optional<Session> known =
        sessions.stream()
            .filter(session -> session.id.equals(resume.path("session_id").asText()))
            .findFirst();
    if (forgetful || known.isEmpty()) {
      write(connection, World.object().put("op", INVALID_SESSION).put("d", false));
      return;
    }
    current = connection;
    Session session = known.get();
    session.connection = connection;
    List<ObjectNode> missed =
        List.copyOf(
            session.dispatched.subList(resume.path("seq").asInt(), session.dispatched.size()));
    missed.forEach(frame -> write(connection, frame));
    dispatch(session, "RESUMED", World.object());
  }

  private void send(
      WebSocket connection, int opcode, JsonNode data, @Nullable String type, int sequence) {
    ObjectNode frame = World.object().put("op", opcode);
    frame.set("d", data);
    if (type != null) {
      frame.put("t", type).put("s", sequence);
    }
    write(connection, frame);
  }

  private static void write(WebSocket connection, ObjectNode frame) {
    try {
      if (connection.getAttachment() instanceof Deflater deflater) {
        connection.send(compressed(deflater, frame.toString()));
      } else {
        connection.send(frame.toString());
      }
    } catch (WebsocketNotConnectedException away) {
      // What its session is to hear it hears when it resumes.
    }
  }

  private static ByteBuffer compressed(Deflater deflater, String text) {
    deflater.setInput(text.getBytes(StandardCharsets.UTF_8));
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    byte[] buffer = new byte[8192];
    int length;
    while ((length = deflater.deflate(buffer, 0, buffer.length, Deflater.SYNC_FLUSH)) > 0) {
      out.write(buffer, 0, length);
    }
    return ByteBuffer.wrap(out.toByteArray());
  }

  private static JsonNode read(String text) {
    try {
      return World.JSON.readTree(text);
    } catch (IOException notJson) {
      throw new UncheckedIOException(notJson);
    }
  }

  @Override
  public synchronized void onClose(WebSocket connection, int code, String reason, boolean remote) {
    if (remote && code == NORMAL) {
      // Discord ends the session of whoever says goodbye.
      sessions.removeIf(session -> session.connection.equals(connection));
    }
    log.accept("closed " + code);
  }

  @Override
  public void onError(@Nullable WebSocket connection, Exception failure) {
    log.accept("error " + failure);
  }

  @Override
  public void onStart() {
    started.countDown();
  }
}
