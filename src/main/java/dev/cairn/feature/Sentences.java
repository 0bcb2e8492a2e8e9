package dev.cairn.feature;

import java.text.BreakIterator;
import java.util.Locale;

/** Takes as much of a text as a list has room for. */
public final class Sentences {
  private Sentences() {}

  /** The first sentence of a text, with its full stop. */
  public static String first(String text) {
    BreakIterator sentences = BreakIterator.getSentenceInstance(Locale.ENGLISH);
    sentences.setText(text);
    int end = sentences.next();
    return end == BreakIterator.DONE ? text : text.substring(0, end).strip();
  }
}
