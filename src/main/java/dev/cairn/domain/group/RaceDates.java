package dev.cairn.domain.group;

import dev.cairn.domain.DateRange;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * The dates of a race, of its community.
 *
 * @param from the first
 * @param until the last
 */
public record RaceDates(LocalDate from, LocalDate until) {
  /** How many days a race has at least. */
  public static final int SHORTEST = 7;

  /** How many days a race has at most. */
  public static final int LONGEST = 42;

  public RaceDates {
    if (!allowed(from, until)) {
      throw new IllegalArgumentException("no race runs from " + from + " to " + until);
    }
  }

  /** How a race stands. */
  public enum State {
    /** Its first date is still to come. */
    PLANNED,
    /** Its last date has not passed for the community. */
    RUNNING,
    /** Its last date has not closed for every member of a group. */
    CLOSING,
    /** Its result is final. */
    OVER,
    /** A moderator stopped it. */
    STOPPED
  }

  /** Whether a race may have these dates. */
  public static boolean allowed(LocalDate from, LocalDate until) {
    long days = ChronoUnit.DAYS.between(from, until) + 1;
    return days >= SHORTEST && days <= LONGEST;
  }

  /** The dates as a range. */
  public DateRange range() {
    return new DateRange(from, until);
  }

  /**
   * How a race that nobody stopped stands.
   *
   * @param communityToday the community's date
   * @param lastDateClosed whether the last date has closed for every member who belongs to a group
   *     on it
   */
  public State state(LocalDate communityToday, boolean lastDateClosed) {
    if (communityToday.isBefore(from)) {
      return State.PLANNED;
    }
    if (!communityToday.isAfter(until)) {
      return State.RUNNING;
    }
    return lastDateClosed ? State.OVER : State.CLOSING;
  }

  /** Whether a membership has one of the dates, and its group therefore a part in the race. */
  public boolean concern(Membership membership) {
    LocalDate leftOn = membership.leftOn();
    LocalDate first = membership.joinedOn().plusDays(1);
    LocalDate last = leftOn == null ? until : leftOn;
    return !first.isAfter(last) && !first.isAfter(until) && !last.isBefore(from);
  }
}
