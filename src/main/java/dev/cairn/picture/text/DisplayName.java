package dev.cairn.picture.text;

import static java.util.stream.Collectors.joining;

import java.text.Bidi;
import java.text.Normalizer;
import java.util.List;
import java.util.regex.Pattern;

/** Names as members gave them, made fit to be set beside others. */
public final class DisplayName {
  private static final int MAX_GRAPHEMES = 60;

  /** More marks than any language heaps on one letter, and few enough not to hide other lines. */
  private static final int MAX_CODE_POINTS_OF_GRAPHEME = 8;

  private static final String NAMELESS = "(no name)";

  private static final Pattern GAPS = Pattern.compile("[\\p{Cc}\\p{Z}]+");

  /** Halves of surrogate pairs, overrides of direction, and letters made to be unseen. */
  private static final Pattern UNSEEN =
      Pattern.compile(
          "[\\p{Cs}\\u061C\\u115F\\u1160\\u200B\\u200E\\u200F\\u202A-\\u202E\\u2060-\\u206F\\u2800\\u3164\\uFEFF\\uFFA0]+");

  private DisplayName() {}

  /** The name on one line, in its own direction, shortened visibly where it is absurdly long. */
  public static String of(String given) {
    if (isPlain(given)) {
      return given;
    }
    String line = GAPS.matcher(UNSEEN.matcher(given).replaceAll("")).replaceAll(" ").strip();
    if (line.codePoints().noneMatch(DisplayName::leavesInk)) {
      return NAMELESS;
    }
    List<String> graphemes = Graphemes.of(Normalizer.normalize(line, Normalizer.Form.NFC));
    return graphemes.stream()
        .limit(MAX_GRAPHEMES)
        .map(DisplayName::withFewMarks)
        .collect(joining("", "", graphemes.size() > MAX_GRAPHEMES ? Graphemes.ELLIPSIS : ""));
  }

  /** Whether there is nothing to make fit, as in most names: ASCII, each a grapheme of its own. */
  private static boolean isPlain(String name) {
    return !name.isEmpty()
        && name.length() <= MAX_GRAPHEMES
        && name.chars().allMatch(letter -> letter >= ' ' && letter <= '~')
        && name.charAt(0) != ' '
        && name.charAt(name.length() - 1) != ' '
        && !name.contains("  ");
  }

  /** The name among other words, of which it leaves each where it stands. */
  public static String isolated(String name) {
    return Bidi.requiresBidi(name.toCharArray(), 0, name.length())
        ? "\u2068" + name + "\u2069"
        : name;
  }

  private static boolean leavesInk(int codePoint) {
    return switch (Character.getType(codePoint)) {
      case Character.FORMAT, Character.NON_SPACING_MARK, Character.SPACE_SEPARATOR -> false;
      default -> true;
    };
  }

  private static String withFewMarks(String grapheme) {
    return grapheme.codePointCount(0, grapheme.length()) <= MAX_CODE_POINTS_OF_GRAPHEME
        ? grapheme
        : grapheme.substring(0, grapheme.offsetByCodePoints(0, MAX_CODE_POINTS_OF_GRAPHEME));
  }
}
