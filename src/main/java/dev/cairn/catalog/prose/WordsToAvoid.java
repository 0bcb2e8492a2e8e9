package dev.cairn.catalog.prose;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;

/** Words and turns of phrase that read as translated, each with what to write in their place. */
public final class WordsToAvoid {
  private static final String FILE = "words-to-avoid.txt";

  /**
   * One of them as it was found in a text.
   *
   * @param words as the text has them
   * @param remedy what to write in their place
   */
  public record Found(String words, String remedy) {}

  private record Rule(Pattern words, String remedy) {}

  private static final List<Rule> RULES = read();

  private WordsToAvoid() {}

  /** Those that a text has, whole words only, whatever their case. */
  public static List<Found> in(String text) {
    return RULES.stream()
        .flatMap(rule ->
            rule.words.matcher(text).results().map(match -> new Found(match.group(), rule.remedy)))
        .toList();
  }

  private static List<Rule> read() {
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(
                Objects.requireNonNull(WordsToAvoid.class.getResourceAsStream(FILE), FILE),
                StandardCharsets.UTF_8))) {
      return reader
          .lines()
          .filter(line -> !line.isBlank() && line.charAt(0) != '#')
          .map(WordsToAvoid::rule)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** One line of the list: the forms, separated by commas, a colon, and the remedy. */
  private static Rule rule(String line) {
    int colon = line.indexOf(':');
    String forms =
        Arrays.stream(line.substring(0, colon).split(",", -1))
            .map(form -> Pattern.quote(form.strip()).replace(" ", "\\E\\s+\\Q"))
            .reduce((one, other) -> one + "|" + other)
            .orElseThrow();
    return new Rule(
        Pattern.compile(
            "(?<![\\p{L}\\p{N}_-])(?:" + forms + ")(?![\\p{L}\\p{N}_-])",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE),
        line.substring(colon + 1).strip());
  }
}
