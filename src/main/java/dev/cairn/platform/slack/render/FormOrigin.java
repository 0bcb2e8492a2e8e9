package dev.cairn.platform.slack.render;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import dev.cairn.chat.Action;
import dev.cairn.chat.reply.Form;
import dev.cairn.command.ControlId;
import dev.cairn.command.LineReader;
import dev.cairn.platform.slack.api.Interaction;
import dev.cairn.platform.slack.api.ResponseUrl;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a modal carries along until it is submitted: what it gives, and where it was opened.
 *
 * @param action the command, with the arguments that are not asked for
 * @param asked the options that are
 * @param channel where its answer goes, or null
 * @param direct whether that is our private conversation
 * @param thread or null
 * @param responseUrl or null
 */
public record FormOrigin(
    Action action,
    List<String> asked,
    @Nullable String channel,
    boolean direct,
    @Nullable String thread,
    @Nullable String responseUrl) {

  static FormOrigin of(Form form, Interaction.Place from) {
    Map<String, String> given = new LinkedHashMap<>(form.action().arguments());
    form.asked().forEach(given::remove);
    ResponseUrl responseUrl = from.responseUrl();
    return new FormOrigin(
        new Action(form.action().command(), given),
        form.asked(),
        from.channel(),
        from.direct(),
        from.thread(),
        responseUrl == null ? null : responseUrl.url());
  }

  /** The modal's {@code private_metadata}. */
  String encoded() {
    JsonObject json = new JsonObject();
    json.addProperty("action", action.toString());
    JsonArray names = new JsonArray();
    asked.forEach(names::add);
    json.add("asked", names);
    json.addProperty("channel", channel);
    json.addProperty("direct", direct);
    json.addProperty("thread", thread);
    json.addProperty("responseUrl", responseUrl);
    String text = SlackEscapes.encoded(json.toString());
    if (text.length() > SlackLimits.PRIVATE_METADATA) {
      throw new IllegalArgumentException("a form's action is too long for Slack: " + action);
    }
    return text;
  }

  /**
   * Reads {@code private_metadata}.
   *
   * @throws dev.cairn.chat.reply.Refusal when it is not ours
   */
  public static FormOrigin decoded(@Nullable String text) {
    try {
      JsonObject json =
          JsonParser.parseString(SlackEscapes.decoded(text == null ? "" : text)).getAsJsonObject();
      List<String> asked = new ArrayList<>();
      for (JsonElement name : json.getAsJsonArray("asked")) {
        asked.add(name.getAsString());
      }
      return new FormOrigin(
          LineReader.action(json.get("action").getAsString()),
          List.copyOf(asked),
          textOf(json, "channel"),
          json.get("direct").getAsBoolean(),
          textOf(json, "thread"),
          textOf(json, "responseUrl"));
    } catch (JsonParseException | IllegalStateException | NullPointerException malformed) {
      throw ControlId.outdated();
    }
  }

  /** Where the answer goes. */
  public Interaction.Place place(@Nullable String trigger, Instant now) {
    return new Interaction.Place(
        channel,
        direct,
        thread,
        null,
        false,
        responseUrl == null ? null : new ResponseUrl(responseUrl, now),
        trigger,
        null);
  }

  private static @Nullable String textOf(JsonObject json, String key) {
    JsonElement value = json.get(key);
    return value == null || value.isJsonNull() ? null : value.getAsString();
  }
}
