package dev.cairn.domain.buddy;

import dev.cairn.domain.MemberId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;

/**
 * Pairs those who wait for somebody to study beside. Whoever has waited longest is served first,
 * with whoever is most like them. The longer one of the two has waited, the further apart their
 * hours may be, so that in the end everybody finds somebody. Nothing is left to chance.
 */
public final class BuddyMatching {
  /** So far apart may the hours of two be who have not waited. */
  private static final Duration CLOSE = Duration.ofHours(3);

  private static final Duration MORE_PER_DAY = Duration.ofHours(1);

  private static final Comparator<Candidate> ORDER =
      Comparator.comparing(Candidate::since)
          .thenComparingLong(candidate -> candidate.member().value());

  private BuddyMatching() {}

  /**
   * Somebody who waits.
   *
   * @param since when they began to
   */
  public record Candidate(MemberId member, Instant since, StudyHabit habit) {}

  /** Two who study beside each other from now on. */
  public record Pair(Candidate one, Candidate other) {}

  /**
   * Pairs as many as fit.
   *
   * @param apart whether two must not be paired
   */
  public static List<Pair> match(
      Collection<Candidate> waiting, BiPredicate<MemberId, MemberId> apart, Instant now) {
    List<Candidate> left = new ArrayList<>(waiting.stream().sorted(ORDER).toList());
    List<Pair> pairs = new ArrayList<>();
    List<Candidate> inTurn = List.copyOf(left);
    for (Candidate one : inTurn) {
      if (left.contains(one)) {
        best(one, left, apart, now)
            .ifPresent(other -> {
              left.remove(one);
              left.remove(other);
              pairs.add(new Pair(one, other));
            });
      }
    }
    return pairs;
  }

  private static Optional<Candidate> best(
      Candidate one, List<Candidate> left, BiPredicate<MemberId, MemberId> apart, Instant now) {
    return left.stream()
        .filter(other -> !other.member().equals(one.member()))
        .filter(other -> !apart.test(one.member(), other.member()))
        .filter(other -> fits(one, other, now))
        .min(
            Comparator.<Candidate>comparingInt(other -> one.habit().difference(other.habit()))
                .thenComparing(ORDER));
  }

  private static boolean fits(Candidate one, Candidate other, Instant now) {
    Instant since = one.since().isBefore(other.since()) ? one.since() : other.since();
    long days = Math.max(0, Duration.between(since, now).toDays());
    return one.habit().apart(other.habit()).compareTo(CLOSE.plus(MORE_PER_DAY.multipliedBy(days)))
        <= 0;
  }
}
