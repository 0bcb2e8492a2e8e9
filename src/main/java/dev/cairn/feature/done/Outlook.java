package dev.cairn.feature.done;

import dev.cairn.domain.blog.Thresholds;
import dev.cairn.domain.journey.JourneyCalendar;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What stands around a check-in: what is worth telling beside the streak.
 *
 * @param journey that a moderator started; null where none did
 * @param ownPace whether the member walks the journey at their own pace
 * @param group theirs; null where they belong to none
 * @param reminded whether they asked to be reminded
 * @param told whether they have been reminded of today
 * @param nudged whether they have been told that their buddy has checked in, while today was open
 * @param buddy whether somebody studies beside them
 * @param revoked whether a moderator revoked their check-in of today
 * @param began the first day that they checked; null where that is not told
 * @param milestones the lengths of streaks that the community celebrates
 */
record Outlook(
    @Nullable JourneyCalendar journey,
    boolean ownPace,
    @Nullable GroupToday group,
    boolean reminded,
    boolean told,
    boolean nudged,
    boolean buddy,
    boolean revoked,
    @Nullable LocalDate began,
    Thresholds milestones) {

  /**
   * How a group stands on a study day. Who joined on it counts from the day after.
   *
   * @param members how many belong to it
   * @param expected how many of them count
   * @param present how many of those have checked in
   * @param joinedToday whether the member is one who does not count yet
   */
  record GroupToday(String name, int members, int expected, int present, boolean joinedToday) {}
}
