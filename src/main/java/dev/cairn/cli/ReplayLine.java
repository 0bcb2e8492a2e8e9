package dev.cairn.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A line of a replay.
 *
 * @param number from 1, for errors
 * @param text what is typed, or null where a button is pressed
 * @param press the action of the button that is pressed, or null where something is typed
 * @param id of the interaction, or null for one of its own
 */
record ReplayLine(
    int number,
    Instant at,
    String community,
    String member,
    boolean moderator,
    @Nullable String text,
    @Nullable String press,
    @Nullable String id) {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Set<String> KEYS =
      Set.of("at", "community", "member", "moderator", "text", "press", "id");

  /**
   * Reads a line.
   *
   * @throws FailureException that names the line and says what is wrong
   */
  static ReplayLine parse(int number, String line) {
    JsonNode json;
    try {
      json = JSON.readTree(line);
    } catch (JsonProcessingException e) {
      throw wrong(number, "not JSON: " + e.getOriginalMessage());
    }
    if (!json.isObject()) {
      throw wrong(number, "not a JSON object");
    }
    for (Map.Entry<String, JsonNode> entry : json.properties()) {
      if (!KEYS.contains(entry.getKey())) {
        throw wrong(number, "unknown key \"" + entry.getKey() + "\"");
      }
    }
    String text = optional(number, json, "text");
    String press = optional(number, json, "press");
    if ((text == null) == (press == null)) {
      throw wrong(number, "needs either \"text\" or \"press\"");
    }
    return new ReplayLine(
        number,
        instant(number, required(number, json, "at")),
        required(number, json, "community"),
        required(number, json, "member"),
        flag(number, json, "moderator"),
        text,
        press,
        optional(number, json, "id"));
  }

  private static Instant instant(int number, String text) {
    try {
      return OffsetDateTime.parse(text).toInstant();
    } catch (DateTimeParseException e) {
      throw wrong(number, "\"at\" is not an instant like 2026-01-01T09:00:00Z: " + text);
    }
  }

  private static String required(int number, JsonNode json, String key) {
    String value = optional(number, json, key);
    if (value == null || value.isBlank()) {
      throw wrong(number, "needs \"" + key + "\"");
    }
    return value;
  }

  private static @Nullable String optional(int number, JsonNode json, String key) {
    JsonNode value = json.get(key);
    if (value == null || value.isNull()) {
      return null;
    }
    if (!value.isTextual() && !(key.equals("id") && value.isIntegralNumber())) {
      throw wrong(number, "\"" + key + "\" must be a text");
    }
    return value.asText();
  }

  private static boolean flag(int number, JsonNode json, String key) {
    JsonNode value = json.get(key);
    if (value == null || value.isNull()) {
      return false;
    }
    if (!value.isBoolean()) {
      throw wrong(number, "\"" + key + "\" must be true or false");
    }
    return value.asBoolean();
  }

  private static FailureException wrong(int number, String what) {
    return new FailureException("line " + number + ": " + what);
  }
}
