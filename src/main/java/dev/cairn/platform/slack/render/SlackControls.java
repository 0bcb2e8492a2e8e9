package dev.cairn.platform.slack.render;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import dev.cairn.chat.Effect;
import dev.cairn.chat.reply.Form;
import dev.cairn.chat.reply.Refusal;
import dev.cairn.command.ControlId;
import dev.cairn.command.LineReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Control ids as Slack keeps them: {@code & < > %} are written as in a web address, because Slack
 * escapes the first three on the way back. Also reads what we wrote before Discord and Slack shared
 * one form of ids: messages of then keep their buttons.
 */
public final class SlackControls {
  private static final String NOBODY = "-";

  private SlackControls() {}

  /** The text of an id; empty when it is longer than this. */
  static Optional<String> written(ControlId id, int budget) {
    return id.written(Integer.MAX_VALUE)
        .map(SlackEscapes::encoded)
        .filter(text -> text.length() <= budget);
  }

  /**
   * Reads an id.
   *
   * @throws Refusal when it is not ours, or of a version that is no longer understood
   */
  public static ControlId read(@Nullable String text) {
    String id = SlackEscapes.decoded(text == null ? "" : text);
    if (id.startsWith("{")) {
      return new ControlId(null, null, new ControlId.Task.Open(earlierForm(id)));
    }
    return id.startsWith("1R ") || id.startsWith("1U ") ? earlierPress(id) : ControlId.read(id);
  }

  /**
   * Reads the {@code action_id} of a select, from after the part that tells it from others.
   *
   * @throws Refusal when it is not ours, or of a version that is no longer understood
   */
  public static ControlId readSelect(String actionId) {
    int id = actionId.indexOf(' ');
    if (id < 0) {
      throw ControlId.outdated();
    }
    String text = actionId.substring(id + 1);
    int earlier = text.indexOf(' ');
    if (text.startsWith("1") || earlier < 0) {
      return read(text);
    }
    ControlId press = read(text.substring(earlier + 1));
    if (press.task() instanceof ControlId.Task.Press(var effect, var action)) {
      String option = text.substring(0, earlier);
      return new ControlId(press.owner(), null, new ControlId.Task.Pick(effect, option, action));
    }
    throw ControlId.outdated();
  }

  /** {@code 1R U123 done note:hi}: a version, the effect, the owner of the message, the action. */
  private static ControlId earlierPress(String text) {
    String[] parts = text.split(" ", 3);
    if (parts.length < 3) {
      throw ControlId.outdated();
    }
    Effect effect = parts[0].equals("1U") ? Effect.UPDATE : Effect.REPLY;
    return new ControlId(
        parts[1].equals(NOBODY) ? null : parts[1],
        null,
        new ControlId.Task.Press(effect, LineReader.action(parts[2])));
  }

  private static Form earlierForm(String text) {
    try {
      JsonObject json = JsonParser.parseString(text).getAsJsonObject();
      List<String> asked = new ArrayList<>();
      JsonArray names = json.getAsJsonArray("q");
      for (JsonElement name : names) {
        asked.add(name.getAsString());
      }
      return new Form(
          json.get("t").getAsString(),
          LineReader.action(json.get("a").getAsString()),
          asked,
          json.get("s").getAsString());
    } catch (JsonParseException
        | IllegalStateException
        | IllegalArgumentException
        | NullPointerException malformed) {
      throw ControlId.outdated();
    }
  }
}
