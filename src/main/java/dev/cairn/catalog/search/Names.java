package dev.cairn.catalog.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/**
 * What entries are called: finds an entry by a name however it is written, and the word of a name
 * that somebody began, misspelt or knows only a part of.
 */
final class Names {
  private static final Pattern NEITHER_LETTER_NOR_DIGIT = Pattern.compile("[^\\p{L}\\p{N}]+");
  private static final int SHORTEST_BEGINNING = 3;
  private static final int SHORTEST_PART = 4;

  private final Analyzer stems;
  private final Map<String, List<Integer>> byName = new HashMap<>();
  private final NavigableMap<String, List<Integer>> byBeginning = new TreeMap<>();
  private final Map<Integer, Integer> places = new HashMap<>();
  private final List<Word> words;

  /**
   * A word that a name contains; the letters in it tell in an instant what it cannot be near to.
   */
  private record Word(String text, long letters, int times) {}

  /** A name, and the number of the entry that has it. */
  record Named(int entry, String name) {}

  /**
   * @param names in the order in which entries of the same name are wanted
   * @param stems takes texts apart into the stems of their words
   */
  Names(Collection<Named> names, Analyzer stems) {
    this.stems = stems;
    Map<String, Integer> counted = new HashMap<>();
    for (Named named : names) {
      places.putIfAbsent(named.entry(), places.size());
      for (String key : keys(named.name())) {
        List<Integer> entries = byName.computeIfAbsent(key, unseen -> new ArrayList<>());
        if (!entries.contains(named.entry())) {
          entries.add(named.entry());
        }
      }
      byBeginning
          .computeIfAbsent(together(named.name()), unseen -> new ArrayList<>())
          .add(named.entry());
    }
    // Behind those that are called so and no more.
    for (Named named : names) {
      for (String word : apart(named.name())) {
        counted.merge(word, 1, Integer::sum);
        byBeginning.computeIfAbsent(word, unseen -> new ArrayList<>()).add(named.entry());
      }
    }
    words =
        counted.entrySet().stream()
            .map(word -> new Word(word.getKey(), letters(word.getKey()), word.getValue()))
            .sorted(Comparator.comparing(Word::text))
            .toList();
  }

  /**
   * The entries that are called one of these, whatever the case, the hyphens, the spaces or the
   * number.
   */
  List<Integer> called(String... texts) {
    return Stream.of(texts)
        .flatMap(text -> keys(text).stream())
        .flatMap(key -> byName.getOrDefault(key, List.of()).stream())
        .distinct()
        .sorted(Comparator.comparing(places::get))
        .toList();
  }

  /**
   * The entries with a name, or a word of a name, that begins so; the shortest beginnings first.
   */
  List<Integer> beginning(String text, int limit) {
    String begun = together(text);
    if (begun.isEmpty()) {
      return List.of();
    }
    Set<Integer> entries = new LinkedHashSet<>(byBeginning.getOrDefault(begun, List.of()));
    byBeginning.tailMap(begun, false).entrySet().stream()
        .takeWhile(entry -> entry.getKey().startsWith(begun))
        .sorted(
            Comparator.comparingInt(
                    (Map.Entry<String, List<Integer>> entry) -> entry.getKey().length())
                .thenComparing(Map.Entry::getKey))
        .limit(limit)
        .forEach(entry -> entries.addAll(entry.getValue()));
    return entries.stream().limit(limit).toList();
  }

  /**
   * The text with every word that is not known in the place of which a word of a name may have been
   * meant: one that begins so, one spelt nearly so, or one that has it as its part.
   */
  String mended(String text, Predicate<String> known) {
    List<String> mended = new ArrayList<>();
    for (String word : apart(text)) {
      mended.add(known.test(word) ? word : meant(word).orElse(word));
    }
    return String.join(" ", mended);
  }

  private Optional<String> meant(String typed) {
    return begunBy(typed).or(() -> speltLike(typed)).or(() -> havingAsPart(typed));
  }

  private Optional<String> begunBy(String typed) {
    return typed.length() < SHORTEST_BEGINNING
        ? Optional.empty()
        : shortest(word -> word.startsWith(typed));
  }

  private Optional<String> havingAsPart(String typed) {
    return typed.length() < SHORTEST_PART
        ? Optional.empty()
        : shortest(word -> word.contains(typed));
  }

  private Optional<String> shortest(Predicate<String> fits) {
    return words.stream().map(Word::text).filter(fits).min(Comparator.comparingInt(String::length));
  }

  /** The nearest word; of equally near ones the one that more names have. */
  private Optional<String> speltLike(String typed) {
    int mistakes = Spelling.mistakesIn(typed);
    if (mistakes == 0) {
      return Optional.empty();
    }
    long letters = letters(typed);
    Word nearest = null;
    int least = mistakes;
    for (Word word : words) {
      if (Math.abs(word.text().length() - typed.length()) > least
          || Long.bitCount(letters ^ word.letters()) > 2 * least) {
        continue;
      }
      int distance = Spelling.distance(typed, word.text(), least);
      if (distance < least
          || (distance == least && (nearest == null || word.times() > nearest.times()))) {
        nearest = word;
        least = distance;
      }
    }
    return Optional.ofNullable(nearest).map(Word::text);
  }

  private static long letters(String word) {
    long letters = 0;
    for (int i = 0; i < word.length(); i++) {
      letters |= 1L << (word.charAt(i) & 63);
    }
    return letters;
  }

  /** A name as it is written together, and the same by the stems of its words. */
  private List<String> keys(String name) {
    String together = together(name);
    if (together.isEmpty()) {
      return List.of();
    }
    String byStems = String.join("", terms(stems, "", name));
    return byStems.isEmpty() ? List.of(together) : List.of(together, "~" + byStems);
  }

  private static String together(String text) {
    return NEITHER_LETTER_NOR_DIGIT.matcher(text.toLowerCase(Locale.ROOT)).replaceAll("");
  }

  /** The words of a text, in lower case. */
  static List<String> apart(String text) {
    return Stream.of(NEITHER_LETTER_NOR_DIGIT.split(text.toLowerCase(Locale.ROOT)))
        .filter(Predicate.not(String::isEmpty))
        .toList();
  }

  /** The terms of a text, each once, in their order. */
  static Set<String> terms(Analyzer analyzer, String field, String text) {
    Set<String> terms = new LinkedHashSet<>();
    try (TokenStream stream = analyzer.tokenStream(field, text)) {
      CharTermAttribute term = stream.addAttribute(CharTermAttribute.class);
      stream.reset();
      while (stream.incrementToken()) {
        terms.add(term.toString());
      }
      stream.end();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return terms;
  }
}
