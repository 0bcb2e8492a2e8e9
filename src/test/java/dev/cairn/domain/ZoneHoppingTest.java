package dev.cairn.domain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.domain.day.StudyClock;
import dev.cairn.domain.day.Verdict;
import dev.cairn.domain.day.ZoneHistory;
import dev.cairn.domain.streak.Ledger;
import dev.cairn.domain.streak.MemberHistory;
import dev.cairn.domain.streak.Streak;
import dev.cairn.domain.streak.StreakFold;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

/** Nobody gains by changing zones to and fro. */
class ZoneHoppingTest {
  private static final ZoneId KIRITIMATI = ZoneId.of("Pacific/Kiritimati");
  private static final ZoneId HONOLULU = ZoneId.of("Pacific/Honolulu");
  private static final ZoneId FURTHEST_WEST = ZoneId.of("Etc/GMT+12");
  private static final Instant START = Instant.parse("2026-01-10T00:00:00Z");

  @Test
  void whoeverHopsAndChecksInAllTheTimeIsNeverAheadOfTheFurthestClock() {
    Property.forAll(
        300,
        random -> {
          MemberHistory history = MemberHistory.in(Property.oneOf(random, Life.ZONES)).build();
          LocalDate first = history.today(START);
          Instant now = START;
          LocalDate before = LocalDate.MIN;
          for (int hop = 0; hop < 60; hop++) {
            LocalDate today = history.today(now);
            assertThat(today).isAfterOrEqualTo(before);
            before = today;
            history = history.and().checkIn(today).build();
            LocalDate furthest = new StudyClock(KIRITIMATI, history.policy()).dayAt(now);
            assertThat(StreakFold.fold(history, now).length())
                .isLessThanOrEqualTo((int) ChronoUnit.DAYS.between(first, furthest) + 1);
            now = now.plus(Duration.ofMinutes(random.nextInt(24 * 60)));
            history = history.and().zone(now, Property.oneOf(random, Life.ZONES)).build();
          }
        });
  }

  @Test
  void backHomeATravellerHasNoMoreThanWhoeverStayed() {
    Property.forAll(
        300,
        random -> {
          ZoneId home = Property.oneOf(random, Life.ZONES);
          MemberHistory stayed = MemberHistory.in(home).build();
          MemberHistory travelled = stayed;
          Instant now = START;
          for (int quarter = 0; quarter < 30 * 96; quarter++) {
            stayed = checkIn(stayed, now);
            travelled = checkIn(travelled, now);
            now = now.plus(Life.QUARTER);
            if (random.nextInt(96) == 0) {
              travelled = travelled.and().zone(now, Property.oneOf(random, Life.ZONES)).build();
            }
          }
          travelled = travelled.and().zone(now, home).build();
          for (int day = 0; day < 3; day++) {
            now = now.plus(Duration.ofHours(24));
            stayed = checkIn(stayed, now);
            travelled = checkIn(travelled, now);
          }
          assertThat(travelled.today(now)).isEqualTo(stayed.today(now));
          assertThat(StreakFold.fold(travelled, now).length())
              .isLessThanOrEqualTo(StreakFold.fold(stayed, now).length());
          assertThat(travelled.checked().firstKey()).isEqualTo(stayed.checked().firstKey());
        });
  }

  private static MemberHistory checkIn(MemberHistory history, Instant now) {
    LocalDate today = history.today(now);
    return history.checked().containsKey(today) ? history : history.and().checkIn(today).build();
  }

  @Test
  void movingWestNeitherOpensADayAgainNorTakesOneAway() {
    Instant evening = Instant.parse("2026-01-10T08:00:00Z");
    LocalDate there = LocalDate.parse("2026-01-10");
    MemberHistory history = in(KIRITIMATI).checkIn(there).zone(evening, HONOLULU).build();

    assertThat(history.clock(evening).dayAt(evening)).isEqualTo(there.minusDays(1));
    assertThat(history.today(evening)).isEqualTo(there);
    Streak streak = StreakFold.fold(history, evening);
    assertThat(streak.status()).isEqualTo(Streak.Status.DONE);
    assertThat(streak.today()).isEqualTo(there);
    assertThat(history.days().endOfToday(evening)).isEqualTo("2026-01-11T14:00:00Z");
    assertThat(StreakFold.breaksAt(history, evening)).isEqualTo("2026-01-12T14:00:00Z");
  }

  @Test
  void movingEastLeavesTheDayThatIsOpenItsHours() {
    LocalDate day = LocalDate.parse("2026-01-10");
    Instant hop = Instant.parse("2026-01-10T20:00:00Z");
    MemberHistory history = in(HONOLULU).zone(hop, ZoneId.of("Europe/Berlin")).build();

    assertThat(history.today(hop)).isEqualTo(day);
    assertThat(history.today(Instant.parse("2026-01-11T13:59:59Z"))).isEqualTo(day);
    assertThat(history.today(Instant.parse("2026-01-11T14:00:00Z"))).isEqualTo(day.plusDays(1));
  }

  @Test
  void aSecondMoveCanOnlyMakeTheEndOfTheDayLater() {
    LocalDate day = LocalDate.parse("2026-01-10");
    Instant west = Instant.parse("2026-01-10T12:00:00Z");
    MemberHistory.Builder facts = in(ZoneId.of("Europe/Berlin")).zone(west, HONOLULU);
    Instant end = Instant.parse("2026-01-11T14:00:00Z");
    assertThat(facts.build().days().endOfToday(west)).isEqualTo(end);

    Instant east = west.plus(Duration.ofHours(1));
    MemberHistory back = facts.zone(east, KIRITIMATI).build();
    assertThat(back.days().endOfToday(east)).isEqualTo(end);
    assertThat(back.today(end.minusNanos(1))).isEqualTo(day);
    assertThat(back.today(end)).isEqualTo(day.plusDays(2));
  }

  @Test
  void aDateJumpedOverIsCovered() {
    LocalDate day = LocalDate.parse("2026-01-10");
    Instant hop = Instant.parse("2026-01-11T15:30:00Z");
    Instant over = Instant.parse("2026-01-11T16:00:00Z");
    MemberHistory history = in(FURTHEST_WEST).checkIn(day).zone(hop, KIRITIMATI).build();

    assertThat(history.today(hop)).isEqualTo(day);
    assertThat(history.today(over.minusNanos(1))).isEqualTo(day);
    assertThat(history.today(over)).isEqualTo(day.plusDays(2));
    List<Ledger.Entry> entries = Ledger.of(history, over).entries();
    assertThat(entries.get(1).verdict())
        .isEqualTo(new Verdict.Jumped(hop, FURTHEST_WEST, KIRITIMATI));
    assertThat(StreakFold.fold(history, over).length()).isEqualTo(1);
  }

  @Test
  void aDateThatWouldHaveBeenJumpedOverIsNotWhereTheMemberIsBackInTime() {
    LocalDate day = LocalDate.parse("2026-01-10");
    Instant hop = Instant.parse("2026-01-11T15:00:00Z");
    Instant back = Instant.parse("2026-01-11T15:30:00Z");
    MemberHistory history =
        in(FURTHEST_WEST).checkIn(day).zone(hop, KIRITIMATI).zone(back, FURTHEST_WEST).build();

    assertThat(history.today(back)).isEqualTo(day);
    assertThat(history.today(Instant.parse("2026-01-11T16:00:00Z"))).isEqualTo(day.plusDays(1));
    assertThat(StreakFold.breaksAt(history, back)).isEqualTo("2026-01-12T16:00:00Z");
  }

  @Test
  void beforeTheRulesHeldAMoveTookEffectAtOnce() {
    LocalDate day = LocalDate.parse("2026-01-10");
    Instant hop = Instant.parse("2026-01-11T15:30:00Z");
    ZoneHistory zones =
        new ZoneHistory(
            Timeline.<Instant, ZoneId>of(FURTHEST_WEST).with(hop, KIRITIMATI), hop.plusSeconds(1));
    MemberHistory history = MemberHistory.in(zones).checkIn(day).build();

    assertThat(history.today(hop.minusNanos(1))).isEqualTo(day);
    assertThat(history.today(hop)).isEqualTo(day.plusDays(2));
    assertThat(Ledger.of(history, hop).entries().get(1).verdict())
        .isEqualTo(new Verdict.Jumped(hop, FURTHEST_WEST, KIRITIMATI));
  }

  /** Of a member who starts without a freeze. */
  private static MemberHistory.Builder in(ZoneId zone) {
    return MemberHistory.in(zone).policy(Timeline.of(StreakPolicy.FIRST));
  }

  @Test
  void aMissedDateIsNotCoveredByHoppingOverItLater() {
    Property.forAll(
        500,
        random -> {
          ZoneId home = Property.oneOf(random, Life.ZONES);
          LocalDate day = LocalDate.parse("2026-01-10");
          MemberHistory.Builder facts = in(home).checkIn(day);
          Instant at = facts.build().clock(START).endsAt(day.plusDays(1));
          for (int hop = 0; hop < 5; hop++) {
            at = at.plus(Duration.ofMinutes(random.nextInt(30 * 60)));
            facts.zone(at, Property.oneOf(random, Life.ZONES));
          }
          Instant later = at.plus(Duration.ofDays(3));
          assertThat(StreakFold.fold(facts.build(), later).status())
              .isEqualTo(Streak.Status.BROKEN);
        });
  }

  @Test
  void hoppingCoversAtMostEveryOtherDay() {
    Property.forAll(
        300,
        random -> {
          MemberHistory.Builder facts = MemberHistory.in(FURTHEST_WEST);
          Instant at = START;
          facts.checkIn(LocalDate.parse("2026-01-08"));
          for (int hop = 0; hop < 40; hop++) {
            at = at.plus(wait(random));
            facts.zone(at, hop % 2 == 0 ? KIRITIMATI : FURTHEST_WEST);
          }
          List<LocalDate> covered =
              Ledger.of(facts.build(), at).entries().stream()
                  .filter(entry -> entry.verdict() instanceof Verdict.Jumped)
                  .map(Ledger.Entry::day)
                  .toList();
          for (int i = 1; i < covered.size(); i++) {
            assertThat(covered.get(i)).isAfterOrEqualTo(covered.get(i - 1).plusDays(2));
          }
        });
  }

  /** Hops at the most profitable hours: about a day in each zone, a little more or less. */
  private static Duration wait(RandomGenerator random) {
    return Duration.ofMinutes(random.nextInt(20 * 60, 52 * 60));
  }
}
