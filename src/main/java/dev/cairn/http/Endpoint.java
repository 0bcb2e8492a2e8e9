package dev.cairn.http;

import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What other machines may call: health, metrics, events of a platform. It knows nothing of the
 * server behind it.
 */
public final class Endpoint implements Routes {
  private final List<HandlerType> methods;
  private final String path;
  private final Handler handler;

  private Endpoint(List<HandlerType> methods, String path, Handler handler) {
    this.methods = methods;
    this.path = path;
    this.handler = handler;
  }

  /** What is asked for with {@code GET} at one path. */
  public static Endpoint get(String path, Handler handler) {
    return new Endpoint(List.of(HandlerType.GET), path, handler);
  }

  /**
   * What is asked for with {@code GET} and sent with {@code POST} at every path that begins so.
   *
   * @param folder ends in a slash
   */
  public static Endpoint below(String folder, Handler handler) {
    return new Endpoint(List.of(HandlerType.GET, HandlerType.POST), folder, handler);
  }

  /** Answers a request. */
  @FunctionalInterface
  public interface Handler {
    /**
     * Answers; runs on a virtual thread of its own.
     *
     * @throws Exception where it fails: the server logs it and answers 500
     */
    Answer handle(Request request) throws Exception;

    /** Answers in place of {@link #handle} where the body is longer than is ever read. */
    default Answer tooLong() {
      return Answer.text(413, "too long");
    }
  }

  /**
   * What was sent.
   *
   * @param method in capitals
   * @param path as requested, without the query
   * @param query decoded parameters
   * @param headers by name as sent
   * @param body the bytes just as they came: a signature may be over them
   */
  // An array is what a server has; it is neither kept nor changed.
  @SuppressWarnings("ArrayRecordComponent")
  public record Request(
      String method,
      String path,
      Map<String, List<String>> query,
      Map<String, List<String>> headers,
      byte[] body) {

    /** The first value of a header, however its name is written; or null. */
    public @Nullable String header(String name) {
      return headers.entrySet().stream()
          .filter(header -> header.getKey().equalsIgnoreCase(name))
          .flatMap(header -> header.getValue().stream())
          .findFirst()
          .orElse(null);
    }
  }

  /**
   * What is answered.
   *
   * @param contentType with its charset
   * @param headers more headers
   */
  @SuppressWarnings("ArrayRecordComponent")
  public record Answer(
      int status, String contentType, Map<String, List<String>> headers, byte[] body) {
    /** Plain text. */
    public static Answer text(int status, String body) {
      return of(status, "text/plain; charset=utf-8", body);
    }

    /** Text of this type. */
    public static Answer of(int status, String contentType, String body) {
      return new Answer(status, contentType, Map.of(), body.getBytes(StandardCharsets.UTF_8));
    }
  }

  @Override
  public void addTo(JavalinDefaultRoutingApi routes) {
    String pattern = path.endsWith("/") ? path + "*" : path;
    methods.forEach(method -> routes.addHttpHandler(method, pattern, this::answer));
  }

  @Override
  public boolean isOpen(String requested) {
    return path.endsWith("/") ? requested.startsWith(path) : requested.equals(path);
  }

  private void answer(Context ctx) throws Exception {
    byte[] body = ctx.bodyInputStream().readNBytes(HttpServer.MAX_REQUEST_BYTES + 1);
    Answer answer =
        body.length > HttpServer.MAX_REQUEST_BYTES
            ? handler.tooLong()
            : handler.handle(
                new Request(
                    ctx.method().name(), ctx.path(), ctx.queryParamMap(), headers(ctx), body));
    answer.headers().forEach((name, values) -> ctx.header(name, String.join(", ", values)));
    ctx.status(answer.status()).contentType(answer.contentType()).result(answer.body());
  }

  private static Map<String, List<String>> headers(Context ctx) {
    return ctx.headerMap().entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, header -> List.of(header.getValue())));
  }
}
