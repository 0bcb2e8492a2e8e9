package dev.cairn.platform.slack.receive;

import dev.cairn.platform.slack.render.SlackLimits;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * Tells Slack's requests from others: signed with our secret, and fresh. The comparison takes as
 * long for a wrong signature as for a right one.
 */
public final class SignatureVerifier {
  private static final String ALGORITHM = "HmacSHA256";

  private final SecretKeySpec secret;
  private final InstantSource clock;

  /** What a request is. */
  enum Verdict {
    GENUINE,
    FORGED,
    STALE
  }

  public SignatureVerifier(String signingSecret, InstantSource clock) {
    this.secret = new SecretKeySpec(signingSecret.getBytes(StandardCharsets.UTF_8), ALGORITHM);
    this.clock = clock;
  }

  /**
   * Judges a request.
   *
   * @param timestamp of {@code X-Slack-Request-Timestamp}, or null
   * @param signature of {@code X-Slack-Signature}, or null
   */
  Verdict judge(@Nullable String timestamp, @Nullable String signature, byte[] body) {
    String claimed = signature == null ? "" : signature;
    String expected = signature(timestamp == null ? "" : timestamp, body);
    boolean genuine = MessageDigest.isEqual(bytes(expected), bytes(claimed));
    boolean fresh = isFresh(timestamp);
    if (!genuine) {
      return Verdict.FORGED;
    }
    if (!fresh) {
      return Verdict.STALE;
    }
    return Verdict.GENUINE;
  }

  /** The signature that Slack would give. */
  private String signature(String timestamp, byte[] body) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(secret);
      mac.update(bytes("v0:" + timestamp + ":"));
      return "v0=" + HexFormat.of().formatHex(mac.doFinal(body));
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("HMAC-SHA256 is not available", impossible);
    }
  }

  private boolean isFresh(@Nullable String timestamp) {
    try {
      Instant at = Instant.ofEpochSecond(Long.parseLong(timestamp == null ? "" : timestamp));
      return Duration.between(at, clock.instant()).abs().compareTo(SlackLimits.REQUEST_AGE) <= 0;
    } catch (NumberFormatException | DateTimeException odd) {
      return false;
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
