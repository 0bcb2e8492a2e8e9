package dev.cairn.domain.streak;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.Set;

/**
 * The weekdays on which a member rests.
 *
 * @param chosenOn the member's study day on which they were chosen
 * @param weekdays none to six of them
 */
public record RestDays(LocalDate chosenOn, Set<DayOfWeek> weekdays) {
  /** What holds until a member chooses. */
  public static final RestDays NONE = new RestDays(LocalDate.MIN, Set.of());

  /**
   * From which day a choice holds: the next one where no rest days were in force before, else the
   * next Monday.
   *
   * @param inForce on the day of choosing
   */
  static LocalDate holdFrom(LocalDate chosenOn, RestDays inForce) {
    return inForce.weekdays.isEmpty()
        ? chosenOn.plusDays(1)
        : chosenOn.with(TemporalAdjusters.next(DayOfWeek.MONDAY));
  }

  public RestDays {
    weekdays = Set.copyOf(weekdays);
    if (weekdays.size() == DayOfWeek.values().length) {
      throw new IllegalArgumentException("nobody rests on every weekday");
    }
  }
}
