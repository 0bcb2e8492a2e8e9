package dev.cairn.feature.checkin;

import dev.cairn.feature.member.Member;
import dev.cairn.feature.streak.Streaks;
import java.time.Instant;
import java.time.LocalDate;

/** Told when a fact about a member's day has changed, inside the transaction in which it does. */
@FunctionalInterface
public interface DayListener {

  /**
   * A day changed.
   *
   * @param change 1 where the day now counts, -1 where it no longer does, 0 where it still does not
   *     but is excused
   * @param streak the member's streak before it and after
   */
  void dayChanged(Member member, LocalDate day, int change, Streaks.Change streak, Instant at);
}
