package dev.cairn.domain.streak;

import dev.cairn.domain.day.Verdict;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The days over which the streaks of one learner's accounts reached without a check-in: freezes,
 * rest days, pauses and other covered days of either. Put together the two may earn their freezes
 * on other days and rest on other weekdays; covered days keep what either streak had reached, so
 * that nobody loses a streak by telling us that they have two accounts.
 */
public final class Bridges {
  private Bridges() {}

  /** The days to cover so that neither streak breaks, through the newest day of either. */
  public static NavigableSet<LocalDate> between(
      MemberHistory one, MemberHistory other, Instant now) {
    LocalDate newest = later(newest(one, now), newest(other, now));
    NavigableSet<LocalDate> days = new TreeSet<>();
    for (MemberHistory history : List.of(one, other)) {
      Ledger.of(history, now).entries().stream()
          .filter(entry -> reaches(entry.verdict(), entry.day().isBefore(newest)))
          .map(Ledger.Entry::day)
          .forEach(days::add);
      yetToBegin(history, newest, now).forEach(days::add);
    }
    days.removeAll(one.checked().keySet());
    days.removeAll(other.checked().keySet());
    return days;
  }

  /** The days that are over for the other and have yet to begin for the one, who has a streak. */
  private static Stream<LocalDate> yetToBegin(
      MemberHistory history, LocalDate newest, Instant now) {
    LocalDate tomorrow = history.today(now).plusDays(1);
    return StreakFold.fold(history, now).length() == 0 || !tomorrow.isBefore(newest)
        ? Stream.empty()
        : tomorrow.datesUntil(newest);
  }

  /** A day still open for the one is over for the other where their zones differ. */
  private static boolean reaches(Verdict verdict, boolean over) {
    return switch (verdict) {
      case Verdict.Covered covered -> true;
      case Verdict.Frozen frozen -> true;
      case Verdict.Mended mended -> true;
      case Verdict.Open open -> over;
      case Verdict.Checked checked -> false;
      case Verdict.Missed missed -> false;
    };
  }

  /**
   * Today, or the newest checked day where that is a later one: it was checked on an account that
   * lives further east, and the day before it was over there.
   */
  private static LocalDate newest(MemberHistory history, Instant now) {
    LocalDate today = history.today(now);
    return history.checked().isEmpty() ? today : later(today, history.checked().lastKey());
  }

  private static LocalDate later(LocalDate one, LocalDate other) {
    return one.isAfter(other) ? one : other;
  }
}
