package dev.cairn.spelling;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.apache.commons.text.similarity.DamerauLevenshteinDistance;

/** "Did you mean …": the candidates nearest to what was typed. */
public final class Nearest {
  private static final DamerauLevenshteinDistance DISTANCE = new DamerauLevenshteinDistance();

  private Nearest() {}

  /** The candidate that was most likely meant, if any is near enough to be worth a guess. */
  public static <T> Optional<T> to(
      String typed, Collection<T> candidates, Function<T, String> name) {
    return ranked(typed, candidates, name, 1).stream().findFirst();
  }

  /**
   * The candidates that may have been meant, the likeliest first. Near enough is: it begins with or
   * contains what was typed, or differs in at most a third of its letters, two swapped ones
   * counting as one.
   */
  public static <T> List<T> ranked(
      String typed, Collection<T> candidates, Function<T, String> name, int limit) {
    String wanted = folded(typed);
    if (wanted.isEmpty()) {
      return List.of();
    }
    record Scored<T>(T candidate, double score) {}
    return candidates.stream()
        .map(candidate -> new Scored<>(candidate, score(wanted, folded(name.apply(candidate)))))
        .filter(scored -> scored.score <= 1)
        .sorted(Comparator.comparingDouble(Scored::score))
        .limit(limit)
        .map(Scored::candidate)
        .toList();
  }

  /** 0 is the same, up to 1 is near enough, more is not. */
  private static double score(String wanted, String candidate) {
    if (candidate.equals(wanted)) {
      return 0;
    }
    int longer = Math.max(wanted.length(), candidate.length());
    double spelling = 3.0 * DISTANCE.apply(wanted, candidate) / longer;
    if (wanted.length() >= 2 && candidate.startsWith(wanted)) {
      return Math.min(spelling, 0.3);
    }
    if (wanted.length() >= 3 && candidate.contains(wanted)) {
      return Math.min(spelling, 0.6);
    }
    return spelling;
  }

  private static String folded(String text) {
    return text.toLowerCase(Locale.ROOT).replace('-', ' ').replace('_', ' ').strip();
  }
}
