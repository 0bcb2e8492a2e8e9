package dev.cairn.platform.discord.standin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;

/** What a request is answered with. */
public record RestAnswer(int status, JsonNode body, Map<String, String> headers) {

  /** As asked. */
  static RestAnswer ok(JsonNode body) {
    return new RestAnswer(200, body, Map.of());
  }

  /** As asked, without a body. */
  static RestAnswer noContent() {
    return new RestAnswer(204, MissingNode.getInstance(), Map.of());
  }

  /** Refused with one of Discord's codes. */
  public static RestAnswer refused(int status, int code, String message) {
    return new RestAnswer(
        status, World.object().put("code", code).put("message", message), Map.of());
  }

  /** Too much, with what Discord says about it. */
  public static RestAnswer tooMuch(JsonNode body, Map<String, String> headers) {
    return new RestAnswer(429, body, headers);
  }

  /** As asked, in a way that nobody can read. */
  public static RestAnswer unreadable() {
    ObjectNode nonsense = World.object();
    nonsense.putObject("resource").put("type", 4).putObject("message");
    return ok(nonsense);
  }

  /** Discord is broken. */
  public static RestAnswer broken(int status) {
    return new RestAnswer(status, World.object(), Map.of());
  }
}
