package dev.cairn.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A streak explained day by day, from the first checked day to today.
 *
 * @param entries oldest first; empty for a member who never checked in
 */
public record Ledger(List<Entry> entries) {
  public Ledger {
    entries = List.copyOf(entries);
  }

  /**
   * One day.
   *
   * @param day the study day
   * @param verdict what it was, and by which rule
   * @param streak the streak's length after it
   * @param freezes the freezes after it, less what an open gap would spend
   * @param earnedFreeze whether the day earned one
   * @param revoked why a moderator revoked the day's check-in; null where none did
   */
  public record Entry(
      LocalDate day,
      Verdict verdict,
      int streak,
      int freezes,
      boolean earnedFreeze,
      @Nullable String revoked) {}

  /** Explains the streak at an instant. */
  public static Ledger of(MemberHistory history, Instant now) {
    return history.checked().isEmpty() ? new Ledger(List.of()) : new Writer(history).write(now);
  }

  /** Folds as {@link StreakFold} does, and notes at each step why. */
  private static final class Writer {
    private final MemberHistory history;
    private final MemberCalendar calendar;
    private final List<Entry> entries = new ArrayList<>();

    /**
     * When each freeze held was earned, oldest first; the first ones are those that an open gap
     * would spend.
     */
    private final List<LocalDate> earnedOn = new ArrayList<>();

    private @Nullable LocalDate gapFrom;
    private StreakState state;

    Writer(MemberHistory history) {
      this.history = history;
      this.calendar = new MemberCalendar(history);
      this.state = StreakState.NONE.covered(history.checked().firstKey().minusDays(1));
    }

    Ledger write(Instant now) {
      LocalDate open = history.openFrom(now);
      LocalDate today = history.today(now);
      while (state.settledThrough().isBefore(today)) {
        LocalDate day = state.settledThrough().plusDays(1);
        StreakState before = state;
        Verdict.Checked checked = history.checked().get(day);
        Verdict.Covered cover = calendar.coverOn(day);
        if (checked != null) {
          state = before.checked(day, history.policy().at(day));
          noteChecked(checked, before);
        } else if (cover != null || !day.isBefore(open)) {
          state = before.covered(day);
          note(cover != null ? cover : new Verdict.Open());
        } else {
          state = before.missed(day);
          noteMissed(before);
        }
      }
      return new Ledger(entries);
    }

    private void noteChecked(Verdict.Checked checked, StreakState before) {
      earnedOn.subList(0, before.gap()).clear();
      gapFrom = null;
      boolean earned = state.freezesHeld() > earnedOn.size();
      if (earned) {
        earnedOn.add(state.settledThrough());
      }
      note(checked, earned);
    }

    private void noteMissed(StreakState before) {
      if (before.streak() == 0) {
        note(new Verdict.NoStreak());
        return;
      }
      if (gapFrom == null) {
        gapFrom = state.settledThrough();
      }
      if (state.streak() > 0) {
        note(new Verdict.Frozen(earnedOn.get(before.gap())));
        return;
      }
      Verdict.GapTooLong lost =
          new Verdict.GapTooLong(gapFrom, before.gap() + 1, before.freezesHeld());
      note(lost);
      entries.replaceAll(
          entry -> entry.day().isBefore(lost.gapFrom()) ? entry : withoutStreak(entry, lost));
      gapFrom = null;
    }

    /** A gap that outgrew the freezes took the streak from its first day, and spent none. */
    private static Entry withoutStreak(Entry entry, Verdict.GapTooLong lost) {
      Verdict verdict = entry.verdict() instanceof Verdict.Frozen ? lost : entry.verdict();
      return new Entry(entry.day(), verdict, 0, lost.freezesHeld(), false, entry.revoked());
    }

    private void note(Verdict verdict) {
      note(verdict, false);
    }

    private void note(Verdict verdict, boolean earnedFreeze) {
      LocalDate day = state.settledThrough();
      entries.add(
          new Entry(
              day,
              verdict,
              state.streak(),
              state.freezes(),
              earnedFreeze,
              history.revoked().get(day)));
    }
  }
}
