package dev.cairn.platform.slack.api;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;

/** Where an interaction may be answered, a few times and for a while. */
public final class ResponseUrl {
  /** How many messages Slack takes there. */
  public static final int USES = 5;

  private static final Duration LIFE = Duration.ofMinutes(30);

  private final String url;
  private final Instant expires;
  private final AtomicInteger uses = new AtomicInteger();

  /**
   * An address that Slack gave.
   *
   * @param given when
   */
  public ResponseUrl(String url, Instant given) {
    this.url = url;
    this.expires = given.plus(LIFE);
  }

  public String url() {
    return url;
  }

  /**
   * Takes one of its uses.
   *
   * @throws SlackFailure when none is left or its time is over
   */
  public void use(Instant now) {
    if (!now.isBefore(expires)) {
      throw SlackFailure.of("expired_url");
    }
    if (uses.incrementAndGet() > USES) {
      throw SlackFailure.of("used_url");
    }
  }
}
