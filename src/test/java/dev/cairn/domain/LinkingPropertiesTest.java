package dev.cairn.domain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.domain.streak.Bridges;
import dev.cairn.domain.streak.DaysOnRecord;
import dev.cairn.domain.streak.DaysOnRecord.CheckIn;
import dev.cairn.domain.streak.MemberHistory;
import dev.cairn.domain.streak.Streak;
import dev.cairn.domain.streak.StreakFold;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

/** What must hold when two records are put together and taken apart, whatever is on them. */
class LinkingPropertiesTest {
  private static final LocalDate FIRST = LocalDate.of(2026, 1, 1);
  private static final int DAYS = 12;

  private record Pair(DaysOnRecord left, DaysOnRecord right) {
    DaysOnRecord merged() {
      return DaysOnRecord.merged(left, right);
    }
  }

  @Test
  void noStudiedDayIsLostAndNoneCountsTwice() {
    Property.forAll(
        500,
        random -> {
          Pair pair = pair(random);
          NavigableSet<LocalDate> either = new TreeSet<>(pair.left.checked().keySet());
          either.addAll(pair.right.checked().keySet());
          assertThat(pair.merged().checked().keySet()).isEqualTo(either);
        });
  }

  @Test
  void theEarlierCheckInCounts() {
    Property.forAll(
        500,
        random -> {
          Pair pair = pair(random);
          pair.merged()
              .checked()
              .forEach((day, counted) -> {
                for (DaysOnRecord each : new DaysOnRecord[] {pair.left, pair.right}) {
                  CheckIn own = each.checked().get(day);
                  assertThat(own == null || !own.at().isBefore(counted.at())).isTrue();
                }
              });
        });
  }

  @Test
  void itDoesNotMatterWhoseRecordComesFirst() {
    Property.forAll(
        500,
        random -> {
          Pair pair = pair(random);
          DaysOnRecord a = pair.right;
          DaysOnRecord b = pair.left;
          assertThat(DaysOnRecord.merged(a, b)).isEqualTo(pair.merged());
        });
  }

  @Test
  void aRecordPutTogetherWithItselfOrWithAPartOfItStaysAsItIs() {
    Property.forAll(
        500,
        random -> {
          Pair pair = pair(random);
          assertThat(DaysOnRecord.merged(pair.left, pair.left)).isEqualTo(pair.left);
          assertThat(DaysOnRecord.merged(pair.left, DaysOnRecord.NONE)).isEqualTo(pair.left);
          assertThat(DaysOnRecord.merged(pair.merged(), pair.right)).isEqualTo(pair.merged());
        });
  }

  @Test
  void itDoesNotMatterInWhichOrderThreeArePutTogether() {
    Property.forAll(
        500,
        random -> {
          Pair pair = pair(random);
          DaysOnRecord third = record(random);
          assertThat(DaysOnRecord.merged(pair.merged(), third))
              .isEqualTo(DaysOnRecord.merged(pair.left, DaysOnRecord.merged(pair.right, third)));
        });
  }

  @Test
  void takenApartAtOnceEachIsWhatItWas() {
    Property.forAll(
        500,
        random -> {
          Pair pair = pair(random);
          NavigableSet<LocalDate> bridges = new TreeSet<>();
          for (int i = random.nextInt(4); i > 0; i--) {
            bridges.add(day(random));
          }
          DaysOnRecord together = pair.merged().excusing(bridges, "bridged");
          assertThat(DaysOnRecord.apart(pair.left, together, together)).isEqualTo(pair.left);
          assertThat(DaysOnRecord.apart(pair.right, together, together)).isEqualTo(pair.right);
        });
  }

  @Test
  void whatWasStudiedMeanwhileStaysWithBothAndWhatWasRevokedWithNeither() {
    Property.forAll(
        500,
        random -> {
          Pair pair = pair(random);
          DaysOnRecord together = pair.merged();
          LocalDate later = FIRST.plusDays(DAYS + random.nextInt(5));
          NavigableMap<LocalDate, CheckIn> checked = new TreeMap<>(together.checked());
          NavigableMap<LocalDate, String> revoked = new TreeMap<>(together.revoked());
          checked.put(later, checkIn(random, later));
          LocalDate taken = checked.firstKey();
          checked.remove(taken);
          revoked.put(taken, "not so");
          DaysOnRecord now = new DaysOnRecord(checked, revoked, together.excused());
          for (DaysOnRecord own : new DaysOnRecord[] {pair.left, pair.right}) {
            DaysOnRecord apart = DaysOnRecord.apart(own, together, now);
            NavigableSet<LocalDate> expected = new TreeSet<>(own.checked().keySet());
            expected.remove(taken);
            if (!later.equals(taken)) {
              expected.add(later);
            }
            assertThat(apart.checked().keySet()).isEqualTo(expected);
            assertThat(apart.revoked().containsKey(taken))
                .isEqualTo(own.checked().containsKey(taken) || own.revoked().containsKey(taken));
          }
        });
  }

  @Test
  void nobodyLosesAStreakByHavingTwoAccounts() {
    Property.forAll(
        1500,
        random -> {
          ZoneId community = ZoneId.of("UTC");
          Instant begins = Instant.parse("2026-01-01T00:00:00Z");
          Life one = Life.generate(random, community, begins);
          Life other = Life.generate(random, community, begins);
          Instant now = one.ends().isAfter(other.ends()) ? one.ends() : other.ends();
          MemberHistory a = history(one);
          MemberHistory b = history(other).and().policy(a.policy()).build();
          NavigableSet<LocalDate> bridges = Bridges.between(a, b, now);
          assertThat(Bridges.between(b, a, now)).isEqualTo(bridges);
          Streak streakOfOne = StreakFold.fold(a, now);
          Streak streakOfOther = StreakFold.fold(b, now);
          MemberHistory both = merged(a, b, bridges);
          // What the other account checked in may be a day that has yet to begin where the one
          // lives.
          Instant begun = now;
          while (!both.checked().isEmpty()
              && both.today(begun).isBefore(both.checked().lastKey())) {
            begun = both.days().endOfToday(begun);
          }
          Streak together = StreakFold.fold(both, begun);
          assertThat(together.length())
              .as("%s and %s", streakOfOne, streakOfOther)
              .isGreaterThanOrEqualTo(Math.max(streakOfOne.length(), streakOfOther.length()));
          assertThat(together.longest())
              .isGreaterThanOrEqualTo(Math.max(streakOfOne.longest(), streakOfOther.longest()));
        });
  }

  private static MemberHistory merged(
      MemberHistory a, MemberHistory b, NavigableSet<LocalDate> bridges) {
    MemberHistory.Builder merged = a.and();
    b.checked().keySet().forEach(merged::checkIn);
    b.excuses().forEach(merged::excuse);
    bridges.forEach(day -> merged.excuse(day, "bridged"));
    return merged.build();
  }

  private static MemberHistory history(Life life) {
    Life.Recorder recorder = new Life.Recorder(life);
    life.acts().forEach(recorder::record);
    return recorder.history();
  }

  private static Pair pair(RandomGenerator random) {
    return new Pair(record(random), record(random));
  }

  private static DaysOnRecord record(RandomGenerator random) {
    NavigableMap<LocalDate, CheckIn> checked = new TreeMap<>();
    NavigableMap<LocalDate, String> revoked = new TreeMap<>();
    NavigableMap<LocalDate, String> excused = new TreeMap<>();
    checked.put(FIRST.plusDays(1), checkIn(random, FIRST.plusDays(1)));
    for (int i = random.nextInt(DAYS); i > 0; i--) {
      LocalDate day = day(random);
      switch (random.nextInt(5)) {
        case 0 -> {
          if (!checked.containsKey(day)) {
            revoked.put(day, "no " + random.nextInt(3));
          }
        }
        case 1 -> excused.put(day, "ill " + random.nextInt(3));
        default -> {
          if (!revoked.containsKey(day)) {
            checked.put(day, checkIn(random, day));
          }
        }
      }
    }
    return new DaysOnRecord(checked, revoked, excused);
  }

  private static LocalDate day(RandomGenerator random) {
    return FIRST.plusDays(random.nextInt(DAYS));
  }

  private static CheckIn checkIn(RandomGenerator random, LocalDate day) {
    ZoneId zone = Property.oneOf(random, Life.ZONES);
    Instant at = day.atStartOfDay(zone).toInstant().plus(random.nextInt(24), ChronoUnit.HOURS);
    return random.nextInt(4) == 0
        ? new CheckIn(at, zone, (long) random.nextInt(3), "forgot", null)
        : new CheckIn(at, zone, null, null, null);
  }
}
