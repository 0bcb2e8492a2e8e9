package dev.cairn.spelling;

import java.util.Arrays;
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

  /** Fewer letters than this begin too much for a single guess. */
  private static final int SHORTEST_START = 2;

  /** Fewer letters than this are too near to any other word. */
  private static final int SHORTEST_WORD = 5;

  private Nearest() {}

  /** The candidate that was most likely meant, if any is near enough to be worth a guess. */
  public static <T> Optional<T> to(
      String typed, Collection<T> candidates, Function<T, String> name) {
    return ranked(typed, candidates, name, 1, SHORTEST_START).stream().findFirst();
  }

  /**
   * The candidates that may have been meant, the likeliest first. Near enough is: it begins with
   * what was typed, or one of its words does; it contains it; or it differs in at most a third of
   * its letters, where two neighbours that have changed places count as one; or one of its words
   * differs in less.
   */
  public static <T> List<T> ranked(
      String typed, Collection<T> candidates, Function<T, String> name, int limit) {
    return ranked(typed, candidates, name, limit, 1);
  }

  private static <T> List<T> ranked(
      String typed,
      Collection<T> candidates,
      Function<T, String> name,
      int limit,
      int shortestStart) {
    String wanted = folded(typed);
    if (wanted.isEmpty()) {
      return List.of();
    }
    record Scored<T>(T candidate, double score) {}
    return candidates.stream()
        .map(candidate ->
            new Scored<>(candidate, score(wanted, folded(name.apply(candidate)), shortestStart)))
        .filter(scored -> scored.score <= 1)
        .sorted(Comparator.comparingDouble(Scored::score))
        .limit(limit)
        .map(Scored::candidate)
        .toList();
  }

  /** 0 is the same, up to 1 is near enough, more is not. */
  private static double score(String wanted, String candidate, int shortestStart) {
    if (candidate.equals(wanted)) {
      return 0;
    }
    double spelling = spelling(wanted, candidate);
    if (wanted.length() >= shortestStart) {
      if (candidate.startsWith(wanted)) {
        return Math.min(spelling, 0.3);
      }
      if (candidate.contains(" " + wanted)) {
        return Math.min(spelling, 0.45);
      }
    }
    if (wanted.length() >= 3 && candidate.contains(wanted)) {
      return Math.min(spelling, 0.6);
    }
    return Math.min(spelling, word(wanted, candidate));
  }

  /**
   * How much of the letters differs, where a third is 1; more than that is not measured, where the
   * lengths tell already.
   */
  private static double spelling(String one, String other) {
    int longer = Math.max(one.length(), other.length());
    int atLeast = Math.abs(one.length() - other.length());
    return 3 * atLeast > longer
        ? Double.POSITIVE_INFINITY
        : 3.0 * DISTANCE.apply(one, other) / longer;
  }

  /** How near one of several words is to a single one; it counts for less than the whole. */
  private static double word(String wanted, String candidate) {
    if (wanted.length() < SHORTEST_WORD || wanted.indexOf(' ') >= 0) {
      return Double.MAX_VALUE;
    }
    return Arrays.stream(candidate.split(" "))
        .filter(each -> each.length() >= SHORTEST_WORD)
        .mapToDouble(each -> 0.3 + spelling(wanted, each))
        .min()
        .orElse(Double.MAX_VALUE);
  }

  private static String folded(String text) {
    return text.toLowerCase(Locale.ROOT).replace('-', ' ').replace('_', ' ').strip();
  }
}
