package dev.cairn.platform.slack;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.List;

/** What a reader of blocks reads: their text, with Slack's markup undone. */
public final class ShownText {
  private final StringBuilder shown = new StringBuilder();

  private ShownText() {}

  /** The text of blocks, or of anything else that Slack shows. */
  public static String of(JsonElement blocks) {
    ShownText text = new ShownText();
    text.add(blocks);
    return text.shown.toString();
  }

  private void add(JsonElement element) {
    if (element.isJsonArray()) {
      element.getAsJsonArray().forEach(this::add);
    } else if (element.isJsonObject()) {
      addObject(element.getAsJsonObject());
    }
  }

  private void addObject(JsonObject object) {
    String type = object.has("type") ? object.get("type").getAsString() : "";
    String text =
        object.get("text") instanceof JsonPrimitive primitive ? primitive.getAsString() : "";
    switch (type) {
      case "mrkdwn" -> shown.append(undone(text)).append('\n');
      case "text", "link" -> shown.append(text);
      case "user" -> shown.append('@').append(object.get("user_id").getAsString());
      case "date" -> shown.append(object.get("fallback").getAsString());
      default -> shown.append(text);
    }
    if (object.has("alt_text")) {
      shown.append(object.get("alt_text").getAsString());
    }
    for (String child :
        List.of(
            "text",
            "fields",
            "elements",
            "accessory",
            "rows",
            "options",
            "label",
            "element",
            "placeholder")) {
      if (object.has(child)) {
        add(object.get(child));
      }
    }
    if (type.startsWith("rich_text") || type.equals("plain_text") || type.equals("raw_text")) {
      shown.append('\n');
    }
  }

  private static String undone(String markup) {
    return markup
        .replaceAll("<!date\\^[^|]*\\|([^>]*)>", "$1")
        .replaceAll("<@([^>]*)>", "@$1")
        .replaceAll("<[^>|]*\\|([^>]*)>", "$1")
        .replaceAll("[*`]", "")
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&amp;", "&");
  }
}
