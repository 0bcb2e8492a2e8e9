package dev.cairn.http;

import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.ForbiddenResponse;
import io.javalin.http.HandlerType;
import io.javalin.util.JavalinBindException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One HTTP server, on one address, of several parts. Every request runs on a virtual thread. */
public final class HttpServer implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(HttpServer.class);

  /** The longest body that is read, in bytes. */
  static final int MAX_REQUEST_BYTES = 1 << 20;

  /** Nothing is loaded from elsewhere, nothing inline runs, nobody frames us. */
  private static final Map<String, String> HEADERS =
      Map.of(
          "Content-Security-Policy",
          "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self';"
              + " connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
          "X-Content-Type-Options",
          "nosniff",
          "Referrer-Policy",
          "no-referrer",
          "Cross-Origin-Resource-Policy",
          "same-origin",
          "Cross-Origin-Opener-Policy",
          "same-origin");

  private final String host;
  private final int port;
  private final List<Routes> parts;
  private final Optional<OwnerToken> owner;
  private final Javalin server;

  /**
   * A server of these parts, not yet started.
   *
   * @param host the address to listen on
   * @param port the port to listen on; 0 takes any that is free
   */
  public HttpServer(String host, int port, List<Routes> parts) {
    this.host = host;
    this.port = port;
    this.parts = List.copyOf(parts);
    this.owner = isLoopback(host) ? Optional.empty() : Optional.of(new OwnerToken());
    this.server = Javalin.create(this::configure);
  }

  /**
   * Starts listening.
   *
   * @throws IllegalStateException where the port is taken, with what to do about it
   */
  public void start() {
    try {
      server.start(host, port);
    } catch (JavalinBindException taken) {
      throw new IllegalStateException(
          "cannot listen on %s:%d: the port is in use; stop what uses it, or set CAIRN_HTTP_PORT"
              .formatted(host, port),
          taken);
    }
  }

  /**
   * The address for a browser, with what makes it the owner's where more than this machine can
   * reach us.
   */
  public String address() {
    String name = owner.isPresent() ? "localhost" : host;
    return "http://%s:%d/%s".formatted(name, port(), owner.map(OwnerToken::query).orElse(""));
  }

  private static boolean isLoopback(String host) {
    try {
      return InetAddress.getByName(host).isLoopbackAddress();
    } catch (UnknownHostException unknown) {
      // Listening on it will tell.
      return false;
    }
  }

  /** The port it listens on. */
  public int port() {
    return server.port();
  }

  @Override
  public void close() {
    server.stop();
  }

  private void configure(JavalinConfig config) {
    config.startup.showJavalinBanner = false;
    config.startup.showOldJavalinVersionWarning = false;
    config.startup.startupWatcherEnabled = false;
    config.concurrency.useVirtualThreads = true;
    config.http.maxRequestSize = MAX_REQUEST_BYTES;
    config.routes.before(this::guard);
    for (Routes part : parts) {
      part.addTo(config.routes);
    }
    config.routes.exception(Exception.class, HttpServer::failed);
  }

  private void guard(Context ctx) {
    HEADERS.forEach(ctx::header);
    if (parts.stream().anyMatch(part -> part.isOpen(ctx.path()))) {
      return;
    }
    boolean ours =
        LoopbackGuard.isOwnPage(
            ctx.method().equals(HandlerType.GET),
            ctx.header("Host"),
            ctx.header("Origin"),
            ctx.header("Sec-Fetch-Site"),
            ctx.header("Sec-Fetch-Mode"));
    if (owner.isPresent() ? !owner.get().admits(ctx) : !LoopbackGuard.isHere(ctx.header("Host"))) {
      throw new ForbiddenResponse(
          owner.isPresent()
              ? "This page is for whoever started it: open the address that was printed at the start."
              : "This page is for a browser on this machine.");
    }
    if (!ours) {
      throw new ForbiddenResponse("Another site's page may not do this.");
    }
  }

  private static void failed(Exception failure, Context ctx) {
    LOG.error("{} {} failed", ctx.method(), ctx.path(), failure);
    ctx.status(500).result("Something went wrong on our side.");
  }
}
