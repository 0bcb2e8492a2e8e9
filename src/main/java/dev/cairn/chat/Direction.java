package dev.cairn.chat;

import java.text.Bidi;
import java.util.regex.Pattern;

/**
 * The direction in which text runs. What members write may run from right to left, and must keep to
 * its place among ours.
 */
public final class Direction {
  private static final char ISOLATE = '\u2068';
  private static final char END_OF_ISOLATE = '\u2069';

  /**
   * Embeddings, overrides and isolates, and their ends: they reach beyond the text they stand in.
   */
  private static final Pattern CONTROLS = Pattern.compile("[\\u202A-\\u202E\\u2066-\\u2069]");

  private Direction() {}

  /** A member's text without characters that turn what stands around it. */
  public static String cleaned(String text) {
    return CONTROLS.matcher(text).replaceAll("");
  }

  /** A text that runs in its own direction and leaves what stands beside it alone. */
  public static String isolated(String text) {
    return runsLeftwards(text) && text.charAt(0) != ISOLATE
        ? ISOLATE + text + END_OF_ISOLATE
        : text;
  }

  /** How many characters of a text are to be seen, isolates left out. */
  public static int width(String text) {
    return (int) text.codePoints().filter(c -> c != ISOLATE && c != END_OF_ISOLATE).count();
  }

  private static boolean runsLeftwards(String text) {
    return !text.isEmpty() && Bidi.requiresBidi(text.toCharArray(), 0, text.length());
  }
}
