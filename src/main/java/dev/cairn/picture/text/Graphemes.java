package dev.cairn.picture.text;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Text in the units that readers count as one character. */
public final class Graphemes {
  static final String ELLIPSIS = "…";

  private Graphemes() {}

  static List<String> of(String text) {
    BreakIterator breaks = BreakIterator.getCharacterInstance(Locale.ROOT);
    breaks.setText(text);
    List<String> graphemes = new ArrayList<>();
    int start = breaks.first();
    for (int end = breaks.next(); end != BreakIterator.DONE; end = breaks.next()) {
      graphemes.add(text.substring(start, end));
      start = end;
    }
    return graphemes;
  }

  /** The text, or as much of its beginning as goes with an ellipsis into so many chars. */
  public static String shorten(String text, int maxChars) {
    if (text.length() <= maxChars) {
      return text;
    }
    StringBuilder kept = new StringBuilder();
    for (String grapheme : of(text)) {
      if (kept.length() + grapheme.length() + ELLIPSIS.length() > maxChars) {
        break;
      }
      kept.append(grapheme);
    }
    return kept.append(ELLIPSIS).toString();
  }
}
