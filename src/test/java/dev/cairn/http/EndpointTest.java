package dev.cairn.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class EndpointTest {
  @Test
  void givesTheBytesAsTheyCameAndAnswersBytes() throws Exception {
    AtomicReference<Endpoint.Request> seen = new AtomicReference<>();
    Endpoint endpoint =
        Endpoint.below(
            "/events/",
            request -> {
              seen.set(request);
              return new Endpoint.Answer(
                  202, "image/png", Map.of("X-Some", List.of("a", "b")), new byte[] {-1, 0, 1});
            });
    byte[] body = {(byte) 0xff, 0, (byte) 0xc3};
    try (HttpServer server = new HttpServer("127.0.0.1", 0, List.of(endpoint));
        HttpClient http = HttpClient.newHttpClient()) {
      server.start();
      URI uri = URI.create("http://127.0.0.1:" + server.port() + "/events/in/depth?a=1&a=%20");
      HttpResponse<byte[]> answer =
          http.send(
              HttpRequest.newBuilder(uri)
                  .header("X-Sign", "v0=1")
                  .header("Origin", "https://elsewhere.example")
                  .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                  .build(),
              HttpResponse.BodyHandlers.ofByteArray());
      assertThat(answer.statusCode()).isEqualTo(202);
      assertThat(answer.headers().firstValue("content-type")).contains("image/png");
      assertThat(answer.headers().allValues("x-some")).containsExactly("a, b");
      assertThat(answer.body()).containsExactly(-1, 0, 1);
    }
    Endpoint.Request request = Objects.requireNonNull(seen.get());
    assertThat(request.method()).isEqualTo("POST");
    assertThat(request.path()).isEqualTo("/events/in/depth");
    assertThat(request.query()).containsEntry("a", List.of("1", " "));
    assertThat(request.headers()).containsEntry("X-Sign", List.of("v0=1"));
    assertThat(request.body()).isEqualTo(body);
  }

  @Test
  void onlyWhatIsBelowItsPathIsOpen() {
    Endpoint endpoint =
        Endpoint.below(
            "/slack/", request -> new Endpoint.Answer(200, "a/b", Map.of(), request.body()));
    assertThat(endpoint.isOpen("/slack/events")).isTrue();
    assertThat(endpoint.isOpen("/slackers")).isFalse();
    assertThat(endpoint.isOpen("/")).isFalse();
  }
}
