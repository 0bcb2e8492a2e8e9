package dev.cairn.platform.slack.standin;

import java.util.Map;

/** What the stand-in answers. */
public record ApiAnswer(int status, Map<String, String> headers, String body) {

  /** All is well. */
  public static ApiAnswer ok(String json) {
    return new ApiAnswer(200, Map.of(), json);
  }

  /** Refused with Slack's word for why. */
  public static ApiAnswer error(String code) {
    return ok("{\"ok\":false,\"error\":\"" + code + "\"}");
  }

  /** Refused with an HTTP status, as at a {@code response_url}. */
  public static ApiAnswer refused(int status, String code) {
    return new ApiAnswer(status, Map.of(), code);
  }

  /** Too much at once. */
  public static ApiAnswer limited(int seconds) {
    return new ApiAnswer(
        429,
        Map.of("Retry-After", Integer.toString(seconds)),
        "{\"ok\":false,\"error\":\"ratelimited\"}");
  }

  /** Down. */
  public static ApiAnswer down() {
    return new ApiAnswer(503, Map.of(), "down");
  }
}
