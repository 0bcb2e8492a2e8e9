package dev.cairn.platform.slack.receive;

import com.google.gson.JsonElement;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.slack.api.app_backend.util.JsonPayloadExtractor;
import com.slack.api.bolt.App;
import com.slack.api.bolt.request.Request;
import com.slack.api.bolt.request.RequestHeaders;
import com.slack.api.bolt.response.Response;
import com.slack.api.bolt.util.SlackRequestParser;
import dev.cairn.chat.Platform;
import dev.cairn.connection.Acknowledgement;
import dev.cairn.http.Endpoint;
import dev.cairn.http.Routes;
import dev.cairn.platform.slack.receive.SignatureVerifier.Verdict;
import dev.cairn.platform.slack.render.SlackLimits;
import dev.cairn.platform.slack.send.ServedPictures;
import io.micrometer.core.instrument.MeterRegistry;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * HTTP mode: what to answer when Slack, or somebody who installs us, calls one of our addresses.
 */
public final class SlackHttpEndpoint {
  /** The longest body that is read, in bytes. */
  public static final int MAX_BODY = SlackLimits.REQUEST_BODY;

  public static final String EVENTS = "/slack/events";
  public static final String INSTALL = "/slack/install";
  public static final String OAUTH_REDIRECT = "/slack/oauth_redirect";

  private static final Logger LOG = LoggerFactory.getLogger(SlackHttpEndpoint.class);

  /** Bolt writes a payload whose type it does not know into the log, secrets and all. */
  static final Set<String> KNOWN_TYPES =
      Set.of(
          "event_callback",
          "url_verification",
          "block_actions",
          "block_suggestion",
          "view_submission",
          "view_closed",
          "shortcut",
          "message_action");

  private static final Pattern CERTIFICATE_CHECK = Pattern.compile("(?:^|&)ssl_check=1(?:&|$)");

  /** Such a check says no more than that, and a verification token. */
  private static final int CERTIFICATE_CHECK_BODY = 200;

  private final App app;
  private final SlackRequestParser parser;
  private final SignatureVerifier verifier;
  private final Deliveries deliveries;
  private final Optional<ServedPictures> pictures;
  private final MeterRegistry meters;

  public SlackHttpEndpoint(
      App app,
      SignatureVerifier verifier,
      Deliveries deliveries,
      Optional<ServedPictures> pictures,
      MeterRegistry meters) {
    this.app = app;
    this.parser = new SlackRequestParser(app.config());
    this.verifier = verifier;
    this.deliveries = deliveries;
    this.pictures = pictures;
    this.meters = meters;
  }

  /** All of it, as a part of our server. */
  public Routes routes() {
    return Endpoint.below(
        "/slack/",
        new Endpoint.Handler() {
          @Override
          public Endpoint.Answer handle(Endpoint.Request request) {
            return SlackHttpEndpoint.this.handle(request);
          }

          @Override
          public Endpoint.Answer tooLong() {
            return refused(413, "oversized");
          }
        });
  }

  /** Answers a request. */
  public Endpoint.Answer handle(Endpoint.Request request) {
    return switch (request.path()) {
      case EVENTS ->
          Objects.requireNonNull(
              Acknowledgement.timer(meters, Platform.SLACK).record(() -> events(request)));
      case INSTALL, OAUTH_REDIRECT ->
          request.method().equals("GET") && app.config().isDistributedApp()
              ? run(request)
              : Endpoint.Answer.text(404, "not found");
      case String other when other.startsWith(ServedPictures.PATH) ->
          picture(other.substring(ServedPictures.PATH.length()));
      case String other -> Endpoint.Answer.text(404, "not found");
    };
  }

  private Endpoint.Answer events(Endpoint.Request request) {
    if (isCertificateCheck(request)) {
      return Endpoint.Answer.text(200, "");
    }
    if (!request.method().equals("POST")) {
      return Endpoint.Answer.text(405, "method not allowed");
    }
    if (request.body().length > MAX_BODY) {
      return refused(413, "oversized");
    }
    Verdict verdict =
        verifier.judge(
            request.header("x-slack-request-timestamp"),
            request.header("x-slack-signature"),
            request.body());
    return switch (verdict) {
      case FORGED -> refused(401, "forged");
      case STALE -> refused(401, "stale");
      case GENUINE ->
          deliveries.isFirst("signature:" + request.header("x-slack-signature"))
              ? run(request)
              : repeated(request);
    };
  }

  /** Slack only looks at our certificate; it asks by GET or, of a slash command, by POST. */
  private static boolean isCertificateCheck(Endpoint.Request request) {
    return switch (request.method()) {
      case "GET" -> request.query().containsKey("ssl_check");
      case "POST" ->
          request.body().length <= CERTIFICATE_CHECK_BODY
              && CERTIFICATE_CHECK.matcher(body(request)).find();
      default -> false;
    };
  }

  /** Slack's own repetition is acknowledged, somebody else's is refused; neither does anything. */
  private Endpoint.Answer repeated(Endpoint.Request request) {
    if (type(body(request)).equals("url_verification")) {
      return run(request);
    }
    return request.header("x-slack-retry-num") == null
        ? refused(401, "replayed")
        : Endpoint.Answer.text(200, "");
  }

  private Endpoint.Answer refused(int status, String why) {
    meters.counter("cairn.slack.refused", "why", why).increment();
    LOG.warn("a request to {} was refused: {}", EVENTS, why);
    return Endpoint.Answer.text(status, "refused");
  }

  private Endpoint.Answer run(Endpoint.Request request) {
    String body = body(request);
    boolean understood =
        request.method().equals("GET")
            || body.contains("command=")
            || KNOWN_TYPES.contains(type(body));
    if (!understood) {
      LOG.info("Slack sent something that we do not know");
      return Endpoint.Answer.text(200, "");
    }
    try {
      Request<?> slackRequest =
          parser.parse(
              SlackRequestParser.HttpRequest.builder()
                  .requestUri(request.path())
                  .queryString(request.query())
                  .requestBody(body)
                  .headers(new RequestHeaders(lowerCase(request.headers())))
                  .remoteAddress("")
                  .build());
      return slackRequest == null ? Endpoint.Answer.text(200, "") : response(app.run(slackRequest));
    } catch (RejectedExecutionException closing) {
      return Endpoint.Answer.text(503, "closing");
    } catch (Exception failure) {
      LOG.error("a request to {} was not understood", request.path(), failure);
      return Endpoint.Answer.text(400, "not understood");
    }
  }

  private static Endpoint.Answer response(Response response) {
    String body = response.getBody();
    return new Endpoint.Answer(
        response.getStatusCode(),
        response.getContentType(),
        Map.copyOf(response.getHeaders()),
        body == null ? new byte[0] : body.getBytes(StandardCharsets.UTF_8));
  }

  private Endpoint.Answer picture(String name) {
    return pictures
        .flatMap(served -> served.find(name))
        .map(png -> new Endpoint.Answer(200, "image/png", Map.of(), png))
        .orElseGet(() -> Endpoint.Answer.text(404, "not found"));
  }

  /** Bolt looks headers up by their names in lower case. */
  private static Map<String, List<String>> lowerCase(Map<String, List<String>> headers) {
    Map<String, List<String>> lowerCase = new TreeMap<>();
    headers.forEach((name, values) -> lowerCase.put(name.toLowerCase(Locale.ROOT), values));
    return lowerCase;
  }

  private static String body(Endpoint.Request request) {
    return new String(request.body(), StandardCharsets.UTF_8);
  }

  /** The type that a payload names, or nothing. */
  private static String type(String body) {
    try {
      String payload = new JsonPayloadExtractor().extractIfExists(body);
      JsonElement type =
          payload == null ? null : JsonParser.parseString(payload).getAsJsonObject().get("type");
      return type == null ? "" : type.getAsString();
    } catch (JsonParseException
        | IllegalArgumentException
        | IllegalStateException
        | UnsupportedOperationException odd) {
      return "";
    }
  }
}
