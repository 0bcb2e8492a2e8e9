package dev.cairn.platform.discord.standin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** HTTP in front of the stand-in: reads requests, answers with rate-limit headers. */
final class RestServer implements AutoCloseable {
  private static final String BASE = "/api/v10";
  private static final Pattern BOUNDARY = Pattern.compile("boundary=(\\S+)");
  private static final Pattern PART_NAME = Pattern.compile("name=\"([^\"]+)\"");
  private static final Pattern FILE_NAME = Pattern.compile("filename=\"([^\"]+)\"");

  private final HttpServer server;
  private final ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();
  private final Function<RestRequest, RestAnswer> api;

  RestServer(Function<RestRequest, RestAnswer> api) throws IOException {
    this.api = api;
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(workers);
    server.createContext(BASE + "/", this::handle);
    server.start();
  }

  URI base() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + BASE + "/");
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      RestRequest request = read(exchange);
      RestAnswer answer = api.apply(request);
      var headers = exchange.getResponseHeaders();
      headers.set("via", "1.1 google");
      headers.set("content-type", "application/json");
      headers.set("x-ratelimit-bucket", bucket(request));
      headers.set("x-ratelimit-limit", "50");
      headers.set("x-ratelimit-remaining", "49");
      headers.set("x-ratelimit-reset", "1");
      headers.set("x-ratelimit-reset-after", "0.001");
      answer
          .headers()
          .forEach((name, value) -> {
            if (value.isEmpty()) {
              headers.remove(name);
            } else {
              headers.set(name, value);
            }
          });
      byte[] body =
          answer.body().isMissingNode() ? new byte[0] : World.JSON.writeValueAsBytes(answer.body());
      exchange.sendResponseHeaders(answer.status(), body.length == 0 ? -1 : body.length);
      if (body.length > 0) {
        try (OutputStream out = exchange.getResponseBody()) {
          out.write(body);
        }
      }
    }
  }

  private static String bucket(RestRequest request) {
    return Integer.toHexString(
        (request.method() + request.path().replaceAll("[0-9]+", "#")).hashCode());
  }

  private static RestRequest read(HttpExchange exchange) throws IOException {
    byte[] bytes = exchange.getRequestBody().readAllBytes();
    long arrivedNanos = System.nanoTime();
    String type = String.valueOf(exchange.getRequestHeaders().getFirst("content-type"));
    JsonNode body = MissingNode.getInstance();
    Map<String, Integer> files = new LinkedHashMap<>();
    if (type.startsWith("multipart/form-data")) {
      Matcher boundary = BOUNDARY.matcher(type);
      if (!boundary.find()) {
        throw new IOException("multipart without a boundary");
      }
      for (Part part : parts(bytes, "--" + boundary.group(1))) {
        Matcher file = FILE_NAME.matcher(part.head);
        Matcher name = PART_NAME.matcher(part.head);
        if (file.find()) {
          files.put(file.group(1), part.content.length);
        } else if (name.find() && name.group(1).equals("payload_json")) {
          body = World.JSON.readTree(part.content);
        }
      }
    } else if (bytes.length > 0) {
      body = World.JSON.readTree(bytes);
    }
    return new RestRequest(
        exchange.getRequestMethod(),
        exchange.getRequestURI().getPath().substring(BASE.length()),
        query(exchange.getRequestURI().getQuery()),
        body,
        files,
        String.valueOf(exchange.getRequestHeaders().getFirst("authorization")),
        arrivedNanos);
  }

  private static Map<String, String> query(@Nullable String query) {
    Map<String, String> parameters = new LinkedHashMap<>();
    for (String pair : query == null ? new String[0] : query.split("&", -1)) {
      int equals = pair.indexOf('=');
      if (equals > 0) {
        parameters.put(pair.substring(0, equals), pair.substring(equals + 1));
      }
    }
    return parameters;
  }

  @SuppressWarnings("ArrayRecordComponent")
  private record Part(String head, byte[] content) {}

  private static List<Part> parts(byte[] bytes, String boundary) {
    // Latin-1 keeps one character a byte.
    String text = new String(bytes, StandardCharsets.ISO_8859_1);
    List<Part> parts = new ArrayList<>();
    for (String piece : text.split(Pattern.quote(boundary), -1)) {
      int head = piece.indexOf("\r\n\r\n");
      if (head >= 0) {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        content.writeBytes(
            piece.substring(head + 4, piece.length() - 2).getBytes(StandardCharsets.ISO_8859_1));
        parts.add(new Part(piece.substring(0, head), content.toByteArray()));
      }
    }
    return parts;
  }

  @Override
  public void close() {
    server.stop(0);
    workers.shutdownNow();
  }
}
