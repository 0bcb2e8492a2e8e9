package dev.cairn.feature.streak;

import dev.cairn.domain.MemberHistory;
import dev.cairn.domain.MemberId;
import dev.cairn.domain.Pause;
import dev.cairn.domain.RestDays;
import dev.cairn.domain.StreakState;
import dev.cairn.feature.member.Member;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Keeps what bears on streaks, and the figures derived from it. */
public interface StreakStore {

  /**
   * Everything on record that bears on the streaks of members of one community.
   *
   * @param since leaves out checked days before this one; {@link LocalDate#MIN} for all
   */
  Map<MemberId, MemberHistory> histories(Collection<Member> members, LocalDate since);

  /** The member chose the weekdays to rest on from a day on; replaces a choice of the same day. */
  void chooseRest(Member member, LocalDate from, RestDays chosen, Instant at);

  /** The member is away. */
  void pause(Member member, Pause pause);

  /** The member is back: their study day {@code today} and later are not covered by a pause. */
  void endPause(Member member, LocalDate today);

  /** How far the member's streak is settled; {@link StreakState#NONE} where it never was. */
  StreakState settled(Member member);

  /**
   * Replaces the figures derived for a member.
   *
   * @param settled how far the streak is settled
   * @param streak the current streak
   * @param longest the longest streak
   * @param breaksAt when the streak becomes zero if nothing else happens; null where it is zero
   */
  void save(
      Member member, StreakState settled, int streak, int longest, @Nullable Instant breaksAt);
}
