package dev.cairn.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HttpServerTest {
  private final HttpServer server =
      new HttpServer(
          "127.0.0.1",
          0,
          List.of(
              routes -> routes.get("/page", ctx -> ctx.result("ours")),
              routes -> routes.post("/act", ctx -> ctx.result("done")),
              Endpoint.get("/health", request -> Endpoint.Answer.text(200, "up")),
              Endpoint.below(
                  "/events/",
                  request ->
                      new Endpoint.Answer(
                          202,
                          "text/plain",
                          Map.of("X-Answer", List.of("yes")),
                          "%s|%s|%s|%s|%s"
                              .formatted(
                                  request.method(),
                                  request.path(),
                                  request.query(),
                                  new String(request.body(), StandardCharsets.UTF_8),
                                  request.headers().get("X-Sign"))
                              .getBytes(StandardCharsets.UTF_8))),
              Endpoint.get(
                  "/broken",
                  request -> {
                    throw new IOException("planted: do not tell");
                  })));

  @BeforeEach
  void start() {
    server.start();
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void servesItsPartsToABrowserOnThisMachine() throws IOException {
    assertThat(get("/page", "Host: localhost:" + server.port()))
        .startsWith("HTTP/1.1 200")
        .endsWith("ours");
  }

  @Test
  void refusesForeignHostsAndOrigins() throws IOException {
    assertThat(get("/page", "Host: evil.example")).startsWith("HTTP/1.1 403");
    assertThat(post("/act", "Host: localhost\r\nOrigin: http://evil.example", ""))
        .startsWith("HTTP/1.1 403")
        .doesNotEndWith("done");
    assertThat(post("/act", "Host: localhost\r\nOrigin: http://localhost", "")).endsWith("done");
  }

  @Test
  void aPathThatEndsLikeAnOpenOneIsNotOpen() throws IOException {
    assertThat(get("/page?/health", "Host: evil.example")).startsWith("HTTP/1.1 403");
    assertThat(get("/nothing/health", "Host: evil.example")).startsWith("HTTP/1.1 403");
  }

  @Test
  void everyAnswerBearsTheSecurityPolicy() throws IOException {
    assertThat(get("/page", "Host: localhost"))
        .contains("Content-Security-Policy: default-src 'none'; script-src 'self'")
        .contains("X-Content-Type-Options: nosniff");
  }

  @Test
  void anEndpointAnswersAnybody() throws IOException {
    assertThat(get("/health", "Host: cairn.internal")).startsWith("HTTP/1.1 200").endsWith("up");
    assertThat(post("/events/new?a=b", "Host: bot.example\r\nX-Sign: s", "{\"x\":1}"))
        .startsWith("HTTP/1.1 202")
        .contains("X-Answer: yes")
        .endsWith("POST|/events/new|{a=[b]}|{\"x\":1}|[s]");
    assertThat(get("/events/old", "Host: bot.example")).endsWith("GET|/events/old|{}||null");
  }

  @Test
  void aFailureIsToldWithoutItsReason() throws IOException {
    assertThat(get("/broken", "Host: localhost"))
        .startsWith("HTTP/1.1 500")
        .doesNotContain("planted");
  }

  @Test
  void tooLargeARequestIsRefused() throws IOException {
    assertThat(post("/events/new", "Host: localhost", "x".repeat((1 << 20) + 1)))
        .startsWith("HTTP/1.1 413");
  }

  @Test
  void aPortInUseIsToldWithItsRemedy() {
    try (HttpServer second = new HttpServer("127.0.0.1", server.port(), List.of())) {
      assertThatIllegalStateException()
          .isThrownBy(second::start)
          .withMessageContaining("port is in use")
          .withMessageContaining("CAIRN_HTTP_PORT");
    }
  }

  @Test
  void refusesWhatAnotherSitesFormSends() throws IOException {
    assertThat(
            post(
                "/act",
                "Host: localhost\r\nSec-Fetch-Site: cross-site\r\nSec-Fetch-Mode: navigate",
                ""))
        .startsWith("HTTP/1.1 403");
  }

  @Test
  void whereMoreThanThisMachineReachesItItIsForItsOwner() throws IOException {
    try (HttpServer open =
        new HttpServer(
            "0.0.0.0",
            0,
            List.of(
                Endpoint.get("/health", request -> Endpoint.Answer.text(200, "up")),
                routes -> routes.get("/page", ctx -> ctx.result("ours"))))) {
      open.start();
      int port = open.port();
      assertThat(open.address()).startsWith("http://localhost:" + port + "/?token=");
      String query = open.address().substring(open.address().indexOf('?'));
      String cookie = "Cookie: cairn_token=" + query.substring("?token=".length());
      assertThat(get(port, "/health", "Host: anywhere")).startsWith("HTTP/1.1 200");
      for (String host : List.of("localhost:" + port, "cairn.internal", "127.0.0.1")) {
        assertThat(get(port, "/page", "Host: " + host)).startsWith("HTTP/1.1 403");
        assertThat(get(port, "/page?token=0", "Host: " + host)).startsWith("HTTP/1.1 403");
        assertThat(get(port, "/page" + query, "Host: " + host))
            .startsWith("HTTP/1.1 302")
            .contains("cairn_token=", "HttpOnly", "SameSite=Lax")
            .doesNotContain("ours");
        assertThat(get(port, "/page", "Host: " + host + "\r\n" + cookie)).endsWith("ours");
        assertThat(
                get(
                    port,
                    "/page",
                    "Host: " + host + "\r\n" + cookie + "\r\nOrigin: http://evil.example"))
            .startsWith("HTTP/1.1 403");
      }
    }
  }

  private static String get(int port, String path, String headers) throws IOException {
    return send(port, "GET " + path + " HTTP/1.1\r\n" + headers + "\r\nConnection: close\r\n\r\n");
  }

  private String get(String path, String headers) throws IOException {
    return send("GET " + path + " HTTP/1.1\r\n" + headers + "\r\nConnection: close\r\n\r\n");
  }

  private String post(String path, String headers, String body) throws IOException {
    return send(
        "POST %s HTTP/1.1\r\n%s\r\nContent-Length: %d\r\nConnection: close\r\n\r\n%s"
            .formatted(path, headers, body.length(), body));
  }

  /** By hand: Java's own client does not let one choose the Host header. */
  private String send(String request) throws IOException {
    return send(server.port(), request);
  }

  private static String send(int port, String request) throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
      socket.getOutputStream().flush();
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
