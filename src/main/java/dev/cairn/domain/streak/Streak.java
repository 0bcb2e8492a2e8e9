package dev.cairn.domain.streak;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A member's streak as it is shown.
 *
 * @param length in days
 * @param longest the largest it has been
 * @param freezes what is held less what an open gap would spend
 * @param status how today stands
 * @param lastDay the newest checked day; null where there is none
 * @param today the member's study day
 * @param recent the steadier figure beside it
 * @param comeback the streak that can be won back; null where none can
 */
public record Streak(
    int length,
    int longest,
    int freezes,
    Status status,
    @Nullable LocalDate lastDay,
    LocalDate today,
    Recent recent,
    @Nullable Comeback comeback) {

  /** How today stands. */
  public enum Status {
    /** Today is checked. */
    DONE,
    /** Today is unchecked, and the streak is over zero. */
    AT_RISK,
    /** Today is covered and unchecked, and the streak is over zero. */
    REST,
    /** The streak is zero, and there was one. */
    BROKEN,
    /** The member never checked in. */
    NONE
  }

  /**
   * A streak that was lost and can be won back.
   *
   * @param days on how many study days in a row the member has checked in so far; 0 until they come
   *     back
   * @param of on how many they have to
   * @param streak the one to win back
   */
  public record Comeback(int days, int of, int streak) {

    /** Whether the member has come back, and is on the way. */
    public boolean isOpen() {
      return days > 0;
    }

    /** On how many days more the member has to check in. */
    public int left() {
      return of - days;
    }
  }

  /**
   * How many of the last 30 study days were checked. They end with today where today is checked,
   * else with yesterday, and begin no earlier than the first checked day.
   *
   * @param checked how many
   * @param days of how many, 0 to 30
   */
  public record Recent(int checked, int days) {}
}
