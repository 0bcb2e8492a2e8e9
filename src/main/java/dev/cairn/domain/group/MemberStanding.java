package dev.cairn.domain.group;

import dev.cairn.domain.MemberId;
import java.util.Comparator;

/**
 * A member's line on a leaderboard.
 *
 * @param value what the leaderboard is about: the current streak, or check-ins in a period
 * @param longest the longest streak
 */
public record MemberStanding(MemberId member, String name, long value, int longest) {
  /** The larger value first; equal values share a rank. */
  public static final Comparator<MemberStanding> BY_VALUE =
      Comparator.comparingLong(MemberStanding::value).reversed();

  /** Within a rank: the longer longest streak, then the name, then the id. */
  public static final Comparator<MemberStanding> WITHIN_RANK =
      Comparator.comparingInt(MemberStanding::longest)
          .reversed()
          .thenComparing(MemberStanding::name, String.CASE_INSENSITIVE_ORDER)
          .thenComparing(MemberStanding::member);
}
