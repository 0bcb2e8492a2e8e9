package dev.cairn.domain.day;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/** What a study day was to a member, and by which rule. */
public sealed interface Verdict {

  /** The day counts. */
  sealed interface Checked extends Verdict {}

  /** The member checked in. */
  record CheckedIn() implements Checked {}

  /** The member checked in a day late, on the day that followed. */
  record ToldLate(LocalDate on) implements Checked {}

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

  /**
   * Missed, and bridged by a freeze; while the gap is open, the freeze is not spent for good.
   *
   * @param freezeEarnedOn null for one that the member started with
   */
  record Frozen(@Nullable LocalDate freezeEarnedOn) implements Verdict {}

  /**
   * Missed, and won back: the streak goes on as if the day had been bridged.
   *
   * @param wonBackOn the day on which the member had checked in often enough in a row
   * @param days on how many days they did
   */
  record Mended(LocalDate wonBackOn, int days) implements Verdict {}

  /** The day is lost. */
  sealed interface Missed extends Verdict {}

  /** The gap that began on {@code gapFrom} outgrew the freezes held, and the streak broke. */
  record GapTooLong(LocalDate gapFrom, int missedDays, int freezesHeld) implements Missed {}

  /** There was no streak to lose. */
  record NoStreak() implements Missed {}

  /** The day has not ended, and may still be checked. */
  record Open() implements Verdict {}
}
