package dev.cairn.domain.streak;

import dev.cairn.domain.StreakPolicy;
import dev.cairn.domain.day.Verdict;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A streak explained day by day, from the first checked day to today.
 *
 * @param entries oldest first; empty for a member who has no day that counts
 * @param revokedBefore why a moderator revoked days before the first entry, which no entry tells of
 */
public record Ledger(List<Entry> entries, NavigableMap<LocalDate, String> revokedBefore) {
  public Ledger {
    entries = List.copyOf(entries);
    revokedBefore = Collections.unmodifiableNavigableMap(new TreeMap<>(revokedBefore));
  }

  /**
   * One day.
   *
   * @param day the study day
   * @param verdict what it was, and by which rule
   * @param streak the streak's length after it
   * @param freezes the freezes after it, less what an open gap would spend
   * @param earnedFreeze whether the day earned one
   * @param wonBack whether the day won back a streak
   * @param revoked why a moderator revoked the day's check-in; null where none did
   */
  public record Entry(
      LocalDate day,
      Verdict verdict,
      int streak,
      int freezes,
      boolean earnedFreeze,
      boolean wonBack,
      @Nullable String revoked) {}

  /** Explains the streak at an instant. */
  public static Ledger of(MemberHistory history, Instant now) {
    LocalDate today = history.today(now);
    LocalDate first = history.checked().isEmpty() ? null : history.checked().firstKey();
    if (first == null || first.isAfter(today)) {
      return new Ledger(List.of(), new TreeMap<>(history.revoked()));
    }
    return new Ledger(
        new Writer(history, first).write(today),
        new TreeMap<>(new TreeMap<>(history.revoked()).headMap(first)));
  }

  /** The entry of a day; null where there is none. */
  public @Nullable Entry on(LocalDate day) {
    if (entries.isEmpty()) {
      return null;
    }
    long at = day.toEpochDay() - entries.getFirst().day().toEpochDay();
    return at < 0 || at >= entries.size() ? null : entries.get((int) at);
  }

  /** Folds as {@link StreakFold} does, and notes at each step why. */
  private static final class Writer {
    private final MemberHistory history;
    private final MemberCalendar calendar;
    private final List<Entry> entries = new ArrayList<>();

    /**
     * When each freeze held was earned, oldest first, and null for those that the member started
     * with; the first ones are those that an open gap would spend.
     */
    private final List<@Nullable LocalDate> earnedOn = new ArrayList<>();

    /** The first day of the gap that ended the streak which may still be won back. */
    private @Nullable LocalDate lostFrom;

    private StreakState state;

    Writer(MemberHistory history, LocalDate first) {
      this.history = history;
      this.calendar = new MemberCalendar(history);
      this.state = StreakState.NONE.covered(first.minusDays(1));
    }

    List<Entry> write(LocalDate today) {
      while (state.settledThrough().isBefore(today)) {
        LocalDate day = state.settledThrough().plusDays(1);
        StreakState before = state;
        Verdict.Checked checked = history.checked().get(day);
        Verdict.Covered cover = calendar.coverOn(day);
        if (checked != null) {
          StreakPolicy policy = history.policy().at(day);
          state = before.checked(day, policy);
          noteChecked(checked, before, policy);
        } else if (cover != null || day.equals(today)) {
          state = before.covered(day);
          note(cover != null ? cover : new Verdict.Open());
        } else {
          state = before.missed(day);
          noteMissed(before);
        }
      }
      return entries;
    }

    private void noteChecked(Verdict.Checked checked, StreakState before, StreakPolicy policy) {
      LocalDate day = state.settledThrough();
      if (before.firstDay() == null) {
        for (int freeze = 0; freeze < policy.freezesAtFirst(); freeze++) {
          earnedOn.add(null);
        }
      }
      earnedOn.subList(0, before.gap()).clear();
      StreakState.Chance chance = before.chance();
      boolean wonBack = chance != null && day.equals(state.mendedOn());
      if (chance != null && wonBack) {
        earnedOn.subList(0, chance.freezes()).clear();
        mend(chance.length(), day, chance.days() + 1);
      }
      boolean earned = state.freezesHeld() > earnedOn.size();
      if (earned) {
        earnedOn.add(day);
      }
      note(checked, earned, wonBack);
    }

    /** The days since the streak was lost, as they are now that it has been won back. */
    private void mend(int lost, LocalDate wonBackOn, int days) {
      LocalDate from = lostFrom;
      int streak = lost;
      for (int at = 0; at < entries.size(); at++) {
        Entry entry = entries.get(at);
        if (from != null && !entry.day().isBefore(from)) {
          streak += entry.verdict() instanceof Verdict.Checked ? 1 : 0;
          Verdict verdict =
              entry.verdict() instanceof Verdict.Missed
                  ? new Verdict.Mended(wonBackOn, days)
                  : entry.verdict();
          entries.set(at, explained(entry, verdict, streak, entry.freezes(), entry.earnedFreeze()));
        }
      }
    }

    private void noteMissed(StreakState before) {
      LocalDate day = state.settledThrough();
      if (before.length() == 0) {
        note(new Verdict.NoStreak());
        return;
      }
      if (state.length() > 0) {
        note(new Verdict.Frozen(earnedOn.get(before.gap())));
        return;
      }
      LocalDate gapFrom = before.gapFrom() == null ? day : before.gapFrom();
      lostFrom = gapFrom;
      Verdict.GapTooLong lost =
          new Verdict.GapTooLong(gapFrom, before.gap() + 1, before.freezesHeld());
      note(lost);
      entries.replaceAll(
          entry -> entry.day().isBefore(gapFrom) ? entry : withoutStreak(entry, lost));
    }

    /** A gap that outgrew the freezes took the streak from its first day, and spent none. */
    private static Entry withoutStreak(Entry entry, Verdict.GapTooLong lost) {
      Verdict verdict = entry.verdict() instanceof Verdict.Frozen ? lost : entry.verdict();
      return explained(entry, verdict, 0, lost.freezesHeld(), false);
    }

    private static Entry explained(
        Entry entry, Verdict verdict, int streak, int freezes, boolean earnedFreeze) {
      return new Entry(
          entry.day(), verdict, streak, freezes, earnedFreeze, entry.wonBack(), entry.revoked());
    }

    private void note(Verdict verdict) {
      note(verdict, false, false);
    }

    private void note(Verdict verdict, boolean earnedFreeze, boolean wonBack) {
      LocalDate day = state.settledThrough();
      entries.add(
          new Entry(
              day,
              verdict,
              state.length(),
              state.freezes(),
              earnedFreeze,
              wonBack,
              history.revoked().get(day)));
    }
  }
}
