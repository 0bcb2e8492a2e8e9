package dev.cairn.domain.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WrappedDayTest {
  private static final LocalDate START = LocalDate.parse("2026-01-05");
  private static final LocalDate LAST = LocalDate.parse("2026-07-03");

  @Test
  void isTheLastDayOfTheJourneyForWhoBeganAMonthBefore() {
    JourneyCalendar journey = JourneyCalendar.startingOn(START);
    assertThat(WrappedDay.of(START, journey)).isEqualTo(LAST);
    assertThat(WrappedDay.of(LAST.minusDays(29), journey)).isEqualTo(LAST);
    assertThat(WrappedDay.of(LAST.minusDays(28), journey))
        .isEqualTo(LAST.minusDays(28).plusDays(364));
  }

  @Test
  void isTheEndOfTheYearWhereTheJourneyLastsLonger() {
    JourneyCalendar slow =
        JourneyCalendar.startingOn(START)
            .leavingOut(
                START, EnumSet.complementOf(EnumSet.of(DayOfWeek.MONDAY, DayOfWeek.TUESDAY)));
    assertThat(WrappedDay.of(START, slow)).isEqualTo(LocalDate.parse("2027-01-04"));
  }

  /** Whatever is left out, paused and skipped. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void theLastDayIsTheFirstAfterWhichTheJourneyIsOver(long seed) {
    Random random = new Random(seed);
    JourneyCalendar journey = JourneyCalendar.startingOn(START);
    for (int change = 0; change < 8; change++) {
      LocalDate day = START.plusDays(random.nextInt(200));
      journey =
          switch (random.nextInt(4)) {
            case 0 -> journey.leavingOut(day, Set.of(DayOfWeek.of(1 + random.nextInt(7))));
            case 1 -> journey.pausedFrom(day).resumedFrom(day.plusDays(1 + random.nextInt(20)));
            default -> journey.skipping(day);
          };
    }
    LocalDate last = journey.lastDay(START.plusDays(500)).orElseThrow();
    assertThat(journey.on(last.plusDays(1))).isInstanceOf(JourneyStatus.Over.class);
    assertThat(journey.on(last.minusDays(1)).latestDay()).isLessThan(JourneyCalendar.DAYS);
    assertThat(journey.on(last.minusDays(1))).isNotInstanceOf(JourneyStatus.Over.class);
    assertThat(journey.lastDay(last.minusDays(1))).isEmpty();
  }
}
