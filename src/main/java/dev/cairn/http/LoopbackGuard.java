package dev.cairn.http;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Tells a browser on this machine that shows our own page from everything else. A foreign Host is a
 * name that was rebound to our address; a foreign Origin, or a fetch that the browser says came
 * from another site, is somebody else's page that uses the visitor's browser.
 */
final class LoopbackGuard {
  private static final Pattern HOST = Pattern.compile("(\\[[0-9a-f:]+]|[^:]+)(:[0-9]{1,5})?");
  private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

  private LoopbackGuard() {}

  /** Whether a request is for this machine by the name that it uses: the Host header. */
  static boolean isHere(@Nullable String host) {
    return host != null && isLoopback(host);
  }

  /**
   * Whether a request comes from our own page, or from a link to it, as far as the browser tells.
   *
   * @param reads whether it can change nothing
   * @param host the Host header
   * @param origin the Origin header, which browsers send with every request that can change
   *     something
   * @param fetchSite the Sec-Fetch-Site header, without which and without an Origin it is no
   *     browser's
   * @param fetchMode the Sec-Fetch-Mode header
   */
  static boolean isOwnPage(
      boolean reads,
      @Nullable String host,
      @Nullable String origin,
      @Nullable String fetchSite,
      @Nullable String fetchMode) {
    return (origin == null || origin.equalsIgnoreCase("http://" + host))
        && isOurs(reads, fetchSite, fetchMode);
  }

  private static boolean isLoopback(String host) {
    Matcher matcher = HOST.matcher(host.toLowerCase(Locale.ROOT));
    return matcher.matches() && LOOPBACK.contains(matcher.group(1));
  }

  /** A link on another site may lead here; anything else from another site may not. */
  private static boolean isOurs(boolean reads, @Nullable String site, @Nullable String mode) {
    return site == null
        || site.equals("same-origin")
        || site.equals("none")
        || (reads && "navigate".equals(mode));
  }
}
