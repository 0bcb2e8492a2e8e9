package dev.cairn.domain.group;

import dev.cairn.domain.MemberId;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A member's time in a group, dated by the member's study day.
 *
 * @param joinedOn counts from the day after
 * @param leftOn the last day counted; null while the member belongs
 */
public record Membership(MemberId member, LocalDate joinedOn, @Nullable LocalDate leftOn) {

  /** Whether the membership counts on a date. */
  public boolean countsOn(LocalDate date) {
    return date.isAfter(joinedOn) && (leftOn == null || !date.isAfter(leftOn));
  }
}
