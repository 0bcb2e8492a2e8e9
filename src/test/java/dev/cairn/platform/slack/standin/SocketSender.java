package dev.cairn.platform.slack.standin;

import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import java.util.Locale;
import org.java_websocket.WebSocket;

/** Sends envelopes through Socket Mode. */
public final class SocketSender implements PayloadSender {
  private final SlackStandIn slack;
  private WebSocket connection;
  private JsonObject last = new JsonObject();

  public SocketSender(SlackStandIn slack) throws InterruptedException {
    this.slack = slack;
    this.connection = slack.socket().nextConnection();
  }

  @Override
  public JsonElement send(Kind kind, JsonObject payload) throws InterruptedException {
    return deliver(envelope(kind, payload));
  }

  @Override
  public JsonElement repeat() throws InterruptedException {
    JsonObject again = last.deepCopy();
    again.addProperty("retry_attempt", 1);
    again.addProperty("retry_reason", "timeout");
    return deliver(again);
  }

  /** The connection that is sent through. */
  public WebSocket connection() {
    return connection;
  }

  /** Goes over to the connection that was opened next. */
  public void followToNextConnection() throws InterruptedException {
    connection = slack.socket().nextConnection();
  }

  /** An envelope that is not sent yet. */
  public JsonObject envelope(Kind kind, JsonObject payload) {
    JsonObject envelope = new JsonObject();
    envelope.addProperty("envelope_id", slack.newId("envelope-"));
    envelope.addProperty("type", kind.name().toLowerCase(Locale.ROOT));
    envelope.addProperty("accepts_response_payload", kind != Kind.EVENTS_API);
    envelope.add("payload", payload);
    return envelope;
  }

  private JsonElement deliver(JsonObject envelope) throws InterruptedException {
    last = envelope;
    connection.send(envelope.toString());
    JsonObject acknowledgement = slack.socket().nextAcknowledgement();
    if (!acknowledgement.get("envelope_id").equals(envelope.get("envelope_id"))) {
      throw new AssertionError("acknowledged something else: " + acknowledgement);
    }
    return acknowledgement.has("payload") ? acknowledgement.get("payload") : JsonNull.INSTANCE;
  }
}
