package dev.cairn.domain;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.Set;

/**
 * What a community may decide about streaks. Kept on a {@link Timeline} by study day, so that a
 * change rewrites no day that has begun.
 *
 * @param freezeStart how many freezes a member starts with, as far as the cap allows; at least 0
 * @param freezeEvery a freeze is earned each time the streak reaches a multiple of this; at least 1
 * @param freezeCap how many freezes can be held when one is to be earned; 0 switches freezes off
 * @param comebackDays on how many days in a row whoever lost a streak has to check in to win it
 *     back; 0 switches that off
 * @param lateEvery in how many days a member may check in for yesterday once; 0 switches that off
 * @param restDayCap how many weekdays a member may choose to rest on; 0 to 6
 * @param dayStartsAt the wall-clock time at which a study day begins; 00:00 to 06:00
 * @param reviewCounts whether recalling what was studied is studying
 */
public record StreakPolicy(
    int freezeStart,
    int freezeEvery,
    int freezeCap,
    int comebackDays,
    int lateEvery,
    int restDayCap,
    LocalTime dayStartsAt,
    boolean reviewCounts) {
  /** The latest hour at which a study day may begin. */
  public static final LocalTime LATEST_DAY_START = LocalTime.of(6, 0);

  /** The longest that {@link #lateEvery} may be. */
  public static final int LONGEST_LATE_EVERY = 30;

  /** What holds until a community decides otherwise. */
  public static final StreakPolicy DEFAULT =
      new StreakPolicy(1, 7, 2, 3, 7, 2, LocalTime.of(4, 0), false);

  /** What held before there were freezes to start with, comebacks, and check-ins for yesterday. */
  public static final StreakPolicy FIRST =
      new StreakPolicy(0, 7, 2, 0, 0, 2, LocalTime.of(4, 0), false);

  public StreakPolicy {
    requireAtLeast(0, freezeStart, "freezeStart");
    requireAtLeast(1, freezeEvery, "freezeEvery");
    requireAtLeast(0, freezeCap, "freezeCap");
    requireAtLeast(0, comebackDays, "comebackDays");
    if (lateEvery < 0 || lateEvery > LONGEST_LATE_EVERY) {
      throw new IllegalArgumentException(
          "lateEvery must be 0 to " + LONGEST_LATE_EVERY + ": " + lateEvery);
    }
    if (restDayCap < 0 || restDayCap > 6) {
      throw new IllegalArgumentException("restDayCap must be 0 to 6: " + restDayCap);
    }
    if (dayStartsAt.isAfter(LATEST_DAY_START)) {
      throw new IllegalArgumentException("dayStartsAt must be 00:00 to 06:00: " + dayStartsAt);
    }
  }

  private static void requireAtLeast(int least, int value, String name) {
    if (value < least) {
      throw new IllegalArgumentException(name + " must be at least " + least + ": " + value);
    }
  }

  /** This policy with other freezes. */
  public StreakPolicy withFreezes(int start, int every, int cap) {
    return new StreakPolicy(
        start, every, cap, comebackDays, lateEvery, restDayCap, dayStartsAt, reviewCounts);
  }

  /** This policy with another number of days for a comeback. */
  public StreakPolicy withComebackDays(int days) {
    return new StreakPolicy(
        freezeStart,
        freezeEvery,
        freezeCap,
        days,
        lateEvery,
        restDayCap,
        dayStartsAt,
        reviewCounts);
  }

  /** This policy with check-ins for yesterday as often as this. */
  public StreakPolicy withLateEvery(int days) {
    return new StreakPolicy(
        freezeStart,
        freezeEvery,
        freezeCap,
        comebackDays,
        days,
        restDayCap,
        dayStartsAt,
        reviewCounts);
  }

  /** This policy with as many rest days. */
  public StreakPolicy withRestDayCap(int cap) {
    return new StreakPolicy(
        freezeStart,
        freezeEvery,
        freezeCap,
        comebackDays,
        lateEvery,
        cap,
        dayStartsAt,
        reviewCounts);
  }

  /** This policy with days that begin at another hour. */
  public StreakPolicy withDayStartsAt(LocalTime hour) {
    return new StreakPolicy(
        freezeStart,
        freezeEvery,
        freezeCap,
        comebackDays,
        lateEvery,
        restDayCap,
        hour,
        reviewCounts);
  }

  /** Whether a member may choose to rest on these weekdays. */
  public boolean allowsRestOn(Set<DayOfWeek> weekdays) {
    return weekdays.size() <= restDayCap;
  }

  /** How many freezes a member holds before their first checked day. */
  public int freezesAtFirst() {
    return Math.min(freezeStart, freezeCap);
  }

  /** Whether reaching {@code streak} while holding {@code held} freezes earns another. */
  public boolean earnsFreeze(int streak, int held) {
    return streak % freezeEvery == 0 && held < freezeCap;
  }
}
