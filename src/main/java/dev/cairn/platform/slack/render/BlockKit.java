package dev.cairn.platform.slack.render;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.cairn.chat.reply.Excerpt;
import java.util.List;

/**
 * The parts of Block Kit that we use, as JSON. Bolt's model lacks tables and writes style flags
 * that Slack's types do not know, so the JSON is ours (docs/decisions/0031).
 */
public final class BlockKit {
  private BlockKit() {}

  static JsonObject plainText(String text) {
    JsonObject object = typed("plain_text");
    object.addProperty("text", text);
    object.addProperty("emoji", false);
    return object;
  }

  /** Slack's markup, taken as it is written: nothing in it is made a link that is none. */
  static JsonObject mrkdwn(String text) {
    JsonObject object = typed("mrkdwn");
    object.addProperty("text", text);
    object.addProperty("verbatim", true);
    return object;
  }

  static JsonObject header(String text) {
    return with(typed("header"), "text", plainText(text));
  }

  static JsonObject section(JsonObject text) {
    return with(typed("section"), "text", text);
  }

  static JsonObject fields(List<JsonObject> fields) {
    return with(typed("section"), "fields", array(fields));
  }

  static JsonObject context(JsonObject text) {
    return with(typed("context"), "elements", array(List.of(text)));
  }

  static JsonObject divider() {
    return typed("divider");
  }

  static JsonObject image(String altText, String key, JsonElement source) {
    JsonObject image = typed("image");
    image.add(key, source);
    image.addProperty("alt_text", altText);
    return image;
  }

  static JsonObject actions(List<JsonObject> elements) {
    return with(typed("actions"), "elements", array(elements));
  }

  static JsonObject richText(List<JsonObject> elements) {
    return with(typed("rich_text"), "elements", array(elements));
  }

  static JsonObject button(String actionId, String label) {
    JsonObject button = typed("button");
    button.addProperty("action_id", actionId);
    button.add("text", plainText(Excerpt.of(label, SlackLimits.BUTTON_TEXT)));
    return button;
  }

  static JsonObject option(String label, String value) {
    JsonObject option = new JsonObject();
    option.add("text", plainText(Excerpt.of(label, SlackLimits.OPTION_TEXT)));
    option.addProperty("value", value);
    return option;
  }

  public static JsonObject typed(String type) {
    JsonObject object = new JsonObject();
    object.addProperty("type", type);
    return object;
  }

  static JsonObject with(JsonObject object, String key, JsonElement value) {
    object.add(key, value);
    return object;
  }

  public static JsonArray array(List<? extends JsonElement> elements) {
    JsonArray array = new JsonArray();
    elements.forEach(array::add);
    return array;
  }
}
