package dev.cairn.domain.journey;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.domain.Property;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class JourneyCalendarTest {
  private static final LocalDate MONDAY = LocalDate.parse("2026-01-05");
  private static final JourneyCalendar PLAIN = JourneyCalendar.startingOn(MONDAY);

  @Test
  void numbersEachDateFromTheStartOn() {
    assertThat(PLAIN.on(MONDAY.minusDays(1))).isEqualTo(new JourneyStatus.Ahead(MONDAY));
    assertThat(PLAIN.on(MONDAY)).isEqualTo(new JourneyStatus.Numbered(1));
    assertThat(PLAIN.on(MONDAY.plusDays(179))).isEqualTo(new JourneyStatus.Numbered(180));
    assertThat(PLAIN.on(MONDAY.plusDays(180))).isEqualTo(new JourneyStatus.Over());
    assertThat(PLAIN.on(MONDAY.plusDays(1000))).isEqualTo(new JourneyStatus.Over());
  }

  @Test
  void leavesWeekdaysOutFromADateOn() {
    JourneyCalendar weekdays =
        PLAIN.leavingOut(MONDAY.plusDays(7), EnumSet.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY));

    assertThat(weekdays.on(MONDAY.plusDays(5))).isEqualTo(new JourneyStatus.Numbered(6));
    assertThat(weekdays.on(MONDAY.plusDays(11))).isEqualTo(new JourneyStatus.Numbered(12));
    assertThat(weekdays.on(MONDAY.plusDays(12))).isEqualTo(new JourneyStatus.LeftOut(12));
    assertThat(weekdays.on(MONDAY.plusDays(13))).isEqualTo(new JourneyStatus.LeftOut(12));
    assertThat(weekdays.on(MONDAY.plusDays(14))).isEqualTo(new JourneyStatus.Numbered(13));
  }

  @Test
  void usesUpNoNumberWhilePaused() {
    JourneyCalendar paused = PLAIN.pausedFrom(MONDAY.plusDays(2)).resumedFrom(MONDAY.plusDays(5));

    assertThat(paused.on(MONDAY.plusDays(1))).isEqualTo(new JourneyStatus.Numbered(2));
    assertThat(paused.on(MONDAY.plusDays(2))).isEqualTo(new JourneyStatus.OnHold(2));
    assertThat(paused.on(MONDAY.plusDays(4))).isEqualTo(new JourneyStatus.OnHold(2));
    assertThat(paused.on(MONDAY.plusDays(5))).isEqualTo(new JourneyStatus.Numbered(3));
    assertThat(PLAIN.pausedFrom(MONDAY).on(MONDAY.plusDays(900)))
        .isEqualTo(new JourneyStatus.OnHold(0));
  }

  @Test
  void theLatestDayIsOfTheDateOrBeforeIt() {
    assertThat(new JourneyStatus.Ahead(MONDAY).latestDay()).isEqualTo(1);
    assertThat(new JourneyStatus.Numbered(7).latestDay()).isEqualTo(7);
    assertThat(new JourneyStatus.LeftOut(0).latestDay()).isEqualTo(1);
    assertThat(new JourneyStatus.LeftOut(12).latestDay()).isEqualTo(12);
    assertThat(new JourneyStatus.OnHold(0).latestDay()).isEqualTo(1);
    assertThat(new JourneyStatus.OnHold(3).latestDay()).isEqualTo(3);
    assertThat(new JourneyStatus.Over().latestDay()).isEqualTo(JourneyCalendar.DAYS);
  }

  @Test
  void passesOverTheTopicsThatAreSkipped() {
    JourneyCalendar skipped = PLAIN.skipping(MONDAY.plusDays(1)).skipping(MONDAY.plusDays(1));

    assertThat(skipped.on(MONDAY)).isEqualTo(new JourneyStatus.Numbered(1));
    assertThat(skipped.on(MONDAY.plusDays(1))).isEqualTo(new JourneyStatus.Numbered(4));
    assertThat(skipped.on(MONDAY.plusDays(177))).isEqualTo(new JourneyStatus.Numbered(180));
    assertThat(skipped.on(MONDAY.plusDays(178))).isEqualTo(new JourneyStatus.Over());
  }

  @Test
  void isOverOnceDay180IsUsedUp() {
    LocalDate last = MONDAY.plusDays(179);
    JourneyCalendar pausedAfter = PLAIN.pausedFrom(last.plusDays(1));
    JourneyCalendar pausedBefore = PLAIN.pausedFrom(last);

    assertThat(pausedAfter.on(last.plusDays(1))).isEqualTo(new JourneyStatus.Over());
    assertThat(pausedBefore.on(last.plusDays(1))).isEqualTo(new JourneyStatus.OnHold(179));
    assertThat(PLAIN.skipping(last).on(last)).isEqualTo(new JourneyStatus.Over());
  }

  @Test
  void numbersGoUpByOneAndNoneIsRepeated() {
    Property.forAll(
        300,
        random -> {
          JourneyCalendar journey = PLAIN;
          LocalDate decided = MONDAY;
          for (int decision = random.nextInt(8); decision > 0; decision--) {
            decided = decided.plusDays(random.nextInt(40));
            journey =
                switch (random.nextInt(3)) {
                  case 0 ->
                      journey.leavingOut(decided, Set.of(DayOfWeek.of(1 + random.nextInt(7))));
                  case 1 -> journey.pausedFrom(decided);
                  default -> journey.resumedFrom(decided);
                };
          }
          int latest = 0;
          for (LocalDate date = MONDAY;
              date.isBefore(MONDAY.plusDays(400));
              date = date.plusDays(1)) {
            switch (journey.on(date)) {
              case JourneyStatus.Numbered(int number) -> assertThat(number).isEqualTo(++latest);
              case JourneyStatus.LeftOut(int before) -> assertThat(before).isEqualTo(latest);
              case JourneyStatus.OnHold(int before) -> assertThat(before).isEqualTo(latest);
              case JourneyStatus.Over _ -> assertThat(latest).isEqualTo(JourneyCalendar.DAYS);
              case JourneyStatus.Ahead ahead -> throw new AssertionError(ahead);
            }
          }
        });
  }
}
