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

  /** The first sentence up to its colon, without a full stop: the least that says what it is. */
  public static String gist(String text) {
    String sentence = first(text);
    int colon = sentence.indexOf(": ");
    int end = colon < 0 ? sentence.length() : colon;
    return sentence.substring(0, end).replaceFirst("\\.$", "");
  }
}
