package dev.cairn.domain.blog;

import java.net.IDN;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A blog post's address, normalised so that one post has one address.
 *
 * @param value an http(s) URL: lower-case scheme and host, the host in ASCII, no default port, no
 *     fragment, no parameter that is empty or only tracks where a reader came from, no trailing
 *     slash
 */
public record PostUrl(String value) {
  private static final int BEYOND_ASCII = 0x80;

  private static final Pattern URL =
      Pattern.compile(
          "(?<scheme>https?)://"
              + "(?<host>\\[[0-9a-f:.]+]|[^\\s/?#@:\\[\\]\\\\]+)(:(?<port>\\d{0,5}))?"
              + "(?<path>/[^\\s?#]*)?"
              + "(\\?(?<query>[^\\s#]*))?"
              + "(#\\S*)?",
          Pattern.CASE_INSENSITIVE);

  private static final Set<String> TRACKING = Set.of("fbclid", "gclid", "ref");

  public PostUrl {
    if (!normalised(value).filter(value::equals).isPresent()) {
      throw new IllegalArgumentException("not a normalised http(s) URL: " + value);
    }
  }

  /** Normalises what a member wrote; empty where it is no http(s) URL. */
  public static Optional<PostUrl> of(String written) {
    return normalised(written.strip()).map(PostUrl::new);
  }

  private static Optional<String> normalised(String url) {
    Matcher parts = URL.matcher(url);
    if (!parts.matches()) {
      return Optional.empty();
    }
    String scheme = parts.group("scheme").toLowerCase(Locale.ROOT);
    return host(parts.group("host"))
        .map(host ->
            scheme
                + "://"
                + host
                + port(scheme, orEmpty(parts.group("port")))
                + withoutTrailingSlash(orEmpty(parts.group("path")))
                + query(orEmpty(parts.group("query"))));
  }

  /** The host as it is looked up: a name beyond ASCII has a form within it (IDNA). */
  private static Optional<String> host(String written) {
    if (written.chars().allMatch(letter -> letter < BEYOND_ASCII)) {
      return Optional.of(written.toLowerCase(Locale.ROOT));
    }
    try {
      return Optional.of(IDN.toASCII(written).toLowerCase(Locale.ROOT));
    } catch (IllegalArgumentException noHost) {
      return Optional.empty();
    }
  }

  private static String port(String scheme, String port) {
    String byDefault = scheme.equals("http") ? "80" : "443";
    String number = port.replaceFirst("^0+(?=.)", "");
    return number.isEmpty() || number.equals(byDefault) ? "" : ":" + number;
  }

  private static String withoutTrailingSlash(String path) {
    int end = path.length();
    while (end > 0 && path.charAt(end - 1) == '/') {
      end--;
    }
    return path.substring(0, end);
  }

  private static String query(String query) {
    String kept =
        Arrays.stream(query.split("&"))
            .filter(parameter -> !parameter.isEmpty() && !tracks(parameter))
            .collect(Collectors.joining("&"));
    return kept.isEmpty() ? "" : "?" + kept;
  }

  private static boolean tracks(String parameter) {
    String name = parameter.split("=", 2)[0].toLowerCase(Locale.ROOT);
    return name.startsWith("utm_") || TRACKING.contains(name);
  }

  private static String orEmpty(@Nullable String part) {
    return part == null ? "" : part;
  }
}
