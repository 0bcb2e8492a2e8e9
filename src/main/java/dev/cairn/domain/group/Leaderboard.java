package dev.cairn.domain.group;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Who stands where.
 *
 * @param ranked best first
 * @param unranked shown after them, without a rank
 */
public record Leaderboard<T>(List<Rank<T>> ranked, List<T> unranked) {
  public Leaderboard {
    ranked = List.copyOf(ranked);
    unranked = List.copyOf(unranked);
  }

  /**
   * One line.
   *
   * @param place from 1; equal values share one, and as many after them are left out (1, 2, 2, 4)
   */
  public record Rank<T>(int place, T standing) {}

  /** Ranks members. */
  public static Leaderboard<MemberStanding> ofMembers(Collection<MemberStanding> members) {
    return of(members, standing -> true, MemberStanding.BY_VALUE, MemberStanding.WITHIN_RANK);
  }

  /** Ranks groups; those with too few expected members are unranked. */
  public static Leaderboard<GroupStanding> ofGroups(Collection<GroupStanding> groups) {
    return of(
        groups,
        standing -> standing.score().ranked(),
        GroupStanding.BY_VALUE,
        GroupStanding.WITHIN_RANK);
  }

  private static <T> Leaderboard<T> of(
      Collection<T> standings,
      Predicate<T> ranked,
      Comparator<T> byValue,
      Comparator<T> withinRank) {
    Map<Boolean, List<T>> sorted =
        standings.stream()
            .sorted(byValue.thenComparing(withinRank))
            .collect(Collectors.partitioningBy(ranked));
    return new Leaderboard<>(
        ranks(sorted.getOrDefault(true, List.of()), byValue),
        sorted.getOrDefault(false, List.of()));
  }

  private static <T> List<Rank<T>> ranks(List<T> sorted, Comparator<T> byValue) {
    List<Rank<T>> ranks = new ArrayList<>();
    for (T standing : sorted) {
      boolean shared =
          !ranks.isEmpty() && byValue.compare(ranks.getLast().standing(), standing) == 0;
      ranks.add(new Rank<>(shared ? ranks.getLast().place() : ranks.size() + 1, standing));
    }
    return ranks;
  }
}
