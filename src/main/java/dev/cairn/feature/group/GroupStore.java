package dev.cairn.feature.group;

import dev.cairn.domain.CommunityId;
import dev.cairn.domain.Decisions;
import dev.cairn.domain.GroupId;
import dev.cairn.domain.MemberId;
import dev.cairn.feature.member.Member;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Keeps groups and who belongs to them. */
public interface GroupStore {

  /** The groups of a community that are not disbanded, by name. */
  List<Group> all(CommunityId community);

  /** The group of this id, unless it is disbanded. */
  Optional<Group> find(CommunityId community, GroupId id);

  /** The group whose name could be taken for this one. */
  Optional<Group> find(CommunityId community, Collection<String> looks);

  /**
   * The group as it stands now, which no other transaction changes until this one ends; empty where
   * it is disbanded.
   */
  Optional<Group> lock(CommunityId community, GroupId id);

  /**
   * Adds a group without members; empty where its name could be taken for another's, and then the
   * transaction is to be undone.
   */
  Optional<Group> add(Member owner, GroupName name, Instant at);

  /**
   * Calls a group so from now on; false where the name could be taken for another's, and then the
   * transaction is to be undone.
   */
  boolean rename(Group group, GroupName name);

  /** Hands a group over. */
  void setOwner(Group group, MemberId owner);

  /** Ends a group that nobody belongs to any more, and frees its name. */
  void disband(Group group, Instant at);

  /** The member's newest membership, which may have ended. */
  Optional<Belonging> newest(Member member);

  /** Who belongs to a group now, the longest-standing first. */
  List<Belonging> members(Group group);

  /**
   * Begins a membership; false where the member has begun another of this ordinal meanwhile.
   *
   * @param belonging open
   */
  boolean join(CommunityId community, Belonging belonging);

  /** Ends a membership on a study day of the member. */
  void leave(CommunityId community, Belonging belonging, LocalDate leftOn, Instant at);

  /** The memberships of groups, without those that ended before a day. */
  List<Belonging> since(CommunityId community, Collection<GroupId> groups, LocalDate day);

  /** The groups that a member belonged to on a day, in the order of their ids. */
  List<GroupId> on(Member member, LocalDate day);

  /** What a community decided about its groups. */
  Decisions<GroupPolicy> policy(CommunityId community);

  /** A decision about the community's groups, after all that there are. */
  void decide(CommunityId community, Decisions.Decision<GroupPolicy> decision);
}
