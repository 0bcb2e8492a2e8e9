package dev.cairn.domain;

import java.time.LocalDate;

/** Study days from one to another, both inclusive. */
public record DateRange(LocalDate from, LocalDate until) {

  /** Whether a day is one of them. */
  public boolean contains(LocalDate day) {
    return !day.isBefore(from) && !day.isAfter(until);
  }
}
