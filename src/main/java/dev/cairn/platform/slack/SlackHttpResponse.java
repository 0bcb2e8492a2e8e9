package dev.cairn.platform.slack;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/**
 * What to answer to a {@link SlackHttpRequest}.
 *
 * @param status of HTTP
 * @param contentType of the body
 * @param headers further ones
 */
// An array is what a server sends; it is neither kept nor changed.
@SuppressWarnings("ArrayRecordComponent")
public record SlackHttpResponse(
    int status, String contentType, Map<String, List<String>> headers, byte[] body) {

  static SlackHttpResponse of(int status, String text) {
    return new SlackHttpResponse(
        status, "text/plain; charset=utf-8", Map.of(), text.getBytes(StandardCharsets.UTF_8));
  }
}
