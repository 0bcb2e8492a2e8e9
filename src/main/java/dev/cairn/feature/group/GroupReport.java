package dev.cairn.feature.group;

import dev.cairn.domain.group.GroupDay;
import dev.cairn.domain.group.GroupScore;
import dev.cairn.domain.group.GroupStreak;
import dev.cairn.domain.group.Quorum;
import dev.cairn.feature.member.Member;
import java.util.List;

/**
 * A group as it stands.
 *
 * @param score over this week
 * @param today the community's date
 * @param quorum of that date
 * @param members the longest-standing first
 */
public record GroupReport(
    Group group,
    GroupStreak streak,
    GroupScore score,
    GroupDay today,
    Quorum quorum,
    List<MemberToday> members) {

  public GroupReport {
    members = List.copyOf(members);
  }

  /** How a member stands on their own study day. */
  public record MemberToday(Member member, State state) {}

  /** How a member's study day stands. */
  public enum State {
    /** Checked in. */
    CHECKED,
    /** Expected, and not checked in yet. */
    OPEN,
    /** Covered: nobody waits for them. */
    RESTING,
    /** Belongs to the group, and counts from tomorrow. */
    NEW
  }
}
