package dev.cairn.domain.group;

import dev.cairn.domain.GroupId;
import java.util.Comparator;

/**
 * A group's line on a leaderboard.
 *
 * @param score over the leaderboard's period
 * @param streak the current streak
 */
public record GroupStanding(GroupId group, String name, GroupScore score, int streak) {
  /** The larger percentage first, compared exactly; equal ones share a rank. */
  public static final Comparator<GroupStanding> BY_VALUE =
      Comparator.comparing(GroupStanding::score, GroupScore.BY_RATIO.reversed());

  /** Within a rank: the longer streak, then more check-ins, then the name, then the id. */
  public static final Comparator<GroupStanding> WITHIN_RANK =
      Comparator.comparingInt(GroupStanding::streak)
          .thenComparingInt(standing -> standing.score().present())
          .reversed()
          .thenComparing(GroupStanding::name, String.CASE_INSENSITIVE_ORDER)
          .thenComparing(GroupStanding::group);
}
