package dev.cairn.catalog.prose;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Takes English text apart. Good enough for figures and comparisons, not for grammar. */
public final class Prose {
  /** An end of a sentence, perhaps; a paragraph ends one in any case. */
  private static final Pattern END = Pattern.compile("([.!?…]+)([\"'”’)\\]]*)\\s+|\\n+");

  /** After these a sentence goes on. */
  private static final Set<String> ABBREVIATIONS =
      Set.of("e.g", "i.e", "vs", "cf", "approx", "ca", "dr", "mr", "mrs", "fig", "resp");

  private static final Pattern SPACE = Pattern.compile("\\s+");
  private static final Pattern VOWELS = Pattern.compile("[aeiouy]+");
  private static final Pattern SILENT_ENDING = Pattern.compile("(?:[^laeiouy]e|[^aeiouytd]ed|es)$");
  private static final Pattern NOT_LETTERS = Pattern.compile("[^a-z]");
  private static final Pattern NOT_WORDS = Pattern.compile("[^\\p{L}\\p{N}%]+");

  private Prose() {}

  /** The sentences of a text, in order, each without spaces at its ends. */
  public static List<String> sentences(String text) {
    List<String> sentences = new ArrayList<>();
    int from = 0;
    Matcher end = END.matcher(text);
    while (end.find()) {
      if (end.group(1) == null || ends(text, from, end)) {
        add(sentences, text.substring(from, end.end()));
        from = end.end();
      }
    }
    add(sentences, text.substring(from));
    return sentences;
  }

  private static void add(List<String> sentences, String sentence) {
    String stripped = sentence.strip();
    if (!stripped.isEmpty()) {
      sentences.add(stripped);
    }
  }

  private static boolean ends(String text, int from, Matcher end) {
    if (end.end() == text.length() || end.group().contains("\n")) {
      return true;
    }
    boolean small = Character.isLowerCase(text.charAt(end.end()));
    if (!end.group(1).equals(".")) {
      return !small; // “Why?” she asked.
    }
    String before = text.substring(from, end.start());
    String last =
        before
            .substring(1 + Math.max(before.lastIndexOf(' '), before.lastIndexOf('(')))
            .toLowerCase(Locale.ROOT);
    return !ABBREVIATIONS.contains(last)
        && !(small && (last.equals("etc") || !end.group(2).isEmpty()));
  }

  /** How many words a text has: what stands between spaces. */
  public static int words(String text) {
    String stripped = text.strip();
    return stripped.isEmpty() ? 0 : SPACE.split(stripped, -1).length;
  }

  /** A text in lower case and without punctuation, to see whether two say the same. */
  public static String folded(String text) {
    return NOT_WORDS.matcher(text.toLowerCase(Locale.ROOT)).replaceAll(" ").strip();
  }

  /** How many syllables a word probably has, at least 1. */
  static int syllables(String word) {
    String letters = NOT_LETTERS.matcher(word.toLowerCase(Locale.ROOT)).replaceAll("");
    int groups = (int) VOWELS.matcher(letters).results().count();
    boolean silent = groups > 1 && SILENT_ENDING.matcher(letters).find();
    return Math.max(1, silent ? groups - 1 : groups);
  }

  /**
   * How hard texts are to read.
   *
   * @param sentenceLength words a sentence
   * @param grade the Flesch–Kincaid grade: the years of school that it takes, roughly
   */
  public record Reading(double sentenceLength, double grade) {}

  /**
   * How hard these texts are to read, each of them sentences of its own; 0 where there are none.
   */
  public static Reading reading(Collection<String> texts) {
    int sentences = 0;
    int words = 0;
    int syllables = 0;
    for (String text : texts) {
      for (String sentence : sentences(text)) {
        List<String> tokens = Arrays.asList(SPACE.split(sentence, -1));
        sentences++;
        words += tokens.size();
        syllables += tokens.stream().mapToInt(Prose::syllables).sum();
      }
    }
    if (sentences == 0) {
      return new Reading(0, 0);
    }
    double length = (double) words / sentences;
    return new Reading(length, 0.39 * length + 11.8 * syllables / words - 15.59);
  }
}
