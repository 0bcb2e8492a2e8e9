package dev.cairn.domain.journey;

import dev.cairn.domain.Timeline;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Collections;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Which day of its journey a community has on which date. Left-out and paused dates use up no
 * number; a skip passes over one topic, so that from its date on the number is one higher.
 *
 * @param start the date of day 1
 * @param leftOut the weekdays that use up no number, by date
 * @param onHold whether the journey is paused, by date
 * @param skips how many topics were passed over on a date
 */
public record JourneyCalendar(
    LocalDate start,
    Timeline<LocalDate, Set<DayOfWeek>> leftOut,
    Timeline<LocalDate, Boolean> onHold,
    NavigableMap<LocalDate, Integer> skips) {
  /** How many days a journey has. */
  public static final int DAYS = 180;

  public JourneyCalendar {
    skips = Collections.unmodifiableNavigableMap(new TreeMap<>(skips));
  }

  /** A journey that begins on a date and uses up every date from then on. */
  public static JourneyCalendar startingOn(LocalDate start) {
    return new JourneyCalendar(start, Timeline.of(Set.of()), Timeline.of(false), new TreeMap<>());
  }

  /** Leaves these weekdays out from a date on. */
  public JourneyCalendar leavingOut(LocalDate from, Set<DayOfWeek> weekdays) {
    return new JourneyCalendar(start, leftOut.with(from, Set.copyOf(weekdays)), onHold, skips);
  }

  /** Pauses from a date on. */
  public JourneyCalendar pausedFrom(LocalDate from) {
    return new JourneyCalendar(start, leftOut, onHold.with(from, true), skips);
  }

  /** Goes on from a date on. */
  public JourneyCalendar resumedFrom(LocalDate from) {
    return new JourneyCalendar(start, leftOut, onHold.with(from, false), skips);
  }

  /** Passes over the topic of a date: it and all later dates have the next. */
  public JourneyCalendar skipping(LocalDate date) {
    NavigableMap<LocalDate, Integer> more = new TreeMap<>(skips);
    more.merge(date, 1, Integer::sum);
    return new JourneyCalendar(start, leftOut, onHold, more);
  }

  /** What a date is on the journey. */
  public JourneyStatus on(LocalDate date) {
    if (date.isBefore(start)) {
      return new JourneyStatus.Ahead(start);
    }
    int number = passedOver(date);
    for (LocalDate day = start; !day.isAfter(date) && number <= DAYS; day = day.plusDays(1)) {
      number += usesUpNumber(day) ? 1 : 0;
    }
    if (number > DAYS || (number == DAYS && !usesUpNumber(date))) {
      return new JourneyStatus.Over();
    }
    if (onHold.at(date)) {
      return new JourneyStatus.OnHold(number);
    }
    return usesUpNumber(date)
        ? new JourneyStatus.Numbered(number)
        : new JourneyStatus.LeftOut(number);
  }

  /** The date of the last day; empty where it is after a date. */
  public Optional<LocalDate> lastDay(LocalDate until) {
    int number = 0;
    for (LocalDate day = start; !day.isAfter(until); day = day.plusDays(1)) {
      number += skips.getOrDefault(day, 0) + (usesUpNumber(day) ? 1 : 0);
      if (number >= DAYS) {
        return Optional.of(day);
      }
    }
    return Optional.empty();
  }

  private int passedOver(LocalDate date) {
    return skips.headMap(date, true).values().stream().mapToInt(Integer::intValue).sum();
  }

  private boolean usesUpNumber(LocalDate date) {
    return !onHold.at(date) && !leftOut.at(date).contains(date.getDayOfWeek());
  }
}
