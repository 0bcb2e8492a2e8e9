package dev.cairn.chat.reply;

/** As much of a text as fits, with an ellipsis that says that there was more. */
public final class Excerpt {
  private static final String ELLIPSIS = "…";
  private static final int QUOTED = 60;

  private Excerpt() {}

  /**
   * The text, or as much of it as fits. No character is cut in two.
   *
   * @param max as {@link String#length} counts, with the ellipsis
   */
  public static String of(String text, int max) {
    if (text.length() <= max) {
      return text;
    }
    int end = max - ELLIPSIS.length();
    if (end > 0 && Character.isHighSurrogate(text.charAt(end - 1))) {
      end--;
    }
    return text.substring(0, end) + ELLIPSIS;
  }

  /** The text, short enough to be quoted in a sentence. */
  public static String quoted(String text) {
    return of(text, QUOTED);
  }
}
