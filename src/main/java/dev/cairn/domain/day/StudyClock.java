package dev.cairn.domain.day;

import dev.cairn.domain.StreakPolicy;
import dev.cairn.domain.Timeline;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.util.List;

/**
 * Reads study days off the wall clock of a zone. A study day bears its calendar date and runs from
 * {@code dayStartsAt} to {@code dayStartsAt} the next morning; where that hour changes, the day on
 * which it changes begins at the later of the old hour and the new, so that no day ends early.
 *
 * <p>Where clocks are put back across the hour at which a day begins, the wall clock reads the new
 * day, then the old one again, then the new. Both are open meanwhile: {@link #startsAt} of the one
 * comes before {@link #endsAt} of the other.
 *
 * @param zone whose wall clock is read
 * @param policy which hour begins a day, by date
 */
public record StudyClock(ZoneId zone, Timeline<LocalDate, StreakPolicy> policy) {
  private static final Duration A_DAY = Duration.ofDays(1);

  /**
   * The earliest study day that has not ended in every zone on Earth. No change of zone opens a day
   * before it again.
   */
  public static LocalDate openSomewhere(Timeline<LocalDate, StreakPolicy> policy, Instant now) {
    return new StudyClock(ZoneOffset.MIN, policy).dayAt(now);
  }

  /** The study day that the wall clock reads at an instant. */
  public LocalDate dayAt(Instant instant) {
    LocalDateTime wall = LocalDateTime.ofInstant(instant, zone);
    LocalDate date = wall.toLocalDate();
    return wall.isBefore(beginning(date)) ? date.minusDays(1) : date;
  }

  /** The first instant that reads as {@code day} or, where none does, as a later one. */
  public Instant startsAt(LocalDate day) {
    return WallClock.instant(beginning(day), zone);
  }

  /** The first instant from which none reads as {@code day} or an earlier one any more. */
  public Instant endsAt(LocalDate day) {
    LocalDateTime end = beginning(day.plusDays(1));
    ZoneOffsetTransition transition = zone.getRules().getTransition(end);
    boolean readAgain =
        transition != null && transition.isOverlap() && end.isAfter(transition.getDateTimeAfter());
    return readAgain ? end.toInstant(transition.getOffsetAfter()) : startsAt(day.plusDays(1));
  }

  /** Whether the zone's calendar has this date at all (Pacific/Apia has no 2011-12-30). */
  public boolean has(LocalDate date) {
    return date.atStartOfDay(zone).toLocalDate().equals(date);
  }

  /** The dates that the zone's calendar leaves out. */
  List<LocalDate> datesThatNeverWere() {
    return zone.getRules().getTransitions().stream()
        .filter(transition -> transition.getDuration().compareTo(A_DAY) >= 0)
        .flatMap(gap ->
            gap.getDateTimeBefore().toLocalDate().datesUntil(gap.getDateTimeAfter().toLocalDate()))
        .filter(date -> !has(date))
        .toList();
  }

  private LocalDateTime beginning(LocalDate day) {
    LocalTime before = policy.at(day.minusDays(1)).dayStartsAt();
    LocalTime now = policy.at(day).dayStartsAt();
    return day.atTime(now.isBefore(before) ? before : now);
  }
}
