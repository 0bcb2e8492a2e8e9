package dev.cairn.domain;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.Set;

/**
 * What a community may decide about streaks. Kept on a {@link Timeline} by study day, so that a
 * change rewrites no settled day.
 *
 * @param freezeEvery a freeze is earned each time the streak reaches a multiple of this; at least 1
 * @param freezeCap how many freezes can be held when one is to be earned; 0 switches earning off
 * @param restDayCap how many weekdays a member may choose to rest on; 0 to 6
 * @param dayStartsAt the wall-clock time at which a study day begins; 00:00 to 06:00
 */
public record StreakPolicy(int freezeEvery, int freezeCap, int restDayCap, LocalTime dayStartsAt) {
  /** The latest hour at which a study day may begin. */
  public static final LocalTime LATEST_DAY_START = LocalTime.of(6, 0);

  /** What holds until a community decides otherwise. */
  public static final StreakPolicy DEFAULT = new StreakPolicy(7, 2, 2, LocalTime.of(4, 0));

  public StreakPolicy {
    if (freezeEvery < 1) {
      throw new IllegalArgumentException("freezeEvery must be at least 1: " + freezeEvery);
    }
    if (freezeCap < 0) {
      throw new IllegalArgumentException("freezeCap must not be negative: " + freezeCap);
    }
    if (restDayCap < 0 || restDayCap > 6) {
      throw new IllegalArgumentException("restDayCap must be 0 to 6: " + restDayCap);
    }
    if (dayStartsAt.isAfter(LATEST_DAY_START)) {
      throw new IllegalArgumentException("dayStartsAt must be 00:00 to 06:00: " + dayStartsAt);
    }
  }

  /** Whether a member may choose to rest on these weekdays. */
  public boolean allowsRestOn(Set<DayOfWeek> weekdays) {
    return weekdays.size() <= restDayCap;
  }

  /** Whether reaching {@code streak} while holding {@code held} freezes earns another. */
  boolean earnsFreeze(int streak, int held) {
    return streak % freezeEvery == 0 && held < freezeCap;
  }
}
