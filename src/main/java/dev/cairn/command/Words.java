package dev.cairn.command;

import dev.cairn.chat.reply.Refusal;
import java.util.ArrayList;
import java.util.List;

/**
 * Splits a typed line into words. Quotes keep words together, straight ones and the typographic
 * ones that phones insert.
 */
final class Words {
  private static final String OPENING = "\"“„«";
  private static final String CLOSING = "\"”“»";

  private Words() {}

  /**
   * A word of a line.
   *
   * @param text without its quotes
   * @param quoteAt where in the text a quoted part began, or -1 where there was none
   */
  record Word(String text, int quoteAt) {
    boolean quoted() {
      return quoteAt == 0;
    }
  }

  static List<Word> of(String line) {
    List<Word> words = new ArrayList<>();
    StringBuilder word = new StringBuilder();
    int quoteAt = -1;
    boolean inWord = false;
    int i = 0;
    while (i < line.length()) {
      char c = line.charAt(i);
      if (Character.isWhitespace(c)) {
        if (inWord) {
          words.add(new Word(word.toString(), quoteAt));
          word.setLength(0);
          quoteAt = -1;
          inWord = false;
        }
        i++;
      } else if (opensQuote(c, word)) {
        quoteAt = word.length();
        inWord = true;
        i = quoted(line, i + 1, closing(line, i), word);
      } else {
        word.append(c);
        inWord = true;
        i++;
      }
    }
    if (inWord) {
      words.add(new Word(word.toString(), quoteAt));
    }
    return words;
  }

  /**
   * A quote opens at the start of a word or of a value ({@code note:"…}); elsewhere it is a letter
   * like any other ({@code 5"}).
   */
  private static boolean opensQuote(char c, StringBuilder word) {
    return OPENING.indexOf(c) >= 0 && (word.isEmpty() || word.charAt(word.length() - 1) == ':');
  }

  /**
   * What may close the quote that opens here. A straight one is closed by a straight one, so that
   * typographic ones may stand inside; where none follows, a phone has changed one of the two.
   */
  private static String closing(String line, int opening) {
    boolean straight = line.charAt(opening) == '"' && line.indexOf('"', opening + 1) >= 0;
    return straight ? "\"" : CLOSING;
  }

  /** Appends what stands up to the closing quote and returns the index after it. */
  private static int quoted(String line, int from, String closing, StringBuilder word) {
    int i = from;
    while (i < line.length()) {
      char c = line.charAt(i);
      if (c == '\\' && i + 1 < line.length() && isEscapable(line.charAt(i + 1))) {
        word.append(line.charAt(i + 1));
        i += 2;
      } else if (closing.indexOf(c) >= 0) {
        return i + 1;
      } else {
        word.append(c);
        i++;
      }
    }
    throw Refusal.badOption(
        null, "A quote was opened and never closed. Close it with \" and send it again.");
  }

  private static boolean isEscapable(char c) {
    return c == '\\' || OPENING.indexOf(c) >= 0 || CLOSING.indexOf(c) >= 0;
  }
}
