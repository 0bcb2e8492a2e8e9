package dev.cairn.feature.checkin;

import dev.cairn.domain.CommunityId;
import dev.cairn.feature.member.Member;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;

/** Keeps check-ins. */
public interface CheckInStore {

  /** What came of an interaction that was counted before, if it was. */
  Optional<CheckIns.Entry> entry(Member member, String interactionId);

  /** The member studied on a day; does nothing where that is known. */
  void check(Member member, LocalDate day, Instant at, ZoneId zone);

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

  /** When a member of a community last checked in. */
  Optional<Instant> newest(CommunityId community);
}
