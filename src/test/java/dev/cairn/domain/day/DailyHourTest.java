package dev.cairn.domain.day;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.domain.StreakPolicy;
import dev.cairn.domain.Timeline;
import dev.cairn.domain.day.DailyHour.Occurrence;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class DailyHourTest {

  @ParameterizedTest
  @CsvSource({
    // Put forward over it: the next minute there is.
    "America/New_York, 02:30, 2026-03-08, 2026-03-08T07:00:00Z",
    "Australia/Lord_Howe, 02:15, 2026-10-04, 2026-10-03T15:30:00Z",
    // Put back over it: the first of the two.
    "America/New_York, 01:30, 2026-11-01, 2026-11-01T05:30:00Z",
    // Midnight that is not there.
    "Africa/Cairo, 00:00, 2026-04-24, 2026-04-23T22:00:00Z",
    "Asia/Kolkata, 08:00, 2026-03-08, 2026-03-08T02:30:00Z",
  })
  void anHourThatIsNotThereOrTwiceComesOnce(
      ZoneId zone, LocalTime hour, LocalDate date, Instant at) {
    assertThat(DailyHour.everyDayAt(hour).on(date, zone)).contains(new Occurrence(date, at));
  }

  @Test
  void aDateThatNeverWasHasNone() {
    DailyHour hour = DailyHour.everyDayAt(LocalTime.of(8, 0));
    ZoneId apia = ZoneId.of("Pacific/Apia");
    assertThat(hour.on(LocalDate.of(2011, 12, 30), apia)).isEmpty();
    assertThat(hour.after(Instant.parse("2011-12-30T00:00:00Z"), apia).date())
        .isEqualTo(LocalDate.of(2011, 12, 31));
  }

  @Test
  void onlyItsWeekdaysCount() {
    DailyHour hour = new DailyHour(LocalTime.of(8, 0), Set.of(DayOfWeek.MONDAY));
    ZoneId zone = ZoneId.of("UTC");
    assertThat(hour.after(Instant.parse("2026-03-02T08:00:00Z"), zone).date())
        .isEqualTo(LocalDate.of(2026, 3, 9));
    assertThat(hour.until(Instant.parse("2026-03-08T23:00:00Z"), zone).date())
        .isEqualTo(LocalDate.of(2026, 3, 2));
  }

  /** Every date of a year once, at its local time, in every zone that there is. */
  @ParameterizedTest
  @CsvSource({"2011, 00:00", "2026, 00:30", "2026, 02:15"})
  void everyDateComesOnceInEveryZone(int year, LocalTime time) {
    DailyHour hour = DailyHour.everyDayAt(time);
    for (String id : ZoneId.getAvailableZoneIds()) {
      ZoneId zone = ZoneId.of(id);
      StudyClock calendar = new StudyClock(zone, Timeline.of(StreakPolicy.DEFAULT));
      Instant at = LocalDate.of(year, 1, 1).atStartOfDay(zone).toInstant().minusMillis(1);
      for (LocalDate date = LocalDate.of(year, 1, 1);
          date.getYear() == year;
          date = date.plusDays(1)) {
        if (!calendar.has(date)) {
          continue;
        }
        Occurrence next = hour.after(at, zone);
        assertThat(next.date()).as("%s after %s", id, at).isEqualTo(date);
        LocalDateTime wall = LocalDateTime.ofInstant(next.at(), zone);
        if (!wall.equals(date.atTime(time))) {
          ZoneOffsetTransition gap = zone.getRules().getTransition(date.atTime(time));
          assertThat(gap).as("%s %s is read as %s", id, date, wall).isNotNull();
          assertThat(next.at()).as("%s %s", id, date).isEqualTo(gap.getInstant());
        }
        assertThat(hour.until(next.at(), zone)).isEqualTo(next);
        assertThat(hour.until(next.at().minusMillis(1), zone).date()).isBefore(date);
        at = next.at();
      }
    }
  }
}
