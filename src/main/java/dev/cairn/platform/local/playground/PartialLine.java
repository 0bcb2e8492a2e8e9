package dev.cairn.platform.local.playground;

import java.util.HashSet;
import java.util.Set;

/**
 * The options of a line that is still being typed.
 *
 * @param wordAt where the word being typed begins, as an index into the line
 * @param word the word being typed, possibly empty, with its quotes
 * @param named names of the options given before it
 */
record PartialLine(int wordAt, String word, Set<String> named) {

  /** Reads a line from where its options begin. */
  static PartialLine of(String line, int optionsAt) {
    Set<String> named = new HashSet<>();
    int wordAt = optionsAt;
    boolean quoted = false;
    for (int i = optionsAt; i < line.length(); i++) {
      char c = line.charAt(i);
      if (c == '"' && (i == 0 || line.charAt(i - 1) != '\\')) {
        quoted = !quoted;
      } else if (Character.isWhitespace(c) && !quoted) {
        int colon = line.indexOf(':', wordAt);
        if (colon > wordAt && colon < i) {
          named.add(line.substring(wordAt, colon));
        }
        wordAt = i + 1;
      }
    }
    return new PartialLine(wordAt, line.substring(wordAt), named);
  }

  /** The name before the colon of the word being typed, or empty where there is no colon. */
  String name() {
    int colon = word.indexOf(':');
    return colon <= 0 ? "" : word.substring(0, colon);
  }

  /** The value being typed: what stands after the colon, without its opening quote. */
  String value() {
    String value = word.substring(word.indexOf(':') + 1);
    return value.startsWith("\"") ? value.substring(1) : value;
  }

  /** Where the value being typed begins. */
  int valueAt() {
    return wordAt + word.indexOf(':') + 1;
  }
}
