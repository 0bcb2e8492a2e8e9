package dev.cairn.feature.milestone;

import dev.cairn.domain.blog.MilestoneRules;
import java.util.function.IntSupplier;

/**
 * What a community decided about milestones.
 *
 * @param rules what it celebrates
 * @param automatic whether a milestone is announced as soon as it is reached, without a moderator
 * @param digest more than this become one message; 0 for never
 */
public record MilestonePolicy(MilestoneRules rules, boolean automatic, int digest) {
  /** More than this cannot be asked for. */
  public static final int LARGEST_DIGEST = 100;

  /** What holds until a moderator decides otherwise. */
  public static final MilestonePolicy DEFAULT =
      new MilestonePolicy(MilestoneRules.DEFAULT, false, 0);

  /**
   * Whether so many become one message.
   *
   * @param number asked for only where it matters
   */
  boolean isMany(IntSupplier number) {
    return digest > 0 && number.getAsInt() > digest;
  }
}
