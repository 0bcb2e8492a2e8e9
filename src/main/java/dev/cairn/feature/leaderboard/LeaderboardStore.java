package dev.cairn.feature.leaderboard;

import dev.cairn.domain.CommunityId;
import dev.cairn.domain.MemberStanding;
import dev.cairn.domain.Period;
import dev.cairn.feature.member.Member;
import java.time.LocalDate;
import java.util.List;
import java.util.OptionalLong;

/** Keeps what members are ranked by. Members who hide are not in what it tells. */
public interface LeaderboardStore {

  /**
   * Adds to a member's check-ins in a period.
   *
   * @param start the first study day of the period
   * @param change may be negative
   */
  void add(Member member, Period period, LocalDate start, int change);

  /** How many members are listed. */
  int size(CommunityId community, Measure measure);

  /** Members by rank and, within one, as the rules order them. */
  List<MemberStanding> list(CommunityId community, Measure measure, int offset, int limit);

  /** How many members are listed with more than {@code value}. */
  int countAbove(CommunityId community, Measure measure, long value);

  /** What a member is listed with; empty where they are not listed. */
  OptionalLong value(Member member, Measure measure);
}
