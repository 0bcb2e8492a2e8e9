package dev.cairn.domain.blog;

import java.util.List;

/**
 * What a community celebrates.
 *
 * @param memberPosts how many posts of a member
 * @param communityPosts how many posts of a community
 * @param memberStreak how long a streak of a member
 */
public record MilestoneRules(
    Thresholds memberPosts, Thresholds communityPosts, Thresholds memberStreak) {
  /** What holds until a community decides otherwise. */
  public static final MilestoneRules DEFAULT =
      new MilestoneRules(
          Thresholds.of(List.of(1, 7, 30, 60, 90, 120, 150, 180)),
          Thresholds.of(List.of(50, 100, 250, 500)).andEach(500),
          Thresholds.of(List.of(7, 30, 50, 100, 180, 365)));

  /** What is counted. */
  public enum Kind {
    /** A member's posts. */
    MEMBER_POSTS,
    /** A community's posts. */
    COMMUNITY_POSTS,
    /** The days of a member's streak. */
    MEMBER_STREAK
  }

  /** The thresholds of a kind. */
  public Thresholds of(Kind kind) {
    return switch (kind) {
      case MEMBER_POSTS -> memberPosts;
      case COMMUNITY_POSTS -> communityPosts;
      case MEMBER_STREAK -> memberStreak;
    };
  }

  /** These rules with other thresholds for a kind. */
  public MilestoneRules with(Kind kind, Thresholds thresholds) {
    return switch (kind) {
      case MEMBER_POSTS -> new MilestoneRules(thresholds, communityPosts, memberStreak);
      case COMMUNITY_POSTS -> new MilestoneRules(memberPosts, thresholds, memberStreak);
      case MEMBER_STREAK -> new MilestoneRules(memberPosts, communityPosts, thresholds);
    };
  }

  /**
   * The thresholds of a kind reached when its count goes from {@code before} to {@code after},
   * smallest first.
   */
  public List<Integer> reached(Kind kind, int before, int after) {
    return of(kind).reached(before, after);
  }
}
