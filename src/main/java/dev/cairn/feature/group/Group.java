package dev.cairn.feature.group;

import dev.cairn.domain.CommunityId;
import dev.cairn.domain.GroupId;
import dev.cairn.domain.MemberId;
import java.time.Instant;

/**
 * A group of a community.
 *
 * @param name what it is called; never markup
 * @param owner who may rename, hand over and disband it
 * @param members how many belong to it now
 */
public record Group(
    CommunityId community,
    GroupId id,
    String name,
    MemberId owner,
    Instant foundedAt,
    int members) {

  /** Whether this member owns it. */
  public boolean isOwnedBy(MemberId member) {
    return owner.equals(member);
  }
}
