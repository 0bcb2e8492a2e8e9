package dev.cairn.domain.day;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;

/** When, within a study day, somebody wants to be reminded of it. */
public sealed interface ReminderTime {

  /** From midnight until then nobody is reminded who did not choose an hour of the night. */
  LocalTime NIGHT_ENDS = LocalTime.of(7, 0);

  /** Whether it is night on the wall clock. */
  static boolean isAtNight(Instant instant, StudyClock clock) {
    return LocalTime.ofInstant(instant, clock.zone()).isBefore(NIGHT_ENDS);
  }

  /** When that is on a study day. */
  Instant on(LocalDate day, StudyClock clock);

  /** The first time after an instant. */
  default Instant after(Instant instant, StudyClock clock) {
    LocalDate day = clock.dayAt(instant).minusDays(1);
    while (!on(day, clock).isAfter(instant)) {
      day = day.plusDays(1);
    }
    return on(day, clock);
  }

  /**
   * At an hour of the wall clock. An hour before the study day begins is one of the night in which
   * it ends.
   */
  record AtHour(LocalTime hour) implements ReminderTime {
    @Override
    public Instant on(LocalDate day, StudyClock clock) {
      LocalTime begins = clock.policy().at(day).dayStartsAt();
      LocalDate date = hour.isBefore(begins) ? day.plusDays(1) : day;
      return WallClock.instant(date.atTime(hour), clock.zone());
    }
  }

  /** Two hours before the study day ends, but not after nine in the evening. */
  record BeforeDayEnds() implements ReminderTime {
    private static final Duration AHEAD = Duration.ofHours(2);
    private static final LocalTime LATEST = LocalTime.of(21, 0);

    @Override
    public Instant on(LocalDate day, StudyClock clock) {
      Instant evening = WallClock.instant(day.atTime(LATEST), clock.zone());
      Instant ahead = clock.endsAt(day).minus(AHEAD);
      return ahead.isBefore(evening) ? ahead : evening;
    }
  }
}
