package dev.cairn.platform.local.http;

import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.util.Map;

/**
 * One path that other machines may call: health, metrics, events of a platform. It knows nothing of
 * the server behind it.
 */
public final class Endpoint implements Routes {
  private final HandlerType method;
  private final String path;
  private final Handler handler;

  private Endpoint(HandlerType method, String path, Handler handler) {
    this.method = method;
    this.path = path;
    this.handler = handler;
  }

  /** What is asked for with {@code GET}. */
  public static Endpoint get(String path, Handler handler) {
    return new Endpoint(HandlerType.GET, path, handler);
  }

  /** What is sent with {@code POST}. */
  public static Endpoint post(String path, Handler handler) {
    return new Endpoint(HandlerType.POST, path, handler);
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
  }

  /**
   * What was sent.
   *
   * @param query the query string without its question mark, empty where there is none
   * @param headers by name as sent; where a name is repeated, its values stand separated by commas
   * @param body as sent
   * @param remoteAddress the caller's address
   */
  public record Request(
      String query, Map<String, String> headers, String body, String remoteAddress) {}

  /**
   * What is answered.
   *
   * @param contentType with its charset
   * @param headers more headers
   */
  public record Answer(int status, String contentType, String body, Map<String, String> headers) {
    /** Plain text. */
    public static Answer text(int status, String body) {
      return new Answer(status, "text/plain; charset=utf-8", body, Map.of());
    }
  }

  @Override
  public void addTo(JavalinDefaultRoutingApi routes) {
    routes.addHttpHandler(method, path, this::answer);
  }

  @Override
  public boolean isOpen(String requested) {
    return path.equals(requested);
  }

  private void answer(Context ctx) throws Exception {
    String query = ctx.queryString();
    Answer answer =
        handler.handle(
            new Request(query == null ? "" : query, ctx.headerMap(), ctx.body(), ctx.ip()));
    answer.headers().forEach(ctx::header);
    ctx.status(answer.status()).contentType(answer.contentType()).result(answer.body());
  }
}
