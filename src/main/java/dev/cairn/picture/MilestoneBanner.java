package dev.cairn.picture;

import dev.cairn.domain.blog.MilestoneRules.Kind;
import dev.cairn.picture.text.DisplayName;

/**
 * A milestone worth a celebration.
 *
 * @param kind what was counted
 * @param whose the member's or the community's name
 * @param threshold the count that was reached, from 1
 */
public record MilestoneBanner(Kind kind, String whose, int threshold) implements Drawing {

  /**
   * @throws IllegalArgumentException when the threshold is less than 1
   */
  public MilestoneBanner {
    if (threshold < 1) {
      throw new IllegalArgumentException("a milestone's threshold is at least 1");
    }
    whose = DisplayName.of(whose);
  }

  /** The threshold in words, without the number, such as {@code days in a row}. */
  String unit() {
    return switch (kind) {
      case MEMBER_POSTS -> Count.unit(threshold, "blog post") + " written";
      case COMMUNITY_POSTS -> Count.unit(threshold, "blog post") + " written together";
      case MEMBER_STREAK -> Count.unit(threshold, "day") + " in a row";
    };
  }

  @Override
  public String altText() {
    return "Milestone: %s, %s %s. Beside it stands a cairn of %s."
        .formatted(
            whose,
            Count.of(threshold),
            unit(),
            Count.of(CairnShape.of(threshold).stones(), "stone"));
  }

  @Override
  public String fileName() {
    return "milestone.png";
  }
}
