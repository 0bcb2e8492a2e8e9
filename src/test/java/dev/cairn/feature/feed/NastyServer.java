package dev.cairn.feature.feed;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import okhttp3.Dns;

/** A server on the loopback address that serves whatever a test makes up, under any name. */
final class NastyServer implements AutoCloseable {
  /** What a server of feeds is called here; everything else is unknown. */
  static final String HOST = "feeds.test";

  /** Knows {@value #HOST}. */
  static final Dns DNS =
      host ->
          host.equals(HOST) ? List.of(InetAddress.getLoopbackAddress()) : Dns.SYSTEM.lookup(host);

  /** Takes the loopback address for a public one. */
  static final AddressPolicy LENIENT =
      address -> address.isLoopbackAddress() || new PublicAddresses().allows(address);

  /** The requests that came, as {@code path validator validator}. */
  final List<String> requests = new CopyOnWriteArrayList<>();

  private final Map<String, Page> pages = new ConcurrentHashMap<>();
  private final CountDownLatch closing = new CountDownLatch(1);
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final HttpServer server;

  /** Answers a request. */
  @FunctionalInterface
  interface Page {
    void answer(HttpExchange exchange) throws IOException;
  }

  NastyServer() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(threads);
    server.createContext("/", this::answer);
    server.start();
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      String path = exchange.getRequestURI().getPath();
      requests.add(
          path
              + " "
              + exchange.getRequestHeaders().getFirst("If-None-Match")
              + " "
              + exchange.getRequestHeaders().getFirst("If-Modified-Since"));
      pages.getOrDefault(path, status(404)).answer(exchange);
    }
  }

  /** Serves a page at a path. */
  NastyServer at(String path, Page page) {
    pages.put(path, page);
    return this;
  }

  /** The address of a path. */
  URI url(String path) {
    return URI.create("http://" + HOST + ":" + port() + path);
  }

  int port() {
    return server.getAddress().getPort();
  }

  /** Nothing but a status. */
  static Page status(int code) {
    return exchange -> exchange.sendResponseHeaders(code, -1);
  }

  /** Sends on to another address. */
  static Page redirect(int code, String location) {
    return exchange -> {
      exchange.getResponseHeaders().set("Location", location);
      exchange.sendResponseHeaders(code, -1);
    };
  }

  /** A document. */
  static Page document(String contentType, String text) {
    return bytes(contentType, text.getBytes(StandardCharsets.UTF_8));
  }

  /** A document with these headers besides. */
  static Page bytes(String contentType, byte[] body, String... headers) {
    return exchange -> {
      exchange.getResponseHeaders().set("Content-Type", contentType);
      for (int i = 0; i < headers.length; i += 2) {
        exchange.getResponseHeaders().set(headers[i], headers[i + 1]);
      }
      exchange.sendResponseHeaders(200, body.length);
      exchange.getResponseBody().write(body);
    };
  }

  /** Bytes without end. */
  static Page endless(String contentType) {
    return exchange -> {
      exchange.getResponseHeaders().set("Content-Type", contentType);
      exchange.sendResponseHeaders(200, 0);
      byte[] junk = new byte[8192];
      OutputStream body = exchange.getResponseBody();
      // Ends when the client has had enough and hangs up.
      while (true) {
        body.write(junk);
      }
    };
  }

  /** Begins an answer and never ends it, until the server closes. */
  Page stalling() {
    return exchange -> {
      exchange.getResponseHeaders().set("Content-Type", "application/xml");
      exchange.sendResponseHeaders(200, 0);
      exchange.getResponseBody().write('<');
      exchange.getResponseBody().flush();
      try {
        closing.await();
      } catch (InterruptedException interrupted) {
        Thread.currentThread().interrupt();
      }
    };
  }

  /** Waits until the server closes: for names that do not resolve. */
  void awaitClosing() {
    try {
      closing.await();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    closing.countDown();
    server.stop(0);
    threads.close();
  }
}
