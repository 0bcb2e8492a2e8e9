package dev.cairn.feature.milestone;

import dev.cairn.domain.MemberId;
import dev.cairn.domain.MilestoneRules.Kind;
import dev.cairn.feature.community.Community;
import dev.cairn.feature.community.Place;
import dev.cairn.feature.member.Member;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Keeps milestones, and what communities and members decided about them. */
public interface MilestoneStore {

  /**
   * Adds one that waits for a moderator.
   *
   * @param member who reached it; empty for the community
   * @return empty where it had been reached before, whatever became of it, but for one withdrawn
   */
  Optional<Milestone> add(
      Community community, Kind kind, Optional<MemberId> member, int threshold, Instant at);

  /** Those that wait and are above a count are withdrawn, until they are reached again. */
  void withdraw(Community community, Kind kind, Optional<MemberId> member, int count);

  /** The milestone of this id. */
  Optional<Milestone> find(Community community, long id);

  /** The milestone of this id, with its row locked until the transaction ends. */
  Optional<Milestone> lock(Community community, long id);

  /**
   * All but those counted with another or withdrawn: first those that wait, then the others, newest
   * first.
   */
  List<Milestone> all(Community community);

  /**
   * What the one member reached is what the other did. Of two that are the same, one counts with
   * the other: one that waits with one that does not.
   */
  void bring(Member from, Member to);

  /** What had been brought by a member is theirs again. */
  void giveBack(Member from, Member to);

  /** Whatever the one has reached counts as reached by the other, and is shown with the one. */
  void addLinked(Member from, Member to, Instant at);

  /** It has become this. */
  void setState(Community community, Milestone milestone, Milestone.State state);

  /** A moderator's own words for it. */
  void setWords(Community community, Milestone milestone, String words);

  /** What the community decided; empty where it never did. */
  Optional<MilestonePolicy> policy(Community community);

  /** The community decides this. */
  void save(Community community, MilestonePolicy policy);

  /** The channels for a purpose: at most one in each place where the community lives. */
  Map<Place, String> channels(Community community, Purpose purpose);

  /** The channel for a purpose in a place, by the platform's own id. */
  void setChannel(Community community, Place place, Purpose purpose, String channel);

  /** Whether the member agreed to be mentioned. */
  boolean mayMention(Member member);

  /** The member agrees to be mentioned, or does not. */
  void setMayMention(Member member, boolean agreed);
}
