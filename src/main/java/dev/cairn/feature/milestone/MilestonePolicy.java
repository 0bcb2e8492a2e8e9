package dev.cairn.feature.milestone;

import dev.cairn.domain.blog.MilestoneRules;

/**
 * What a community decided about milestones.
 *
 * @param rules what it celebrates
 * @param automatic whether a milestone is announced as soon as it is reached, without a moderator
 */
public record MilestonePolicy(MilestoneRules rules, boolean automatic) {
  /** What holds until a moderator decides otherwise. */
  public static final MilestonePolicy DEFAULT = new MilestonePolicy(MilestoneRules.DEFAULT, false);
}
