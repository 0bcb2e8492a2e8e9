package dev.cairn.feature;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * A few words that somebody typed, to be recognised in a longer text whatever their order, their
 * case and what stands between them.
 *
 * @param words in lower case, in the order they were typed
 */
public record Phrase(List<String> words) {
  /** A shorter word is looked for as it is: {@code ml} is not {@code mlops}. */
  private static final int SHORTEST_BEGINNING = 4;

  public Phrase {
    words = List.copyOf(words);
  }

  /** The words of a text. */
  public static Phrase of(String text) {
    return new Phrase(split(text));
  }

  /** Whether every word is in a text, or begins a word of it; a plural finds its singular too. */
  public boolean isIn(String text) {
    List<String> others = split(text);
    return !words.isEmpty()
        && words.stream().allMatch(word -> others.stream().anyMatch(other -> means(word, other)));
  }

  private static boolean means(String word, String other) {
    return word.length() < SHORTEST_BEGINNING
        ? other.equals(word)
        : other.startsWith(word) || other.startsWith(singular(word));
  }

  private static String singular(String word) {
    boolean plural = word.length() > SHORTEST_BEGINNING && word.endsWith("s");
    return plural ? word.substring(0, word.length() - 1) : word;
  }

  private static List<String> split(String text) {
    return Arrays.stream(text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+"))
        .filter(word -> !word.isEmpty())
        .toList();
  }
}
