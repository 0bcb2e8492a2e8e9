package dev.cairn.platform.slack.receive;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What somebody typed, out of what Slack makes of it. */
final class TypedText {
  private static final Pattern SEQUENCE = Pattern.compile("<([^<>\\s][^<>]*)>");

  private static final String USER_GROUP = "!subteam^";

  private TypedText() {}

  /**
   * The text as it was typed: addresses without their labels, escapes undone. Members, channels and
   * user groups stay as Slack names them, for {@link SlackReferences}.
   */
  static String of(@Nullable String text) {
    if (text == null) {
      return "";
    }
    return SEQUENCE
        .matcher(text)
        .replaceAll(match -> Matcher.quoteReplacement(typed(match.group(1))))
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&amp;", "&");
  }

  /**
   * What a message says to us: what follows our name in it, or precedes it where nothing follows,
   * without the root word.
   */
  static String addressed(@Nullable String text, @Nullable String botUser, String rootWord) {
    String typed = of(text).strip();
    if (botUser != null) {
      String[] around = typed.split("<@" + Pattern.quote(botUser) + "(?:\\|[^>]*)?>", 2);
      if (around.length == 2) {
        String after = trimmed(around[1]);
        typed = after.isEmpty() ? trimmed(around[0]) : after;
      }
    }
    return typed.replaceFirst("^/?" + Pattern.quote(rootWord) + "(?:\\s+|$)", "");
  }

  /** Without the blanks, commas and colons between a name and what is said to it. */
  private static String trimmed(String text) {
    return text.replaceFirst("^[\\s,:]+", "").replaceFirst("[\\s,:]+$", "");
  }

  private static String named(String sequence, String target) {
    String name = sequence.substring(Math.min(sequence.length(), target.length() + 1));
    boolean simple = !name.isEmpty() && name.chars().noneMatch(Character::isWhitespace);
    return "<" + (simple ? sequence : target) + ">";
  }

  private static String typed(String sequence) {
    int bar = sequence.indexOf('|');
    String target = bar < 0 ? sequence : sequence.substring(0, bar);
    return switch (sequence.charAt(0)) {
      case '@', '#' -> named(sequence, target);
      case '!' -> {
        if (target.startsWith(USER_GROUP)) {
          yield named(sequence, target);
        }
        String word = bar < 0 ? target.substring(1) : sequence.substring(bar + 1);
        yield word.startsWith("@") ? word : "@" + word;
      }
      default -> target.startsWith("mailto:") ? target.substring("mailto:".length()) : target;
    };
  }
}
