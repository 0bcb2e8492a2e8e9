package dev.cairn.cli;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.io.JsonEOFException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
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
  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private static final String EXAMPLE =
      "{\"at\":\"2026-01-01T09:00:00Z\",\"community\":\"lab\",\"member\":\"asha\",\"text\":\"/done\"}";

  /** The longest name of a member or community, in characters. */
  static final int LONGEST_NAME = 100;

  private static final int LONGEST_ID = 200;
  private static final int LAST_YEAR = 9999;
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
      throw wrong(number, "not JSON: " + plainly(e) + "; a line looks like " + EXAMPLE);
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
    String id = optional(number, json, "id");
    return new ReplayLine(
        number,
        instant(number, required(number, json, "at")),
        noLonger(LONGEST_NAME, number, "community", required(number, json, "community")),
        noLonger(LONGEST_NAME, number, "member", required(number, json, "member")),
        flag(number, json, "moderator"),
        text,
        press,
        id == null ? null : noLonger(LONGEST_ID, number, "id", id));
  }

  /** What the parser says is meant for whoever programs it. */
  private static String plainly(JsonProcessingException unreadable) {
    String said = unreadable.getOriginalMessage();
    if (said.startsWith("Duplicate field")) {
      return said;
    }
    return switch (unreadable) {
      case JsonEOFException _ -> "it ends too early";
      case MismatchedInputException _ -> "there is more after the object";
      default -> {
        JsonLocation where = unreadable.getLocation();
        yield where == null
            ? "it cannot be read"
            : "it cannot be read from character " + where.getColumnNr() + " on";
      }
    };
  }

  private static Instant instant(int number, String text) {
    OffsetDateTime at;
    try {
      at = OffsetDateTime.parse(text).withOffsetSameInstant(ZoneOffset.UTC);
    } catch (DateTimeException e) {
      throw wrong(number, "\"at\" is not an instant like 2026-01-01T09:00:00Z: " + text);
    }
    if (at.getYear() < 1 || at.getYear() > LAST_YEAR) {
      throw wrong(number, "\"at\" is not within the years 1 to 9999: " + text);
    }
    return at.toInstant();
  }

  private static String noLonger(int most, int number, String key, String value) {
    if (value.codePointCount(0, value.length()) > most) {
      throw wrong(number, "\"%s\" is longer than %d characters".formatted(key, most));
    }
    return value;
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
