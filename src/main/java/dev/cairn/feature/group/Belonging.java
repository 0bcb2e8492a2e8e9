package dev.cairn.feature.group;

import dev.cairn.domain.GroupId;
import dev.cairn.domain.MemberId;
import dev.cairn.domain.Membership;
import java.time.LocalDate;

/**
 * A member's time in a group.
 *
 * @param ordinal counts the member's memberships, of whichever group, from 1
 */
public record Belonging(GroupId group, int ordinal, Membership membership) {

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
