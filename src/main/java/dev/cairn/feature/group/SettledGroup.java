package dev.cairn.feature.group;

import dev.cairn.domain.group.GroupDay;
import dev.cairn.domain.group.GroupStreak;
import java.time.LocalDate;

/**
 * What a group's dates add up to through one that has ended in every zone on Earth. Derived: equals
 * the fold over its members' days.
 *
 * @param through the last date taken into account
 * @param streak as of that date
 * @param expected summed over all dates so far
 * @param present summed over all dates so far
 */
public record SettledGroup(LocalDate through, GroupStreak streak, int expected, int present) {

  /** Before a group's first date. */
  public static SettledGroup before(LocalDate first) {
    return new SettledGroup(first.minusDays(1), GroupStreak.NONE, 0, 0);
  }

  /** Whether a date before {@code open} is not taken into account yet. */
  boolean lags(LocalDate open) {
    return through.plusDays(1).isBefore(open);
  }

  /** After one more date. */
  SettledGroup and(GroupDay day) {
    return new SettledGroup(
        day.date(), streak.and(day), expected + day.expected(), present + day.present());
  }
}
