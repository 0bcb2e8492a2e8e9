package dev.cairn.domain.day;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.domain.StreakPolicy;
import dev.cairn.domain.Timeline;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StudyClockTest {
  @ParameterizedTest(name = "{0} in {1} reads {2}")
  @CsvSource({
    "2026-01-02T03:59:59.999Z, UTC, 2026-01-01",
    "2026-01-02T04:00:00Z, UTC, 2026-01-02",
    "2026-01-01T22:29:59Z, Asia/Kolkata, 2026-01-01",
    "2026-01-01T22:30:00Z, Asia/Kolkata, 2026-01-02",
    // The clock jumps from 02:00 to 03:00: elapsed time would say 05:00.
    "2026-03-08T07:59:59Z, America/New_York, 2026-03-07",
    "2026-03-08T08:00:00Z, America/New_York, 2026-03-08",
    // The clock is put back from 02:00 to 01:00: elapsed time would say 03:00.
    "2026-11-01T08:59:59Z, America/New_York, 2026-10-31",
    "2026-11-01T09:00:00Z, America/New_York, 2026-11-01",
  })
  void readsTheWallClock(Instant at, ZoneId zone, LocalDate day) {
    assertThat(clock(zone.getId(), 4).dayAt(at)).isEqualTo(day);
  }

  @Test
  void beginsADayWhoseHourIsSkippedWhenTheClockJumps() {
    StudyClock clock = clock("America/Havana", 0);
    LocalDate sunday = LocalDate.parse("2026-03-08");

    assertThat(clock.startsAt(sunday)).isEqualTo("2026-03-08T05:00:00Z");
    assertThat(clock.dayAt(Instant.parse("2026-03-08T04:59:59Z"))).isEqualTo(sunday.minusDays(1));
    assertThat(clock.dayAt(Instant.parse("2026-03-08T05:00:00Z"))).isEqualTo(sunday);
    assertThat(clock.has(sunday)).isTrue();
  }

  @Test
  void keepsADayOpenUntilTheClockHasReadItForTheLastTime() {
    // At 00:01 the clocks of St. John's were put back to 23:01.
    StudyClock clock = clock("America/St_Johns", 0);
    LocalDate saturday = LocalDate.parse("2010-11-06");

    assertThat(clock.startsAt(saturday.plusDays(1))).isEqualTo("2010-11-07T02:30:00Z");
    assertThat(clock.dayAt(Instant.parse("2010-11-07T02:30:30Z"))).isEqualTo(saturday.plusDays(1));
    assertThat(clock.dayAt(Instant.parse("2010-11-07T02:31:00Z"))).isEqualTo(saturday);
    assertThat(clock.endsAt(saturday)).isEqualTo("2010-11-07T03:30:00Z");
  }

  @Test
  void endsADayOnceWhenTheClockIsPutBackToTheVeryHourThatBeginsTheNext() {
    StudyClock clock = clock("Europe/Berlin", 2);
    LocalDate saturday = LocalDate.parse("2026-10-24");

    assertThat(clock.endsAt(saturday)).isEqualTo("2026-10-25T00:00:00Z");
    assertThat(clock.startsAt(saturday.plusDays(1))).isEqualTo("2026-10-25T00:00:00Z");
  }

  @Test
  void knowsTheDateThatApiaNeverHad() {
    LocalDate skipped = LocalDate.parse("2011-12-30");

    assertThat(clock("Pacific/Apia", 4).has(skipped)).isFalse();
    assertThat(clock("Pacific/Apia", 4).has(skipped.minusDays(1))).isTrue();
    assertThat(clock("Pacific/Apia", 4).has(skipped.plusDays(1))).isTrue();
    assertThat(clock("Pacific/Apia", 4).datesThatNeverWere()).contains(skipped);
    assertThat(clock("America/Havana", 0).datesThatNeverWere()).isEmpty();
  }

  @Test
  void beginsTheDayOnWhichTheHourChangesAtTheLaterOfTheTwo() {
    LocalDate changed = LocalDate.parse("2026-05-05");
    StudyClock earlier = changing(4, changed, 1);
    StudyClock later = changing(4, changed, 6);

    assertThat(earlier.endsAt(changed.minusDays(1))).isEqualTo("2026-05-05T04:00:00Z");
    assertThat(earlier.startsAt(changed)).isEqualTo("2026-05-05T04:00:00Z");
    assertThat(earlier.startsAt(changed.plusDays(1))).isEqualTo("2026-05-06T01:00:00Z");
    assertThat(later.startsAt(changed)).isEqualTo("2026-05-05T06:00:00Z");
    assertThat(later.dayAt(Instant.parse("2026-05-05T05:00:00Z"))).isEqualTo(changed.minusDays(1));
    assertThat(later.startsAt(changed.minusDays(1))).isEqualTo("2026-05-04T04:00:00Z");
  }

  private static StudyClock clock(String zone, int hour) {
    return new StudyClock(ZoneId.of(zone), Timeline.of(startingAt(hour)));
  }

  private static StudyClock changing(int hour, LocalDate from, int changed) {
    return new StudyClock(
        ZoneId.of("UTC"),
        Timeline.<LocalDate, StreakPolicy>of(startingAt(hour)).with(from, startingAt(changed)));
  }

  private static StreakPolicy startingAt(int hour) {
    return StreakPolicy.DEFAULT.withDayStartsAt(LocalTime.of(hour, 0));
  }
}
