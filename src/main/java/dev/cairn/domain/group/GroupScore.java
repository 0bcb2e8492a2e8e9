package dev.cairn.domain.group;

import java.util.Comparator;

/**
 * A group's score over a period: present of expected, summed over its members and the period's
 * dates.
 *
 * @param ranked whether two members were expected on one of the dates; a group that never had two
 *     is only shown
 */
public record GroupScore(int present, int expected, boolean ranked) {
  /** How many members have to be expected on one date for a group to be ranked. */
  public static final int RANKED_FROM = 2;

  /** As many as a number of check-ins has, the sign left out. */
  private static final int HALF_RATIO_BITS = 31;

  /** The lower ratio first, exactly, whatever the percentage is rounded to. */
  public static final Comparator<GroupScore> BY_RATIO =
      (one, other) ->
          Long.compare((long) one.present * other.divisor(), (long) other.present * one.divisor());

  /**
   * The percentage, exactly enough to compare: larger for the larger one, and the same for equal
   * ones. It is the share times 2 to the power of 62, cut off: two shares that differ do so by more
   * than one such part, whatever they are shares of.
   */
  public long ratio() {
    long upper = ((long) present << HALF_RATIO_BITS) / divisor();
    long rest = ((long) present << HALF_RATIO_BITS) % divisor();
    return (upper << HALF_RATIO_BITS) + (rest << HALF_RATIO_BITS) / divisor();
  }

  /** The percentage as shown, rounded half up; 0 where nobody was expected. */
  public int percent() {
    return (int) ((present * 200L + divisor()) / (2L * divisor()));
  }

  private int divisor() {
    return Math.max(expected, 1);
  }
}
