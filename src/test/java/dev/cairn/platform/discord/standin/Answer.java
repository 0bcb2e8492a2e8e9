package dev.cairn.platform.discord.standin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;

/** What a request is answered with. */
public record Answer(int status, JsonNode body, Map<String, String> headers) {

  /** As asked. */
  static Answer ok(JsonNode body) {
    return new Answer(200, body, Map.of());
  }

  /** As asked, without a body. */
  static Answer noContent() {
    return new Answer(204, MissingNode.getInstance(), Map.of());
  }

  /** Refused with one of Discord's codes. */
  public static Answer refused(int status, int code, String message) {
    return new Answer(status, World.object().put("code", code).put("message", message), Map.of());
  }

  /** Too much, with what Discord says about it. */
  public static Answer tooMuch(JsonNode body, Map<String, String> headers) {
    return new Answer(429, body, headers);
  }

  /** As asked, in a way that nobody can read. */
  public static Answer unreadable() {
    ObjectNode nonsense = World.object();
    nonsense.putObject("resource").put("type", 4).putObject("message");
    return ok(nonsense);
  }

  /** Discord is broken. */
  public static Answer broken(int status) {
    return new Answer(status, World.object(), Map.of());
  }
}
