package dev.cairn.domain.streak;

import dev.cairn.domain.StreakPolicy;
import dev.cairn.domain.day.StudyClock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * A member's streak, folded over their days from the first checked one to today. Each way in also
 * goes on from a stored {@link StreakState}, to the same result as from scratch, as long as no fact
 * about a day up to its {@code settledThrough} was added or taken away since; after such a
 * correction start again from {@link StreakState#NONE}.
 *
 * <p>Going on from a state, the history may leave out checked days more than 30 days before {@code
 * settledThrough}.
 */
public final class StreakFold {
  private static final int RECENT_DAYS = 30;

  private StreakFold() {}

  /** The streak at an instant, from scratch. */
  public static Streak fold(MemberHistory history, Instant now) {
    return fold(StreakState.NONE, history, now);
  }

  /** The streak at an instant, going on from a state. */
  public static Streak fold(StreakState from, MemberHistory history, Instant now) {
    MemberCalendar calendar = new MemberCalendar(history);
    LocalDate today = calendar.today(now);
    boolean done = history.checked().containsKey(today);
    StreakState state = stateAt(from, history, calendar, today);
    return new Streak(
        state.length(),
        state.longest(),
        state.freezes(),
        status(state, done, calendar.coverOn(today) != null),
        state.lastDay(),
        today,
        recent(state.firstDay(), history, done ? today : today.minusDays(1)),
        comeback(state, history.policy().at(today)));
  }

  /**
   * Goes on from a state as far as is safe to store: through the newest day that has ended in every
   * zone on Earth.
   */
  public static StreakState settle(StreakState from, MemberHistory history, Instant now) {
    LocalDate openSomewhere = StudyClock.openSomewhere(history.policy(), now);
    return through(openSomewhere.minusDays(1), from, history, new MemberCalendar(history));
  }

  /**
   * The instant at which the streak becomes zero if no further fact arrives; null where it is zero
   * already.
   */
  public static @Nullable Instant breaksAt(MemberHistory history, Instant now) {
    return breaksAt(StreakState.NONE, history, now);
  }

  /** How many missed days the freezes of a streak bridge so far, going on from a state. */
  public static int bridging(StreakState from, MemberHistory history, Instant now) {
    MemberCalendar calendar = new MemberCalendar(history);
    return stateAt(from, history, calendar, calendar.today(now)).gap();
  }

  /** Like {@link #breaksAt(MemberHistory, Instant)}, going on from a state. */
  public static @Nullable Instant breaksAt(StreakState from, MemberHistory history, Instant now) {
    MemberCalendar calendar = new MemberCalendar(history);
    StreakState state = stateAt(from, history, calendar, calendar.today(now));
    if (state.length() == 0) {
      return null;
    }
    while (state.length() > 0) {
      state = next(state, history, calendar);
    }
    return calendar.days().endOf(state.settledThrough(), now);
  }

  /** The state after every day before today, and after today where that is checked. */
  private static StreakState stateAt(
      StreakState from, MemberHistory history, MemberCalendar calendar, LocalDate today) {
    boolean done = history.checked().containsKey(today);
    return through(done ? today : today.minusDays(1), from, history, calendar);
  }

  private static StreakState through(
      LocalDate last, StreakState from, MemberHistory history, MemberCalendar calendar) {
    StreakState state = from;
    if (state.firstDay() == null) {
      if (history.checked().isEmpty() || history.checked().firstKey().isAfter(last)) {
        return state;
      }
      state = state.covered(history.checked().firstKey().minusDays(1));
    }
    while (state.settledThrough().isBefore(last)) {
      state = next(state, history, calendar);
    }
    return state;
  }

  /** The state one day later. */
  private static StreakState next(
      StreakState state, MemberHistory history, MemberCalendar calendar) {
    LocalDate day = state.settledThrough().plusDays(1);
    if (history.checked().containsKey(day)) {
      return state.checked(day, history.policy().at(day));
    }
    return calendar.coverOn(day) == null ? state.missed(day) : state.covered(day);
  }

  private static Streak.Status status(StreakState state, boolean done, boolean covered) {
    if (done) {
      return Streak.Status.DONE;
    }
    if (state.length() > 0) {
      return covered ? Streak.Status.REST : Streak.Status.AT_RISK;
    }
    return state.lastDay() == null ? Streak.Status.NONE : Streak.Status.BROKEN;
  }

  private static Streak.@Nullable Comeback comeback(StreakState state, StreakPolicy today) {
    StreakState.Chance chance = state.chance();
    if (chance == null) {
      return null;
    }
    int of = chance.isOpen() ? chance.of() : today.comebackDays();
    return of == 0 ? null : new Streak.Comeback(chance.days(), of, chance.length());
  }

  private static Streak.Recent recent(
      @Nullable LocalDate first, MemberHistory history, LocalDate last) {
    if (first == null) {
      return new Streak.Recent(0, 0);
    }
    int days = (int) Math.min(RECENT_DAYS, ChronoUnit.DAYS.between(first, last) + 1);
    int checked = history.checked().subMap(last.minusDays(days - 1), true, last, true).size();
    return new Streak.Recent(checked, days);
  }
}
