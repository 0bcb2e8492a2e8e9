package dev.cairn.feature.group;

import dev.cairn.domain.GroupId;
import dev.cairn.domain.MemberId;
import dev.cairn.domain.group.Membership;
import java.time.Instant;
import java.time.LocalDate;

/**
 * A member's time in a group.
 *
 * @param ordinal counts the member's memberships, of whichever group, from 1
 * @param joinedAt when it began
 */
public record Belonging(GroupId group, int ordinal, Membership membership, Instant joinedAt) {

  /**
   * Whether the member belongs to the group, or counts for it, at an instant of a day of theirs.
   */
  boolean holdsAt(Instant at, LocalDate today) {
    LocalDate leftOn = membership.leftOn();
    return !joinedAt.isAfter(at) && (leftOn == null || !today.isAfter(leftOn));
  }

  /** Who belongs or belonged. */
  public MemberId member() {
    return membership.member();
  }

  /** Whether it has not ended. */
  public boolean isOpen() {
    return membership.leftOn() == null;
  }

  /** The newest date on record. */
  LocalDate newestDate() {
    LocalDate leftOn = membership.leftOn();
    return leftOn == null ? membership.joinedOn() : leftOn;
  }
}
