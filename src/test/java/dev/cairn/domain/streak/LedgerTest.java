package dev.cairn.domain.streak;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.domain.StreakPolicy;
import dev.cairn.domain.Timeline;
import dev.cairn.domain.day.Pause;
import dev.cairn.domain.day.Verdict;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LedgerTest {
  private static final LocalDate D0 = LocalDate.parse("2026-01-05");

  @Test
  void isEmptyBeforeTheFirstCheckIn() {
    assertThat(Ledger.of(MemberHistory.in(ZoneOffset.UTC).build(), noonOf(0)).entries()).isEmpty();
  }

  @Test
  void namesTheRuleOfEachDay() {
    Pause pause = new Pause(day(2), day(3), day(4));
    MemberHistory history =
        MemberHistory.in(ZoneOffset.UTC)
            .checkIn(day(0))
            .grant(day(1), "was on a train")
            .rest(day(0), Set.of(DayOfWeek.WEDNESDAY))
            .pause(pause)
            .excuse(day(5), "ill")
            .outage(
                day(7).atTime(1, 0).toInstant(ZoneOffset.UTC),
                day(7).atTime(3, 0).toInstant(ZoneOffset.UTC))
            .build();

    assertThat(Ledger.of(history, noonOf(7)).entries())
        .extracting(Ledger.Entry::verdict)
        .containsExactly(
            new Verdict.CheckedIn(),
            new Verdict.Granted("was on a train"),
            new Verdict.RestDay(day(0)),
            new Verdict.Paused(pause),
            new Verdict.Paused(pause),
            new Verdict.Excused("ill"),
            new Verdict.CutOff(),
            new Verdict.Open());
  }

  @Test
  void namesTheFreezeThatBridgesADay() {
    MemberHistory history = checkedThrough(13).checkIn(day(16)).build();
    List<Ledger.Entry> entries = Ledger.of(history, noonOf(17)).entries();

    assertThat(entries.stream().filter(Ledger.Entry::earnedFreeze).map(Ledger.Entry::day))
        .containsExactly(day(6), day(13));
    assertThat(entries.subList(13, 18))
        .containsExactly(
            new Ledger.Entry(day(13), new Verdict.CheckedIn(), 14, 2, true, false, null),
            new Ledger.Entry(day(14), new Verdict.Frozen(day(6)), 14, 1, false, false, null),
            new Ledger.Entry(day(15), new Verdict.Frozen(day(13)), 14, 0, false, false, null),
            new Ledger.Entry(day(16), new Verdict.CheckedIn(), 15, 0, false, false, null),
            new Ledger.Entry(day(17), new Verdict.Open(), 15, 0, false, false, null));
  }

  @Test
  void saysFromItsFirstDayOnThatAGapOutgrewTheFreezes() {
    MemberHistory history = checkedThrough(6).excuse(day(8), "ill").checkIn(day(11)).build();
    Verdict tooLong = new Verdict.GapTooLong(day(7), 2, 1);

    assertThat(Ledger.of(history, noonOf(11)).entries().subList(6, 12))
        .containsExactly(
            new Ledger.Entry(day(6), new Verdict.CheckedIn(), 7, 1, true, false, null),
            new Ledger.Entry(day(7), tooLong, 0, 1, false, false, null),
            new Ledger.Entry(day(8), new Verdict.Excused("ill"), 0, 1, false, false, null),
            new Ledger.Entry(day(9), tooLong, 0, 1, false, false, null),
            new Ledger.Entry(day(10), new Verdict.NoStreak(), 0, 1, false, false, null),
            new Ledger.Entry(day(11), new Verdict.CheckedIn(), 1, 1, false, false, null));
  }

  @Test
  void tellsTwoGapsApart() {
    MemberHistory history = checkedThrough(6).checkIn(day(8)).build();

    assertThat(Ledger.of(history, noonOf(10)).entries().subList(7, 11))
        .containsExactly(
            new Ledger.Entry(day(7), new Verdict.Frozen(day(6)), 7, 0, false, false, null),
            new Ledger.Entry(day(8), new Verdict.CheckedIn(), 8, 0, false, false, null),
            new Ledger.Entry(
                day(9), new Verdict.GapTooLong(day(9), 1, 0), 0, 0, false, false, null),
            new Ledger.Entry(day(10), new Verdict.Open(), 0, 0, false, false, null));
  }

  @Test
  void saysWhyACheckInIsMissing() {
    MemberHistory history =
        checkedThrough(3).revoke(day(2), "not studied").revoke(day(9), "never was").build();
    Ledger.Entry revoked = Ledger.of(history, noonOf(3)).entries().get(2);

    assertThat(revoked.revoked()).isEqualTo("not studied");
    assertThat(history.revoked()).containsOnlyKeys(day(2));
    assertThat(
            Ledger.of(history.and().grant(day(2), "was studied").build(), noonOf(3))
                .entries()
                .get(2))
        .isEqualTo(
            new Ledger.Entry(day(2), new Verdict.Granted("was studied"), 3, 0, false, false, null));
  }

  @Test
  void aGrantLeavesTheMembersOwnCheckInStanding() {
    MemberHistory history = checkedThrough(0).grant(day(0), "twice").build();

    assertThat(history.checked()).containsEntry(day(0), new Verdict.CheckedIn());
  }

  @Test
  void namesTheZoneWhoseCalendarLacksTheDate() {
    ZoneId apia = ZoneId.of("Pacific/Apia");
    LocalDate before = LocalDate.parse("2011-12-29");
    MemberHistory history = MemberHistory.in(apia).checkIn(before).build();

    // For its first four hours the 31st still reads as the study day of a 30th that never was.
    Instant night = Instant.parse("2011-12-30T12:00:00Z");
    assertThat(StreakFold.fold(history, night).status()).isEqualTo(Streak.Status.REST);
    assertThat(Ledger.of(history, Instant.parse("2011-12-31T00:00:00Z")).entries())
        .extracting(Ledger.Entry::verdict)
        .containsExactly(new Verdict.CheckedIn(), new Verdict.NeverBegan(apia), new Verdict.Open());
  }

  private static LocalDate day(int number) {
    return D0.plusDays(number);
  }

  private static Instant noonOf(int number) {
    return day(number).atTime(12, 0).toInstant(ZoneOffset.UTC);
  }

  private static MemberHistory.Builder checkedThrough(int last) {
    MemberHistory.Builder facts =
        MemberHistory.in(ZoneOffset.UTC).policy(Timeline.of(StreakPolicy.FIRST));
    for (int each = 0; each <= last; each++) {
      facts.checkIn(day(each));
    }
    return facts;
  }

  @Test
  void goesOnFromAHistoryWithoutForgettingAnything() {
    MemberHistory history =
        MemberHistory.in(ZoneOffset.UTC)
            .checkIn(LocalDate.parse("2026-03-02"))
            .checkIn(LocalDate.parse("2026-03-03"))
            .revoke(LocalDate.parse("2026-03-03"), "not so")
            .excuse(LocalDate.parse("2026-03-04"), "ill")
            .rest(LocalDate.parse("2026-03-04"), Set.of(DayOfWeek.FRIDAY))
            .pause(
                new Pause(
                    LocalDate.parse("2026-03-07"),
                    LocalDate.parse("2026-03-07"),
                    LocalDate.parse("2026-03-09")))
            .outage(Instant.parse("2026-03-10T01:00:00Z"), Instant.parse("2026-03-10T03:00:00Z"))
            .build();
    assertThat(history.and().build()).isEqualTo(history);
  }
}
