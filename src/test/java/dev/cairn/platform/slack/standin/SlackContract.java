package dev.cairn.platform.slack.standin;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Slack's documented limits, held against what is sent. Written from the documentation and not from
 * the adapter's own table, so that the two can disagree; Slack's types are asked as well, where
 * they are present.
 */
public final class SlackContract {
  /** Of a view as JSON, in bytes. */
  private static final int VIEW_SIZE = 250_000;

  private final List<String> violations = new ArrayList<>();
  private final Set<String> actionIds = new HashSet<>();
  private final Set<String> blockIds = new HashSet<>();
  private int tables;

  private SlackContract() {}

  /** What is wrong with a call; empty when nothing is. */
  public static List<String> of(ApiCall call) {
    SlackContract check = new SlackContract();
    String method = call.method().replaceFirst("/.*", "");
    switch (method) {
      case "chat.postMessage", "chat.postEphemeral" -> check.message(call, 40_000);
      case "chat.update" -> check.message(call, 4_000);
      case "response_url" -> check.response(call);
      case "views.open", "views.push", "views.update" -> check.modal(call.view());
      case "views.publish" -> check.home(call.view());
      default -> {
        // Nothing that is shown.
      }
    }
    return check.violations.stream().map(said -> method + ": " + said).toList();
  }

  /** What is wrong with the blocks of a message; empty when nothing is. */
  public static List<String> ofMessage(JsonArray blocks) {
    SlackContract check = new SlackContract();
    check.blocks(blocks, 50);
    return check.violations;
  }

  /** What is wrong with a modal; empty when nothing is. */
  public static List<String> ofModal(JsonObject view) {
    SlackContract check = new SlackContract();
    check.modal(view);
    return check.violations;
  }

  private void must(boolean holds, String otherwise) {
    if (!holds) {
      violations.add(otherwise);
    }
  }

  private void length(String text, int min, int max, String what) {
    must(
        text.length() >= min && text.length() <= max,
        "%s must have %d to %d characters, has %d".formatted(what, min, max, text.length()));
    must(isWhole(text), what + " holds half a character: " + text);
  }

  /** Whether every half of a surrogate pair has its other half. */
  private static boolean isWhole(String text) {
    return StandardCharsets.UTF_8.newEncoder().canEncode(text);
  }

  private static String text(JsonObject of, String key) {
    return of.has(key) && of.get(key).isJsonPrimitive() ? of.get(key).getAsString() : "";
  }

  private void message(ApiCall call, int longest) {
    must(call.parameters().containsKey("channel"), "no channel");
    said(call.parameters().getOrDefault("text", ""), longest);
    if (call.parameters().containsKey("blocks")) {
      blocks(call.blocks(), 50);
    }
  }

  private void response(ApiCall call) {
    JsonObject body = call.json();
    if (body.has("delete_original")) {
      return;
    }
    must(Set.of("in_channel", "ephemeral").contains(text(body, "response_type")), "no type");
    said(text(body, "text"), 40_000);
    must(!body.has("blocks") || !call.blocks().isEmpty(), "blocks that are none");
    blocks(call.blocks(), 50);
  }

  /** What stands in a notification, and where blocks cannot be shown. */
  private void said(String text, int longest) {
    must(!text.isBlank(), "no text");
    length(text, 1, longest, "text");
    must(!text.matches("(?s).*<![^>]*>.*"), "text that notifies many: " + text);
  }

  private void modal(JsonObject view) {
    violations.addAll(SlackSchemas.ofModal(view));
    must(text(view, "type").equals("modal"), "no modal: " + view.get("type"));
    plain(view, "title", 24);
    if (view.has("submit")) {
      plain(view, "submit", 24);
    }
    if (view.has("close")) {
      plain(view, "close", 24);
    }
    must(
        view.has("submit") || !view.get("blocks").toString().contains("\"type\":\"input\""),
        "inputs and nothing to send them with");
    view(view);
  }

  private void home(JsonObject view) {
    violations.addAll(SlackSchemas.ofHome(view));
    must(text(view, "type").equals("home"), "no home: " + view.get("type"));
    view(view);
  }

  private void view(JsonObject view) {
    length(text(view, "private_metadata"), 0, 3_000, "private_metadata");
    length(text(view, "callback_id"), 0, 255, "callback_id");
    JsonArray blocks = view.getAsJsonArray("blocks");
    must(!blocks.isEmpty(), "a view without blocks");
    blocks(blocks, 100);
    must(tables == 0, "a table in a view");
    int bytes = view.toString().getBytes(StandardCharsets.UTF_8).length;
    must(bytes <= VIEW_SIZE, "a view of " + bytes + " bytes");
  }

  private void blocks(JsonArray blocks, int most) {
    violations.addAll(SlackSchemas.ofBlocks(blocks));
    must(blocks.size() <= most, blocks.size() + " blocks");
    for (JsonElement block : blocks) {
      block(block.getAsJsonObject());
    }
    must(tables <= 1, tables + " tables");
  }

  private void block(JsonObject block) {
    String id = text(block, "block_id");
    must(id.length() <= 255 && (id.isEmpty() || blockIds.add(id)), "block_id twice: " + id);
    switch (text(block, "type")) {
      case "header" -> plain(block, "text", 150);
      case "section" -> section(block);
      case "context" -> context(block.getAsJsonArray("elements"));
      case "divider" -> {}
      case "image" -> image(block);
      case "actions" -> {
        JsonArray elements = block.getAsJsonArray("elements");
        must(!elements.isEmpty() && elements.size() <= 25, elements.size() + " elements");
        elements.forEach(element -> element(element.getAsJsonObject()));
      }
      case "rich_text" -> richText(block.getAsJsonArray("elements"));
      case "table" -> table(block);
      case "input" -> input(block);
      case String other -> must(false, "no block type " + other);
    }
  }

  private void section(JsonObject section) {
    must(section.has("text") || section.has("fields"), "a section of nothing");
    if (section.has("text")) {
      words(section.getAsJsonObject("text"), 3_000, "text of a section");
    }
    if (section.has("fields")) {
      JsonArray fields = section.getAsJsonArray("fields");
      must(!fields.isEmpty() && fields.size() <= 10, fields.size() + " fields");
      fields.forEach(field -> words(field.getAsJsonObject(), 2_000, "a field"));
    }
    if (section.has("accessory")) {
      element(section.getAsJsonObject("accessory"));
    }
  }

  private void words(JsonObject words, int max, String what) {
    length(text(words, "text"), 1, max, what);
    must(!text(words, "text").isBlank(), what + " is blank");
    if (text(words, "type").equals("mrkdwn")) {
      must(
          !text(words, "text").matches("(?s).*<!(?:channel|here|everyone)[|>].*"),
          what + " notifies many");
    } else {
      must(text(words, "type").equals("plain_text"), what + " of type " + words.get("type"));
    }
  }

  private void plain(JsonObject of, String key, int max) {
    JsonObject words = of.getAsJsonObject(key);
    words(words, max, key);
    must(text(words, "type").equals("plain_text"), key + " takes plain text");
  }

  private void context(JsonArray elements) {
    must(!elements.isEmpty() && elements.size() <= 10, elements.size() + " elements of a context");
    elements.forEach(element -> words(element.getAsJsonObject(), 2_000, "small print"));
  }

  private void image(JsonObject image) {
    must(image.has("image_url") != image.has("slack_file"), "a picture from " + image);
    length(text(image, "image_url"), 0, 3_000, "image_url");
    length(text(image, "alt_text"), 1, 2_000, "alt_text");
  }

  private void richText(JsonArray elements) {
    must(!elements.isEmpty(), "rich text of nothing");
    for (JsonElement each : elements) {
      JsonObject element = each.getAsJsonObject();
      if (text(element, "type").equals("rich_text_list")) {
        richText(element.getAsJsonArray("elements"));
      } else {
        must(!element.getAsJsonArray("elements").isEmpty(), element.get("type") + " of nothing");
        element.getAsJsonArray("elements").forEach(span -> span(span.getAsJsonObject()));
      }
    }
  }

  private void span(JsonObject span) {
    switch (text(span, "type")) {
      case "text" -> length(text(span, "text"), 1, 4_000, "a text");
      case "link" -> {
        length(text(span, "url"), 1, 3_000, "a link");
        must(!span.has("text") || !text(span, "text").isEmpty(), "a link without words");
      }
      case "user", "channel", "date" -> {}
      case String other -> must(false, "no span of type " + other);
    }
  }

  private void table(JsonObject table) {
    tables++;
    JsonArray rows = table.getAsJsonArray("rows");
    must(!rows.isEmpty() && rows.size() <= 100, rows.size() + " rows");
    int length = 0;
    for (JsonElement row : rows) {
      must(!row.getAsJsonArray().isEmpty() && row.getAsJsonArray().size() <= 20, "cells of " + row);
      for (JsonElement cell : row.getAsJsonArray()) {
        length(text(cell.getAsJsonObject(), "text"), 1, 10_000, "a cell");
        length += text(cell.getAsJsonObject(), "text").length();
      }
    }
    must(length <= 10_000, length + " characters in a table");
  }

  private void input(JsonObject block) {
    plain(block, "label", 2_000);
    if (block.has("hint")) {
      plain(block, "hint", 2_000);
    }
    JsonObject element = block.getAsJsonObject("element");
    actionIds.clear();
    element(element);
    String initial = text(element, "initial_value");
    switch (text(element, "type")) {
      case "plain_text_input" -> {
        int longest = element.has("max_length") ? element.get("max_length").getAsInt() : 3_000;
        must(longest >= 1 && longest <= 3_000, "max_length " + longest);
        length(initial, 0, longest, "initial_value");
      }
      case "number_input" ->
          must(
              initial.isEmpty()
                  || (initial.matches("-?[0-9]{1,18}")
                      && Long.parseLong(initial) >= Long.parseLong(text(element, "min_value"))
                      && Long.parseLong(initial) <= Long.parseLong(text(element, "max_value"))),
              "no number: " + initial);
      case "url_text_input" ->
          must(initial.isEmpty() || initial.matches("https?://.+"), "no address: " + initial);
      case "datepicker" ->
          must(
              text(element, "initial_date").matches("|[0-9]{4}-[01][0-9]-[0-3][0-9]"),
              "no date: " + element);
      case "users_select" ->
          must(text(element, "initial_user").matches("|[UW][A-Z0-9]+"), "no member: " + element);
      case "conversations_select" ->
          must(
              text(element, "initial_conversation").matches("|[CDG][A-Z0-9]+"),
              "no channel: " + element);
      case "static_select", "external_select", "radio_buttons" -> {}
      case String other -> must(false, "an input of type " + other);
    }
  }

  private void element(JsonObject element) {
    String id = text(element, "action_id");
    length(id, 1, 255, "action_id");
    must(actionIds.add(id), "action_id twice: " + id);
    if (element.has("placeholder")) {
      plain(element, "placeholder", 150);
    }
    switch (text(element, "type")) {
      case "button" -> {
        plain(element, "text", 75);
        length(text(element, "value"), 0, 2_000, "value of a button");
        length(text(element, "url"), 0, 3_000, "url of a button");
        must(text(element, "url").matches("|(?i)https?://.+"), "no address: " + element);
        must(text(element, "style").matches("|primary|danger"), "no style: " + element);
      }
      case "static_select" -> options(element, 100);
      case "radio_buttons" -> options(element, 10);
      case "external_select" -> {
        if (element.has("initial_option")) {
          option(element.getAsJsonObject("initial_option"));
        }
      }
      default -> {
        // Inputs are looked at where they stand.
      }
    }
  }

  private void options(JsonObject element, int most) {
    JsonArray options = element.getAsJsonArray("options");
    must(!options.isEmpty() && options.size() <= most, options.size() + " options");
    options.forEach(option -> option(option.getAsJsonObject()));
    must(
        !element.has("initial_option") || options.contains(element.get("initial_option")),
        "begins with what is no option: " + element);
  }

  private void option(JsonObject option) {
    plain(option, "text", 75);
    length(text(option, "value"), 1, 75, "value of an option");
  }

  /** What is wrong with an answer to a question for suggestions. */
  public static List<String> ofSuggestions(JsonElement answer) {
    SlackContract check = new SlackContract();
    JsonArray options = answer.getAsJsonObject().getAsJsonArray("options");
    check.must(options.size() <= 100, options.size() + " suggestions");
    options.forEach(option -> check.option(option.getAsJsonObject()));
    return check.violations;
  }
}
