package dev.cairn.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.cairn.domain.day.Pause;
import dev.cairn.domain.day.Period;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What may be decided, and from when it holds. */
class PolicyTest {
  private static final LocalDate DAY = LocalDate.parse("2026-01-05");

  @Test
  void startsWithTheRules() {
    assertThat(StreakPolicy.DEFAULT)
        .isEqualTo(new StreakPolicy(1, 7, 2, 3, 7, 2, LocalTime.of(4, 0), false));
  }

  @ParameterizedTest
  @CsvSource({"1, 0, 0, 00:00", "365, 99, 6, 06:00"})
  void takesWhatIsInRange(int freezeEvery, int freezeCap, int restDayCap, LocalTime dayStartsAt) {
    assertThat(
            new StreakPolicy(0, freezeEvery, freezeCap, 0, 0, restDayCap, dayStartsAt, false)
                .dayStartsAt())
        .isEqualTo(dayStartsAt);
  }

  @ParameterizedTest
  @CsvSource({
    "0, 2, 2, 04:00",
    "7, -1, 2, 04:00",
    "7, 2, -1, 04:00",
    "7, 2, 7, 04:00",
    "7, 2, 2, 06:01",
    "7, 2, 2, 23:00"
  })
  void refusesWhatIsNot(int freezeEvery, int freezeCap, int restDayCap, LocalTime dayStartsAt) {
    assertThatIllegalArgumentException()
        .isThrownBy(() ->
            new StreakPolicy(0, freezeEvery, freezeCap, 0, 0, restDayCap, dayStartsAt, false));
  }

  @Test
  void capsRestDays() {
    assertThat(StreakPolicy.DEFAULT.allowsRestOn(Set.of())).isTrue();
    assertThat(StreakPolicy.DEFAULT.allowsRestOn(EnumSet.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY)))
        .isTrue();
    assertThat(StreakPolicy.DEFAULT.allowsRestOn(EnumSet.range(DayOfWeek.FRIDAY, DayOfWeek.SUNDAY)))
        .isFalse();
  }

  @Test
  void holdsFromADateUntilTheNextChange() {
    Timeline<LocalDate, String> timeline =
        Timeline.<LocalDate, String>of("a").with(DAY, "b").with(DAY.plusDays(2), "c");

    assertThat(timeline.at(DAY.minusDays(1))).isEqualTo("a");
    assertThat(timeline.at(DAY)).isEqualTo("b");
    assertThat(timeline.at(DAY.plusDays(1))).isEqualTo("b");
    assertThat(timeline.at(DAY.plusDays(2))).isEqualTo("c");
  }

  @Test
  void isReplacedByANewerDecisionFromItsFirstDayOn() {
    Timeline<LocalDate, String> timeline =
        Timeline.<LocalDate, String>of("a")
            .with(DAY, "b")
            .with(DAY.plusDays(2), "c")
            .with(DAY, "d");

    assertThat(timeline)
        .isEqualTo(new Timeline<LocalDate, String>("a", new TreeMap<>(Map.of(DAY, "d"))));
  }

  @Test
  void pausesFromTheNextDay() {
    assertThat(Pause.firstDay(DAY)).isEqualTo(DAY.plusDays(1));
  }

  @Test
  void pausesForOneTo60Days() {
    assertThat(Pause.allowed(DAY, DAY.minusDays(1))).isFalse();
    assertThat(Pause.allowed(DAY, DAY)).isTrue();
    assertThat(Pause.allowed(DAY, DAY.plusDays(59))).isTrue();
    assertThat(Pause.allowed(DAY, DAY.plusDays(60))).isFalse();
    assertThatIllegalArgumentException().isThrownBy(() -> new Pause(DAY, DAY, DAY.plusDays(60)));
  }

  @Test
  void looksBackOnTheWeekTheMonthOrAll() {
    LocalDate sunday = LocalDate.parse("2026-03-01");

    assertThat(Period.WEEK.around(sunday))
        .isEqualTo(new DateRange(LocalDate.parse("2026-02-23"), sunday));
    assertThat(Period.WEEK.around(sunday.plusDays(1)).from()).isEqualTo("2026-03-02");
    assertThat(Period.MONTH.around(sunday))
        .isEqualTo(new DateRange(sunday, LocalDate.parse("2026-03-31")));
    assertThat(Period.ALL.around(sunday).contains(LocalDate.EPOCH)).isTrue();
    assertThat(Period.MONTH.around(sunday).contains(sunday)).isTrue();
    assertThat(Period.MONTH.around(sunday).contains(sunday.minusDays(1))).isFalse();
    assertThat(Period.MONTH.around(sunday).contains(sunday.plusDays(30))).isTrue();
    assertThat(Period.MONTH.around(sunday).contains(sunday.plusDays(31))).isFalse();
  }

  @Test
  void idsAreOrderedByValue() {
    assertThat(new MemberId(1)).isLessThan(new MemberId(2));
    assertThat(new GroupId(1)).isLessThan(new GroupId(2));
    assertThat(new CommunityId(1)).isLessThan(new CommunityId(2));
  }
}
