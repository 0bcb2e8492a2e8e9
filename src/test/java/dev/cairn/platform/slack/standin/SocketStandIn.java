package dev.cairn.platform.slack.standin;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.java_websocket.WebSocket;
import org.java_websocket.handshake.ClientHandshake;
import org.java_websocket.server.WebSocketServer;
import org.jspecify.annotations.Nullable;

/** Slack's end of Socket Mode: greets, sends envelopes, takes acknowledgements. */
public final class SocketStandIn extends WebSocketServer {
  private static final int SECONDS = 60;

  private final CountDownLatch started = new CountDownLatch(1);
  private final BlockingQueue<WebSocket> opened = new LinkedBlockingQueue<>();
  private final BlockingQueue<JsonObject> acknowledgements = new LinkedBlockingQueue<>();

  private volatile @Nullable Consumer<JsonObject> watcher;

  SocketStandIn() {
    super(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
    setDaemon(true);
    setTcpNoDelay(true);
    setReuseAddr(true);
    start();
  }

  String url() {
    try {
      if (!started.await(SECONDS, TimeUnit.SECONDS)) {
        throw new AssertionError("the stand-in did not start");
      }
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
    return "ws://127.0.0.1:" + getPort() + "/link";
  }

  /** The next connection that we opened; it is greeted already. */
  public WebSocket nextConnection() throws InterruptedException {
    WebSocket connection = opened.poll(SECONDS, TimeUnit.SECONDS);
    if (connection == null) {
      throw new AssertionError("nobody connected");
    }
    return connection;
  }

  /** The next acknowledgement. */
  public JsonObject nextAcknowledgement() throws InterruptedException {
    JsonObject acknowledgement = acknowledgements.poll(SECONDS, TimeUnit.SECONDS);
    if (acknowledgement == null) {
      throw new AssertionError("nothing was acknowledged");
    }
    return acknowledgement;
  }

  /** Whether an acknowledgement has come that nobody has looked at. */
  public boolean hasAcknowledgement() {
    return !acknowledgements.isEmpty();
  }

  /** For measuring: tells of each acknowledgement as it comes, and keeps none from now on. */
  public void watch(Consumer<JsonObject> told) {
    watcher = told;
  }

  @Override
  public void onOpen(WebSocket connection, ClientHandshake handshake) {
    connection.send(
        "{\"type\":\"hello\",\"num_connections\":1,\"connection_info\":{\"app_id\":\"A1\"},\"debug_info\":{\"host\":\"stand-in\"}}");
    opened.add(connection);
  }

  @Override
  public void onMessage(WebSocket connection, String message) {
    if (message.startsWith("{")) {
      JsonObject acknowledgement = JsonParser.parseString(message).getAsJsonObject();
      Consumer<JsonObject> watching = watcher;
      if (watching == null) {
        acknowledgements.add(acknowledgement);
      } else {
        watching.accept(acknowledgement);
      }
    }
  }

  @Override
  public void onClose(WebSocket connection, int code, String reason, boolean remote) {
    // A test that closes knows that it did.
  }

  @Override
  public void onError(WebSocket connection, Exception failure) {
    // A client that goes away in the middle of a frame is part of the tests.
  }

  @Override
  public void onStart() {
    started.countDown();
  }
}
