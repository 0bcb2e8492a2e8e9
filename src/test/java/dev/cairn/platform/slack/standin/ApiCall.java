package dev.cairn.platform.slack.standin;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.util.Map;
import java.util.Objects;

/**
 * What reached the stand-in: a method of the Web API, an answer at a {@code response_url} ({@code
 * response_url/…}), an upload.
 *
 * @param token of the Authorization header, without its scheme; empty where there was none
 * @param parameters of a form
 * @param body as it came
 */
public record ApiCall(String method, String token, Map<String, String> parameters, String body) {

  /** A parameter that must be there. */
  public String parameter(String name) {
    return Objects.requireNonNull(parameters.get(name), () -> name + " of " + this);
  }

  /** The body as JSON. */
  public JsonObject json() {
    return JsonParser.parseString(body).getAsJsonObject();
  }

  /** The blocks that were sent, in whatever way. */
  public JsonArray blocks() {
    if (parameters.containsKey("blocks")) {
      return JsonParser.parseString(parameter("blocks")).getAsJsonArray();
    }
    JsonElement blocks = json().get("blocks");
    return blocks == null ? new JsonArray() : blocks.getAsJsonArray();
  }

  /** The view that was sent. */
  public JsonObject view() {
    return JsonParser.parseString(parameter("view")).getAsJsonObject();
  }
}
