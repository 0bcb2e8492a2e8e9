package dev.cairn.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** What a study day was to a member, and by which rule. */
public sealed interface Verdict {

  /** The day counts. */
  sealed interface Checked extends Verdict {}

  /** The member checked in. */
  record CheckedIn() implements Checked {}

  /** A moderator granted the check-in. */
  record Granted(String reason) implements Checked {}

  /** The day neither counts nor breaks. */
  sealed interface Covered extends Verdict {}

  /** A weekday that the member had chosen to rest on. */
  record RestDay(LocalDate chosenOn) implements Covered {}

  /** The member was away. */
  record Paused(Pause pause) implements Covered {}

  /** A moderator excused the day. */
  record Excused(String reason) implements Covered {}

  /** We were cut off from the member's platform for too much of the day's last hours. */
  record CutOff() implements Covered {}

  /** The zone's calendar has no such date. */
  record NeverBegan(ZoneId zone) implements Covered {}

  /** The member's change of zone jumped over the date. */
  record Jumped(Instant at, ZoneId from, ZoneId to) implements Covered {}

  /** Missed, and bridged by a freeze; while the gap is open, the freeze is not spent for good. */
  record Frozen(LocalDate freezeEarnedOn) implements Verdict {}

  /** The day is lost. */
  sealed interface Missed extends Verdict {}

  /** The gap that began on {@code gapFrom} outgrew the freezes held, and the streak broke. */
  record GapTooLong(LocalDate gapFrom, int missedDays, int freezesHeld) implements Missed {}

  /** There was no streak to lose. */
  record NoStreak() implements Missed {}

  /** The day has not ended, and may still be checked. */
  record Open() implements Verdict {}
}
