package dev.cairn.picture;

/**
 * A milestone worth a celebration.
 *
 * @param kind what was counted
 * @param whose the member's or the community's name
 * @param threshold the count that was reached, from 1
 */
public record MilestoneBanner(Kind kind, String whose, int threshold) implements Drawing {

  /** What was counted. */
  public enum Kind {
    /** A member's blog posts. */
    MEMBER_POSTS("blog post", "written"),
    /** A community's blog posts. */
    COMMUNITY_POSTS("blog post", "written together"),
    /** The days of a member's streak. */
    MEMBER_STREAK("day", "in a row");

    private final String thing;
    private final String manner;

    Kind(String thing, String manner) {
      this.thing = thing;
      this.manner = manner;
    }
  }

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
    return (threshold == 1 ? kind.thing : kind.thing + "s") + " " + kind.manner;
  }

  @Override
  public String altText() {
    return "Milestone: %s, %s %s. Beside it stands a cairn of %s."
        .formatted(
            whose, Count.of(threshold), unit(), Count.of(Cairn.of(threshold).stones(), "stone"));
  }
}
