package dev.cairn.domain.streak;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.cairn.domain.StreakPolicy;
import dev.cairn.domain.Timeline;
import dev.cairn.domain.day.Pause;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Section 3 by example; every history is in UTC and begins on a Monday, D0, without a freeze. */
class StreakFoldTest {
  private static final LocalDate D0 = LocalDate.parse("2026-01-05");

  @Test
  void isNothingBeforeTheFirstCheckIn() {
    assertThat(StreakFold.fold(checked().build(), noonOf(3)))
        .isEqualTo(
            new Streak(0, 0, 0, Streak.Status.NONE, null, day(3), new Streak.Recent(0, 0), null));
    assertThat(StreakFold.breaksAt(checked().build(), noonOf(3))).isNull();
  }

  @Test
  void addsOneForEachCheckedDay() {
    assertThat(StreakFold.fold(checked(0, 1, 2).build(), noonOf(2)))
        .isEqualTo(
            new Streak(3, 3, 0, Streak.Status.DONE, day(2), day(2), new Streak.Recent(3, 3), null));
  }

  @Test
  void standsAsOfYesterdayWhileTodayIsUnchecked() {
    Streak streak = StreakFold.fold(checked(0, 1, 2).build(), noonOf(3));

    assertThat(streak)
        .isEqualTo(
            new Streak(
                3, 3, 0, Streak.Status.AT_RISK, day(2), day(3), new Streak.Recent(3, 3), null));
  }

  @Test
  void isZeroOnceADayWithoutFreezesHasEnded() {
    MemberHistory history = checked(0, 1, 2).build();
    Instant end = Instant.parse("2026-01-09T04:00:00Z");

    assertThat(StreakFold.breaksAt(history, noonOf(2))).isEqualTo(end);
    assertThat(StreakFold.fold(history, end.minusNanos(1)).length()).isEqualTo(3);
    assertThat(StreakFold.fold(history, end))
        .isEqualTo(
            new Streak(
                0, 3, 0, Streak.Status.BROKEN, day(2), day(4), new Streak.Recent(3, 4), null));
    assertThat(StreakFold.breaksAt(history, end)).isNull();
  }

  @Test
  void earnsAFreezeEachWeekUpToTheCap() {
    assertThat(StreakFold.fold(checkedThrough(5).build(), noonOf(5)).freezes()).isZero();
    assertThat(StreakFold.fold(checkedThrough(6).build(), noonOf(6)).freezes()).isEqualTo(1);
    assertThat(StreakFold.fold(checkedThrough(13).build(), noonOf(13)).freezes()).isEqualTo(2);
    assertThat(StreakFold.fold(checkedThrough(27).build(), noonOf(27)).freezes()).isEqualTo(2);
  }

  @Test
  void showsWhatAnOpenGapWouldSpendAsSpent() {
    MemberHistory history = checkedThrough(13).build();

    assertThat(StreakFold.fold(history, noonOf(14)).freezes()).isEqualTo(2);
    assertThat(StreakFold.fold(history, noonOf(15)).freezes()).isEqualTo(1);
    assertThat(StreakFold.fold(history, noonOf(16)).freezes()).isZero();
    assertThat(StreakFold.fold(history, noonOf(16)).length()).isEqualTo(14);
  }

  @Test
  void spendsAFreezeAMissedDayWhenTheGapEnds() {
    Streak streak = StreakFold.fold(checkedThrough(13).checkIn(day(16)).build(), noonOf(16));

    assertThat(streak.length()).isEqualTo(15);
    assertThat(streak.freezes()).isZero();
  }

  @Test
  void spendsNoFreezeOnAGapThatOutgrowsThem() {
    MemberHistory.Builder facts = checkedThrough(13);

    assertThat(StreakFold.fold(facts.build(), noonOf(17)))
        .isEqualTo(
            new Streak(
                0, 14, 2, Streak.Status.BROKEN, day(13), day(17), new Streak.Recent(14, 17), null));
    assertThat(StreakFold.fold(facts.checkIn(day(17)).build(), noonOf(17)))
        .isEqualTo(
            new Streak(
                1, 14, 2, Streak.Status.DONE, day(17), day(17), new Streak.Recent(15, 18), null));
  }

  @Test
  void mayEarnAFreezeOnTheDayThatSpendsOne() {
    Streak streak = StreakFold.fold(checkedThrough(12).revoke(day(7), "").build(), noonOf(12));

    assertThat(streak.length()).isEqualTo(12);
    assertThat(streak.freezes()).isZero();
    assertThat(StreakFold.fold(checkedThrough(14).revoke(day(7), "").build(), noonOf(14)).freezes())
        .isEqualTo(1);
  }

  @Test
  void looksBackThirtyDays() {
    assertThat(StreakFold.fold(checkedThrough(40).revoke(day(20), "").build(), noonOf(40)).recent())
        .isEqualTo(new Streak.Recent(29, 30));
    assertThat(StreakFold.fold(checkedThrough(40).revoke(day(10), "").build(), noonOf(41)).recent())
        .isEqualTo(new Streak.Recent(30, 30));
  }

  @Test
  void restsFromTheDayAfterTheChoice() {
    MemberHistory history =
        checked(0, 1).rest(day(1), EnumSet.of(DayOfWeek.TUESDAY, DayOfWeek.WEDNESDAY)).build();

    assertThat(StreakFold.fold(history, noonOf(2)).status()).isEqualTo(Streak.Status.REST);
    assertThat(StreakFold.fold(history, noonOf(3)).status()).isEqualTo(Streak.Status.AT_RISK);
    assertThat(StreakFold.breaksAt(history, noonOf(2))).isEqualTo("2026-01-09T04:00:00Z");
  }

  @Test
  void countsACheckInOnACoveredDay() {
    MemberHistory history =
        checked(0, 1, 2).excuse(day(1), "ill").rest(day(0), Set.of(DayOfWeek.TUESDAY)).build();

    assertThat(StreakFold.fold(history, noonOf(2)).length()).isEqualTo(3);
  }

  @Test
  void coveredDaysInAGapDoNotCount() {
    MemberHistory history = checkedThrough(6).excuse(day(8), "ill").checkIn(day(9)).build();

    assertThat(StreakFold.fold(history, noonOf(9)).length()).isEqualTo(8);
  }

  @Test
  void aPauseCoversItsDaysAndANewerOneReplacesIt() {
    MemberHistory history =
        checked(0)
            .pause(new Pause(day(0), day(1), day(20)))
            .pause(new Pause(day(3), day(3), day(5)))
            .build();

    assertThat(StreakFold.fold(history, noonOf(5)).status()).isEqualTo(Streak.Status.REST);
    assertThat(StreakFold.breaksAt(history, noonOf(5))).isEqualTo("2026-01-12T04:00:00Z");
  }

  @Test
  void aPauseThatIsEndedCoversTodayNoMore() {
    MemberHistory history =
        checked(0).pause(new Pause(day(0), day(1), day(20))).endPause(day(3)).build();

    assertThat(StreakFold.fold(history, noonOf(3)).status()).isEqualTo(Streak.Status.AT_RISK);
    assertThat(StreakFold.breaksAt(history, noonOf(3))).isEqualTo("2026-01-09T04:00:00Z");
  }

  @Test
  void anOutageLateInTheDayCoversIt() {
    Instant end = Instant.parse("2026-01-07T04:00:00Z");
    MemberHistory.Builder facts = checked(0);

    assertThat(
            StreakFold.fold(
                    facts
                        .outage(end.minusSeconds(4 * 3600), end.minusSeconds(3 * 3600 + 1))
                        .build(),
                    end)
                .length())
        .isZero();
    assertThat(StreakFold.fold(facts.outage(end.minusSeconds(1), end).build(), end).length())
        .isEqualTo(1);
  }

  @Test
  void whatIsHeldStaysWhenTheCapIsLowered() {
    MemberHistory history =
        checkedThrough(13)
            .policy(day(14), StreakPolicy.FIRST.withFreezes(0, 7, 0))
            .checkIn(day(15))
            .build();

    assertThat(StreakFold.fold(history, noonOf(15)).length()).isEqualTo(15);
    assertThat(StreakFold.fold(history, noonOf(15)).freezes()).isEqualTo(1);
  }

  @Test
  void aChangeOfPolicyRewritesNoSettledDay() {
    MemberHistory before = checkedThrough(13).build();
    MemberHistory after =
        before
            .and()
            .policy(
                day(14),
                StreakPolicy.DEFAULT.withFreezes(3, 2, 9).withDayStartsAt(LocalTime.MIDNIGHT))
            .build();

    assertThat(StreakFold.fold(after, noonOf(13))).isEqualTo(StreakFold.fold(before, noonOf(13)));
  }

  @Test
  void settlesWhatNoZoneOnEarthHasOpen() {
    MemberHistory history = checkedThrough(9).build();

    assertThat(StreakFold.settle(StreakState.NONE, history, noonOf(9)))
        .isEqualTo(new StreakState(D0, day(7), day(7), 8, 8, 1, 0, null, null, null));
    assertThat(StreakFold.settle(StreakState.NONE, checked(9).build(), noonOf(9)))
        .isEqualTo(StreakState.NONE);
    assertThat(StreakFold.settle(StreakState.NONE, checked().build(), noonOf(9)))
        .isEqualTo(StreakState.NONE);
  }

  @Test
  void nobodyRestsAllWeek() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new RestDays(D0, EnumSet.allOf(DayOfWeek.class)));
  }

  private static LocalDate day(int number) {
    return D0.plusDays(number);
  }

  private static Instant noonOf(int number) {
    return day(number).atTime(12, 0).toInstant(ZoneOffset.UTC);
  }

  private static MemberHistory.Builder facts(StreakPolicy policy) {
    return MemberHistory.in(ZoneOffset.UTC).policy(Timeline.of(policy));
  }

  private static MemberHistory.Builder checked(int... days) {
    MemberHistory.Builder facts = facts(StreakPolicy.FIRST);
    for (int each : days) {
      facts.checkIn(day(each));
    }
    return facts;
  }

  private static MemberHistory.Builder checkedThrough(int last) {
    MemberHistory.Builder facts = facts(StreakPolicy.FIRST);
    for (int each = 0; each <= last; each++) {
      facts.checkIn(day(each));
    }
    return facts;
  }
}
