package dev.cairn.domain;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Set;

/**
 * The weekdays on which a member rests.
 *
 * @param chosenOn the member's study day on which they were chosen; they hold from the day after
 * @param weekdays none to six of them
 */
public record RestDays(LocalDate chosenOn, Set<DayOfWeek> weekdays) {
  /** What holds until a member chooses. */
  public static final RestDays NONE = new RestDays(LocalDate.MIN, Set.of());

  public RestDays {
    weekdays = Set.copyOf(weekdays);
    if (weekdays.size() == DayOfWeek.values().length) {
      throw new IllegalArgumentException("nobody rests on every weekday");
    }
  }
}
