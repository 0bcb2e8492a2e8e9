package dev.cairn.platform.slack;

import com.slack.api.app_backend.SlackSignature;
import dev.cairn.http.Endpoint;
import dev.cairn.platform.slack.ConnectedSlack.Mode;
import dev.cairn.platform.slack.receive.SlackHttpEndpoint;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** What comes to Slack's address with the right signature. */
public final class SlackBodyFuzz {
  private static final ConnectedSlack SLACK = connected();
  private static final SlackSignature.Generator SIGNATURE =
      new SlackSignature.Generator(ConnectedSlack.SIGNING_SECRET);

  private SlackBodyFuzz() {}

  private static ConnectedSlack connected() {
    try {
      return new ConnectedSlack(Mode.HTTP);
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  /** Connects, which takes longer than a try. */
  public static void fuzzerInitialize() {
    SLACK.platform.isConnected();
  }

  /** It is answered, and not by a failure of ours. */
  public static void fuzzerTestOneInput(byte[] bytes) {
    String body = new String(bytes, StandardCharsets.UTF_8);
    // Each at a time of its own: a request that comes twice is refused unread.
    SLACK.now = SLACK.now.plusSeconds(1);
    String timestamp = Long.toString(SLACK.now.getEpochSecond());
    Endpoint.Answer answer =
        SLACK
            .platform
            .endpoint()
            .orElseThrow()
            .handle(
                new Endpoint.Request(
                    "POST",
                    SlackHttpEndpoint.EVENTS,
                    Map.of(),
                    Map.of(
                        "X-Slack-Request-Timestamp",
                        List.of(timestamp),
                        "X-Slack-Signature",
                        List.of(SIGNATURE.generate(timestamp, body)),
                        "Content-Type",
                        List.of("application/x-www-form-urlencoded")),
                    body.getBytes(StandardCharsets.UTF_8)));
    if (answer.status() >= 500) {
      throw new IllegalStateException(answer.status() + " to " + body);
    }
  }
}
