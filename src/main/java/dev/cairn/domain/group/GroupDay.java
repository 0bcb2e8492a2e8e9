package dev.cairn.domain.group;

import java.time.LocalDate;

/**
 * One date of a group.
 *
 * @param expected how many belong to the group on that date and are not covered
 * @param present how many of those checked in
 */
public record GroupDay(LocalDate date, int expected, int present, State state) {

  /** What a date is to a group. */
  public enum State {
    /** Enough were present, whether or not the date has closed. */
    KEPT,
    /** Nobody is expected. */
    COVERED,
    /** The date has closed for every member, and too few were present. */
    MISSED,
    /** Too few are present so far. */
    OPEN
  }
}
