package dev.cairn.domain.streak;

import dev.cairn.domain.StreakPolicy;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A streak as of the end of a day: what has to be kept of all the days up to then to go on from
 * there.
 *
 * @param firstDay the first checked day; null before there is one
 * @param lastDay the newest checked day; null before there is one
 * @param settledThrough the last day taken into account
 * @param length the streak's length in days
 * @param longest the largest it has been
 * @param freezesHeld freezes earned and not spent; an open gap has not spent any yet
 * @param gap how many days the gap that is open has missed so far; 0 without one
 * @param gapFrom the first of them; null without one
 * @param mendedOn the day on which a streak was last won back; null where none was
 * @param chance to win back the streak that was lost last; null where there is none
 */
public record StreakState(
    @Nullable LocalDate firstDay,
    @Nullable LocalDate lastDay,
    LocalDate settledThrough,
    int length,
    int longest,
    int freezesHeld,
    int gap,
    @Nullable LocalDate gapFrom,
    @Nullable LocalDate mendedOn,
    @Nullable Chance chance) {

  /** How long a streak has to be to be won back. */
  public static final int WORTH_MENDING = 7;

  /** By how many missed days a gap may exceed the freezes held and still be won back. */
  public static final int MENDABLE = 3;

  /** For how many days after a comeback no new gap can be won back. */
  public static final int ONCE_IN_DAYS = 30;

  /** Before the first checked day. */
  public static final StreakState NONE =
      new StreakState(null, null, LocalDate.MIN, 0, 0, 0, 0, null, null, null);

  /**
   * A streak that can be won back.
   *
   * @param length of the streak that was lost
   * @param freezes how many were held when the gap began
   * @param missed how many days the gap has missed
   * @param days on how many days in a row the member has checked in since; 0 until they come back
   * @param of on how many they have to; 0 until they come back
   */
  public record Chance(int length, int freezes, int missed, int days, int of) {

    /** Whether the member has come back and not made it yet. */
    public boolean isOpen() {
      return days > 0;
    }

    private @Nullable Chance missingOneMore() {
      boolean tooMany = missed + 1 > freezes + MENDABLE;
      return isOpen() || tooMany ? null : new Chance(length, freezes, missed + 1, 0, 0);
    }

    private @Nullable Chance checked(StreakPolicy policy) {
      int wanted = isOpen() ? of : policy.comebackDays();
      return wanted == 0 ? null : new Chance(length, freezes, missed, days + 1, wanted);
    }

    private boolean isTaken() {
      return isOpen() && days == of;
    }
  }

  /** What is held less what an open gap would spend. */
  public int freezes() {
    return freezesHeld - gap;
  }

  /**
   * A checked day adds one, ends a gap and spends a freeze for each day of it, may win back a
   * streak, and may earn a freeze.
   */
  StreakState checked(LocalDate day, StreakPolicy policy) {
    int held = firstDay == null ? policy.freezesAtFirst() : freezes();
    Chance after = chance == null ? null : chance.checked(policy);
    boolean mended = after != null && after.isTaken();
    int longer = length + 1;
    if (after != null && mended) {
      longer = after.length() + after.of();
      held -= after.freezes();
      after = null;
    }
    return new StreakState(
        firstDay == null ? day : firstDay,
        day,
        day,
        longer,
        Math.max(longest, longer),
        policy.earnsFreeze(longer, held) ? held + 1 : held,
        0,
        null,
        mended ? day : mendedOn,
        after);
  }

  /** A covered day neither adds nor breaks. */
  StreakState covered(LocalDate day) {
    return new StreakState(
        firstDay, lastDay, day, length, longest, freezesHeld, gap, gapFrom, mendedOn, chance);
  }

  /**
   * A missed day widens the gap; when the gap outgrows the freezes held the streak is lost, they
   * are kept, and there may be a chance to win it back.
   */
  StreakState missed(LocalDate day) {
    Chance left = chance == null ? null : chance.missingOneMore();
    if (length == 0) {
      return with(day, 0, 0, null, left);
    }
    LocalDate began = gapFrom == null ? day : gapFrom;
    if (gap < freezesHeld) {
      return with(day, length, gap + 1, began, left);
    }
    return with(
        day,
        0,
        0,
        null,
        canBeMended(began) ? new Chance(length, freezesHeld, gap + 1, 0, 0) : null);
  }

  private boolean canBeMended(LocalDate gapFrom) {
    return length >= WORTH_MENDING
        && (mendedOn == null || gapFrom.isAfter(mendedOn.plusDays(ONCE_IN_DAYS)));
  }

  private StreakState with(
      LocalDate day, int length, int gap, @Nullable LocalDate gapFrom, @Nullable Chance chance) {
    return new StreakState(
        firstDay, lastDay, day, length, longest, freezesHeld, gap, gapFrom, mendedOn, chance);
  }
}
