package dev.cairn.platform.slack;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A request to one of our addresses, from whatever server received it.
 *
 * @param method in capitals
 * @param path as requested, without the query
 * @param query decoded parameters
 * @param headers in any case
 * @param body as received; a server need not read more than {@link SlackHttpEndpoint#MAX_BODY} and
 *     one byte
 */
// An array is what a server has; it is neither kept nor changed.
@SuppressWarnings("ArrayRecordComponent")
public record SlackHttpRequest(
    String method,
    String path,
    Map<String, List<String>> query,
    Map<String, List<String>> headers,
    byte[] body) {

  public SlackHttpRequest {
    Map<String, List<String>> lowerCase = new TreeMap<>();
    headers.forEach((name, values) -> lowerCase.put(name.toLowerCase(Locale.ROOT), values));
    headers = lowerCase;
  }

  /** The first value of a header, or null. */
  @Nullable String header(String name) {
    List<String> values = headers.get(name);
    return values == null || values.isEmpty() ? null : values.getFirst();
  }
}
