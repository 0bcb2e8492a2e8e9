package dev.cairn.feature.checkin;

import dev.cairn.domain.CommunityId;
import dev.cairn.feature.member.Member;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Keeps check-ins. */
public interface CheckInStore {

  /** What came of an interaction that was counted before, if it was. */
  Optional<CheckIns.Entry> entry(Member member, String interactionId);

  /**
   * The member checks in for a day; does nothing where they have.
   *
   * @param toldLateOn the study day on which they do, where it is not that day itself
   */
  void check(Member member, LocalDate day, Instant at, ZoneId zone, @Nullable LocalDate toldLateOn);

  /** The member takes back the check-in of a day, as if it had never been made. */
  void undo(Member member, LocalDate day);

  /** A moderator grants a day. */
  void grant(Member member, LocalDate day, Instant at, Member by, String reason);

  /** A moderator revokes a day that counts. */
  void revoke(Member member, LocalDate day, String reason);

  /** A moderator excuses a day. */
  void excuse(Member member, LocalDate day, String reason);

  /** Keeps what was said with a check-in. */
  void add(
      Member member,
      String interactionId,
      CheckIns.Entry entry,
      Instant at,
      CheckInDetails remarks);

  /** How many members of a community studied on a day. */
  int count(CommunityId community, LocalDate day);

  /** How many minutes the member said they studied, by checked study day. */
  Map<LocalDate, Integer> minutes(Member member);

  /** When a member of a community last checked in. */
  Optional<Instant> newest(CommunityId community);
}
