package dev.cairn.domain;

import java.util.Comparator;

/**
 * A group's score over a period: present of expected, summed over its members and the period's
 * dates.
 *
 * @param members how many different members were expected at all
 */
public record GroupScore(int present, int expected, int members) {
  /** How many members have to be expected for a group to be ranked. */
  public static final int RANKED_FROM = 2;

  /** The lower ratio first, exactly, whatever the percentage is rounded to. */
  public static final Comparator<GroupScore> BY_RATIO =
      (one, other) ->
          Long.compare((long) one.present * other.divisor(), (long) other.present * one.divisor());

  /** The percentage as shown, rounded half up; 0 where nobody was expected. */
  public int percent() {
    return (int) ((present * 200L + divisor()) / (2L * divisor()));
  }

  /** Whether the group is ranked; one with fewer than two expected members is only shown. */
  public boolean ranked() {
    return members >= RANKED_FROM;
  }

  private int divisor() {
    return Math.max(expected, 1);
  }
}
