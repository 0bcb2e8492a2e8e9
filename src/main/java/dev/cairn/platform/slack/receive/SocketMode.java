package dev.cairn.platform.slack.receive;

import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import com.slack.api.bolt.App;
import com.slack.api.bolt.response.Response;
import com.slack.api.bolt.socket_mode.request.SocketModeRequestParser;
import dev.cairn.chat.Platform;
import dev.cairn.connection.Acknowledgement;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.io.IOException;
import java.net.URISyntaxException;
import java.util.concurrent.RejectedExecutionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Socket Mode: Slack talks to us over a connection that we opened, so we need no public address.
 */
public final class SocketMode {
  private static final Logger LOG = LoggerFactory.getLogger(SocketMode.class);

  private final App app;
  private final Timer acknowledged;
  private final SocketModeRequestParser parser;
  private final SlackSocket socket;

  /**
   * Opens the connection and keeps it open.
   *
   * @param meters tell how long Slack waits for an acknowledgement
   * @throws IllegalStateException when Slack refuses the app token
   */
  public SocketMode(App app, String appToken, MeterRegistry meters) {
    this.app = app;
    this.acknowledged = Acknowledgement.timer(meters, Platform.SLACK);
    this.parser = new SocketModeRequestParser(app.config());
    try {
      String url = app.slack().issueSocketModeUrl(appToken);
      this.socket = new SlackSocket(app.slack(), appToken, url);
    } catch (IOException | URISyntaxException unreachable) {
      throw new IllegalStateException(
          "Slack could not be reached for Socket Mode: " + unreachable.getMessage(), unreachable);
    }
    socket.addWebSocketMessageListener(this::receive);
    socket.connect();
  }

  public boolean isOpen() {
    return socket.isOpen();
  }

  public void close() {
    try {
      socket.close();
    } catch (IOException failure) {
      LOG.info("the connection to Slack did not close cleanly", failure);
    }
  }

  private void receive(String message) {
    Timer.Sample arrived = Timer.start();
    JsonObject json;
    try {
      json = JsonParser.parseString(message).getAsJsonObject();
    } catch (JsonParseException | IllegalStateException malformed) {
      LOG.warn("Slack sent what is no JSON");
      return;
    }
    if (!json.has("envelope_id")) {
      return;
    }
    String envelope = json.get("envelope_id").getAsString();
    JsonObject acknowledgement = new JsonObject();
    acknowledgement.addProperty("envelope_id", envelope);
    if (!isKnown(json)) {
      LOG.info("Slack sent something that we do not know");
      socket.sendSocketModeResponse(acknowledgement.toString());
      return;
    }
    try {
      Response response = app.run(parser.parse(message).getBoltRequest());
      JsonElement payload = payload(response);
      if (!payload.isJsonNull()) {
        acknowledgement.add("payload", payload);
      }
    } catch (RejectedExecutionException closing) {
      // Not acknowledged, so that Slack gives it to another connection of ours.
      return;
    } catch (Exception failure) {
      LOG.error("envelope {} was not understood", envelope, failure);
    }
    socket.sendSocketModeResponse(acknowledgement.toString());
    arrived.stop(acknowledged);
  }

  /** Bolt writes a payload whose type it does not know into the log, secrets and all. */
  private static boolean isKnown(JsonObject envelope) {
    String type = text(envelope, "type");
    return type.equals("slash_commands")
        || ((type.equals("interactive") || type.equals("events_api"))
            && envelope.get("payload") instanceof JsonObject payload
            && SlackHttpEndpoint.KNOWN_TYPES.contains(text(payload, "type")));
  }

  private static String text(JsonObject object, String key) {
    return object.get(key) instanceof JsonPrimitive text ? text.getAsString() : "";
  }

  private static JsonElement payload(Response response) {
    String body = response.getBody();
    boolean json =
        response.getStatusCode() == 200
            && body != null
            && response.getContentType().startsWith("application/json");
    return json ? JsonParser.parseString(body) : JsonNull.INSTANCE;
  }
}
