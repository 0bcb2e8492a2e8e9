package dev.cairn.platform.slack.standin;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import org.jspecify.annotations.Nullable;

/** What Slack sends, after its documentation. */
public final class Payloads {
  /** The timestamp of the message whose controls are used. */
  public static final String PRESSED = "1767000000.000100";

  private final SlackStandIn slack;

  public Payloads(SlackStandIn slack) {
    this.slack = slack;
  }

  /** A slash command of user U1 in channel C1. */
  public JsonObject command(String text) {
    return command("U1", text);
  }

  /** A slash command in channel C1. */
  public JsonObject command(String user, String text) {
    JsonObject payload = new JsonObject();
    payload.addProperty("token", "verification-secret");
    payload.addProperty("team_id", "T1");
    payload.addProperty("team_domain", "lab");
    payload.addProperty("channel_id", "C1");
    payload.addProperty("channel_name", "general");
    payload.addProperty("user_id", user);
    payload.addProperty("user_name", "handle");
    payload.addProperty("command", "/study");
    payload.addProperty("text", text);
    payload.addProperty("api_app_id", "A1");
    payload.addProperty("is_enterprise_install", "false");
    payload.addProperty("response_url", slack.newResponseUrl());
    payload.addProperty("trigger_id", slack.newId("trigger."));
    return payload;
  }

  /** A press of a button, or a pick from a select, of a message in channel C1. */
  public JsonObject press(String user, JsonObject element) {
    JsonObject payload = interactive("block_actions", user);
    payload.add(
        "container",
        json(
            "{'type':'message','message_ts':'1767000000.000100','channel_id':'C1','is_ephemeral':false}"));
    payload.add("channel", json("{'id':'C1','name':'general'}"));
    payload.add(
        "message", json("{'type':'message','ts':'1767000000.000100','text':'x','blocks':[]}"));
    payload.addProperty("response_url", slack.newResponseUrl());
    payload.add("actions", actions(element));
    return payload;
  }

  /** A press of a button of a message that only its reader sees. */
  public JsonObject pressInPrivate(String user, JsonObject element) {
    JsonObject payload = press(user, element);
    payload.add(
        "container",
        json(
            "{'type':'message','message_ts':'1767000000.000100','channel_id':'C1','is_ephemeral':true}"));
    payload.remove("message");
    return payload;
  }

  /** A press of a button in a view. */
  public JsonObject pressInView(String user, JsonObject element, String type) {
    JsonObject payload = interactive("block_actions", user);
    payload.add("container", json("{'type':'view','view_id':'V1'}"));
    payload.add("view", json("{'id':'V1','type':'" + type + "','team_id':'T1','blocks':[]}"));
    payload.add("actions", actions(element));
    return payload;
  }

  /** A modal that was filled in and sent. */
  public JsonObject submission(String user, JsonObject view, JsonObject values) {
    JsonObject payload = interactive("view_submission", user);
    JsonObject state = new JsonObject();
    state.add("values", values);
    JsonObject sent = view.deepCopy();
    sent.addProperty("id", "V1");
    sent.addProperty("hash", "1.h");
    sent.add("state", state);
    payload.add("view", sent);
    return payload;
  }

  /** A question what could complete a text. */
  public JsonObject suggestion(String user, String actionId, String typed) {
    JsonObject payload = interactive("block_suggestion", user);
    payload.addProperty("action_id", actionId);
    payload.addProperty("block_id", "name");
    payload.addProperty("value", typed);
    payload.add("container", json("{'type':'view','view_id':'V1'}"));
    payload.add("view", json("{'id':'V1','type':'modal','callback_id':'form'}"));
    return payload;
  }

  /** An event. */
  public JsonObject event(String json) {
    JsonObject payload = new JsonObject();
    payload.addProperty("token", "verification-secret");
    payload.addProperty("team_id", "T1");
    payload.addProperty("api_app_id", "A1");
    payload.addProperty("type", "event_callback");
    payload.addProperty("event_id", slack.newId("Ev"));
    payload.addProperty("event_time", 1_767_000_000);
    payload.add("event", json(json));
    payload.add(
        "authorizations",
        json("{'a':[{'enterprise_id':null,'team_id':'T1','user_id':'UBOT','is_bot':true}]}")
            .get("a"));
    return payload;
  }

  /** JSON with single quotes. */
  public static JsonObject json(String text) {
    return JsonParser.parseString(text.replace('\'', '"')).getAsJsonObject();
  }

  /** The first block of this type. */
  public static JsonObject block(JsonArray blocks, String type) {
    for (JsonElement block : blocks) {
      if (block.getAsJsonObject().get("type").getAsString().equals(type)) {
        return block.getAsJsonObject();
      }
    }
    throw new AssertionError("no " + type + " in " + blocks);
  }

  /** The first element of a message or view whose label is this, wherever it stands. */
  public static JsonObject element(JsonElement blocks, String label) {
    JsonObject found = find(blocks, label);
    if (found == null) {
      throw new AssertionError("no element " + label + " in " + blocks);
    }
    return found;
  }

  private static @Nullable JsonObject find(JsonElement element, String label) {
    if (element.isJsonArray()) {
      for (JsonElement child : element.getAsJsonArray()) {
        JsonObject found = find(child, label);
        if (found != null) {
          return found;
        }
      }
    } else if (element.isJsonObject()) {
      JsonObject object = element.getAsJsonObject();
      for (String key : new String[] {"text", "placeholder"}) {
        if (object.has("action_id")
            && object.has(key)
            && object.getAsJsonObject(key).get("text").getAsString().equals(label)) {
          return object;
        }
      }
      for (String key : new String[] {"elements", "accessory"}) {
        JsonObject found = object.has(key) ? find(object.get(key), label) : null;
        if (found != null) {
          return found;
        }
      }
    }
    return null;
  }

  private JsonObject interactive(String type, String user) {
    JsonObject payload = new JsonObject();
    payload.addProperty("type", type);
    payload.addProperty("token", "verification-secret");
    payload.addProperty("api_app_id", "A1");
    payload.add("team", json("{'id':'T1','domain':'lab'}"));
    payload.add(
        "user", json("{'id':'" + user + "','username':'handle','name':'handle','team_id':'T1'}"));
    payload.addProperty("trigger_id", slack.newId("trigger."));
    return payload;
  }

  private static JsonArray actions(JsonObject element) {
    JsonObject action = new JsonObject();
    for (String key : new String[] {"action_id", "type", "value", "selected_option"}) {
      if (element.has(key)) {
        action.add(key, element.get(key));
      }
    }
    action.addProperty("block_id", "b");
    action.addProperty("action_ts", "1767000001.000000");
    JsonArray actions = new JsonArray();
    actions.add(action);
    return actions;
  }
}
