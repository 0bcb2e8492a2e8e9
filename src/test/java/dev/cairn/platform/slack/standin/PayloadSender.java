package dev.cairn.platform.slack.standin;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;

/** One of Slack's two ways to send. */
public interface PayloadSender {
  /** Slack's names for what it sends. */
  enum Kind {
    SLASH_COMMANDS,
    INTERACTIVE,
    EVENTS_API
  }

  /** Sends, and gives what the acknowledgement bore, or JSON's null. */
  JsonElement send(Kind kind, JsonObject payload) throws Exception;

  /** Sends the same again, as Slack does when an acknowledgement did not reach it. */
  JsonElement repeat() throws Exception;
}
