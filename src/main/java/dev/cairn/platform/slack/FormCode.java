package dev.cairn.platform.slack;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import dev.cairn.chat.Form;
import dev.cairn.command.LineReader;
import java.util.ArrayList;
import java.util.List;

/** A form in the value of the button that opens it. */
final class FormCode {
  private FormCode() {}

  static String encoded(Form form) {
    JsonObject json = new JsonObject();
    json.addProperty("t", form.title());
    json.addProperty("a", form.action().toString());
    JsonArray asked = new JsonArray();
    form.asked().forEach(asked::add);
    json.add("q", asked);
    json.addProperty("s", form.submitLabel());
    return SlackEscapes.encoded(json.toString());
  }

  /**
   * Reads the value of a button.
   *
   * @throws dev.cairn.chat.Refusal when it is from another version of us
   */
  static Form decoded(String value) {
    try {
      JsonObject json = JsonParser.parseString(SlackEscapes.decoded(value)).getAsJsonObject();
      List<String> asked = new ArrayList<>();
      for (JsonElement name : json.getAsJsonArray("q")) {
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
      throw Press.outdated();
    }
  }
}
