package dev.cairn.catalog.prose;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

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

  /**
   * A line of the list.
   *
   * @param beginnings the first words of its forms, as {@link #inOneCase}: where a text has none of
   *     them, which is soon seen, it has none of the forms
   */
  private record Rule(List<String> beginnings, Pattern words, String remedy) {}

  private static final List<Rule> RULES = read();

  private WordsToAvoid() {}

  /** Those that a text has, whole words only, whatever their case. */
  public static List<Found> in(String text) {
    String folded = inOneCase(text);
    return RULES.stream()
        .filter(rule -> rule.beginnings.stream().anyMatch(folded::contains))
        .flatMap(rule ->
            rule.words.matcher(text).results().map(match -> new Found(match.group(), rule.remedy)))
        .toList();
  }

  /** A text in which letters are equal that a rule takes for the same. */
  private static String inOneCase(String text) {
    return text.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
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
    List<String> forms =
        Arrays.stream(line.substring(0, colon).split(",", -1)).map(String::strip).toList();
    return new Rule(
        forms.stream().map(form -> inOneCase(form.split(" ", 2)[0])).toList(),
        Pattern.compile(
            forms.stream()
                .map(form -> Pattern.quote(form).replace(" ", "\\E\\s+\\Q"))
                .collect(
                    Collectors.joining("|", "(?<![\\p{L}\\p{N}_-])(?:", ")(?![\\p{L}\\p{N}_-])")),
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE),
        line.substring(colon + 1).strip());
  }
}
