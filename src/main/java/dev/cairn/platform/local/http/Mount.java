package dev.cairn.platform.local.http;

import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Everything below a path, answered by somebody who knows no server: the events of a platform, with
 * the bytes just as they came, for their signature is over them. Other machines may call it.
 */
public final class Mount implements Routes {
  private final String path;
  private final Handler handler;

  /**
   * @param path without a slash at its end, like {@code /slack}
   */
  public Mount(String path, Handler handler) {
    this.path = path;
    this.handler = handler;
  }

  /** Answers a request. */
  @FunctionalInterface
  public interface Handler {
    /** Answers; runs on a virtual thread of its own. */
    Answer handle(Request request);
  }

  /**
   * What was sent.
   *
   * @param method in capitals
   * @param path without the query
   * @param query decoded parameters
   * @param headers by name as sent
   * @param body as sent
   */
  // An array is what a server has; it is neither kept nor changed.
  @SuppressWarnings("ArrayRecordComponent")
  public record Request(
      String method,
      String path,
      Map<String, List<String>> query,
      Map<String, List<String>> headers,
      byte[] body) {}

  /**
   * What is answered.
   *
   * @param headers further ones
   */
  // An array is what a server sends; it is neither kept nor changed.
  @SuppressWarnings("ArrayRecordComponent")
  public record Answer(
      int status, String contentType, Map<String, List<String>> headers, byte[] body) {}

  @Override
  public void addTo(JavalinDefaultRoutingApi routes) {
    routes.addHttpHandler(HandlerType.GET, path + "/<rest>", this::answer);
    routes.addHttpHandler(HandlerType.POST, path + "/<rest>", this::answer);
  }

  @Override
  public boolean isOpen(String requested) {
    return requested.startsWith(path + "/");
  }

  private void answer(Context ctx) {
    Map<String, List<String>> headers = new TreeMap<>();
    ctx.headerMap().forEach((name, value) -> headers.put(name, List.of(value)));
    Answer answer =
        handler.handle(
            new Request(
                ctx.method().name(), ctx.path(), ctx.queryParamMap(), headers, ctx.bodyAsBytes()));
    answer.headers().forEach((name, values) -> ctx.header(name, String.join(", ", values)));
    ctx.status(answer.status()).contentType(answer.contentType()).result(answer.body());
  }
}
