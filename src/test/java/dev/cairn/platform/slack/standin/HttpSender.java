package dev.cairn.platform.slack.standin;

import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Sends signed requests over HTTP. */
public final class HttpSender implements PayloadSender {
  private final URI target;
  private final String secret;
  private final InstantSource clock;
  private final HttpClient http = HttpClient.newHttpClient();
  private String type = "";
  private String body = "";

  public HttpSender(URI target, String secret, InstantSource clock) {
    this.target = target;
    this.secret = secret;
    this.clock = clock;
  }

  @Override
  public JsonElement send(Kind kind, JsonObject payload) throws Exception {
    type = kind == Kind.EVENTS_API ? "application/json" : "application/x-www-form-urlencoded";
    body =
        switch (kind) {
          case EVENTS_API -> payload.toString();
          case INTERACTIVE -> "payload=" + encoded(payload.toString());
          case SLASH_COMMANDS ->
              payload.entrySet().stream()
                  .map(e -> e.getKey() + "=" + encoded(e.getValue().getAsString()))
                  .collect(Collectors.joining("&"));
        };
    return acknowledgement(signed(timestamp(), type, body, "").send());
  }

  @Override
  public JsonElement repeat() throws Exception {
    return acknowledgement(signed(timestamp(), type, body, "1").send());
  }

  /** A request that is not sent yet. */
  public Signed signed(String timestamp, String contentType, String text, String retry)
      throws Exception {
    return new Signed(timestamp, signature(timestamp, text), contentType, text, retry);
  }

  /** The time that a request bears now. */
  public String timestamp() {
    return Long.toString(clock.instant().getEpochSecond());
  }

  /** The body that was sent last. */
  public String lastBody() {
    return body;
  }

  /** A signed request. */
  public final class Signed {
    private final HttpRequest request;

    private Signed(
        String timestamp, String signature, String contentType, String text, String retry) {
      HttpRequest.Builder builder =
          HttpRequest.newBuilder(target)
              .header("Content-Type", contentType)
              .header("X-Slack-Request-Timestamp", timestamp)
              .header("X-Slack-Signature", signature)
              .POST(HttpRequest.BodyPublishers.ofString(text));
      if (!retry.isEmpty()) {
        builder.header("X-Slack-Retry-Num", retry).header("X-Slack-Retry-Reason", "http_timeout");
      }
      request = builder.build();
    }

    public HttpResponse<String> send() throws IOException, InterruptedException {
      return http.send(request, BodyHandlers.ofString());
    }
  }

  private static JsonElement acknowledgement(HttpResponse<String> response) {
    if (response.statusCode() != 200) {
      throw new AssertionError(response.statusCode() + " " + response.body());
    }
    return response.body().startsWith("{")
        ? JsonParser.parseString(response.body())
        : JsonNull.INSTANCE;
  }

  private String signature(String timestamp, String text) throws Exception {
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
    String base = "v0:" + timestamp + ":" + text;
    return "v0=" + HexFormat.of().formatHex(mac.doFinal(base.getBytes(StandardCharsets.UTF_8)));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
