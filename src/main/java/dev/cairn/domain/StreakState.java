package dev.cairn.domain;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A streak as of the end of a day: what has to be kept of all the days up to then to go on from
 * there.
 *
 * @param firstDay the first checked day; null before there is one
 * @param lastDay the newest checked day; null before there is one
 * @param settledThrough the last day taken into account
 * @param streak the streak's length in days
 * @param longest the largest it has been
 * @param freezesHeld freezes earned and not spent; an open gap has not spent any yet
 * @param gap how many days the gap that is open has missed so far; 0 without one
 */
public record StreakState(
    @Nullable LocalDate firstDay,
    @Nullable LocalDate lastDay,
    LocalDate settledThrough,
    int streak,
    int longest,
    int freezesHeld,
    int gap) {

  /** Before the first checked day. */
  public static final StreakState NONE = new StreakState(null, null, LocalDate.MIN, 0, 0, 0, 0);

  /** What is held less what an open gap would spend. */
  public int freezes() {
    return freezesHeld - gap;
  }

  /**
   * A checked day adds one, ends a gap and spends a freeze for each day of it, and may earn a
   * freeze.
   */
  StreakState checked(LocalDate day, StreakPolicy policy) {
    int longer = streak + 1;
    int left = freezes();
    return new StreakState(
        firstDay == null ? day : firstDay,
        day,
        day,
        longer,
        Math.max(longest, longer),
        policy.earnsFreeze(longer, left) ? left + 1 : left,
        0);
  }

  /** A covered day neither adds nor breaks. */
  StreakState covered(LocalDate day) {
    return new StreakState(firstDay, lastDay, day, streak, longest, freezesHeld, gap);
  }

  /**
   * A missed day widens the gap; when the gap outgrows the freezes held the streak is lost, and
   * they are kept.
   */
  StreakState missed(LocalDate day) {
    boolean bridged = streak > 0 && gap < freezesHeld;
    return new StreakState(
        firstDay, lastDay, day, bridged ? streak : 0, longest, freezesHeld, bridged ? gap + 1 : 0);
  }
}
