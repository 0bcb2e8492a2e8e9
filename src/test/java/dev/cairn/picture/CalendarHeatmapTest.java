package dev.cairn.picture;

import static dev.cairn.picture.DayState.CHECKED;
import static dev.cairn.picture.DayState.COVERED;
import static dev.cairn.picture.DayState.FROZEN;
import static dev.cairn.picture.DayState.MENDED;
import static dev.cairn.picture.DayState.MISSED;
import static dev.cairn.picture.DayState.OPEN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.cairn.domain.day.Verdict;
import dev.cairn.domain.streak.Ledger;
import java.awt.Color;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CalendarHeatmapTest {
  private static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);
  private static final double MIDDLE = 5.25;

  private final PicturePainter painter = new PicturePainter();

  @Test
  void altTextTellsEveryFigure() {
    CalendarHeatmap heatmap =
        new CalendarHeatmap(
            "Asha",
            Drawings.streak(MONDAY.plusDays(7), 1, 2, 1, 3, 5),
            List.of(CHECKED, CHECKED, COVERED, FROZEN, MISSED, MISSED, CHECKED, OPEN));

    assertThat(painter.paint(heatmap).altText())
        .isEqualTo(
            "Study calendar of Asha, 2 Mar 2026 – 9 Mar 2026. Streak: 1 day. Longest: 2 days."
                + " 1 freeze left. Checked 3 of the last 5 days. 3 days checked, 1 day covered,"
                + " 1 day frozen, 2 days missed, 1 day open.");
  }

  @Test
  void altTextSaysNothingOfRecentDaysBeforeThereAreAny() {
    CalendarHeatmap heatmap =
        new CalendarHeatmap("Bo", Drawings.streak(MONDAY, 0, 0, 0, 0, 0), List.of(OPEN));

    assertThat(heatmap.altText())
        .isEqualTo(
            "Study calendar of Bo, 2 Mar 2026. Streak: 0 days. Longest: 0 days. 0 freezes left."
                + " 1 day open.");
  }

  @Test
  void eachStateHasItsColourInTheMiddleOfItsCell() {
    Pixels pixels = paint(List.of(CHECKED, COVERED, FROZEN, MISSED, CHECKED, CHECKED, OPEN));

    assertThat(at(pixels, 0, DayOfWeek.MONDAY)).isEqualTo(Theme.DONE);
    assertThat(at(pixels, 0, DayOfWeek.TUESDAY)).isEqualTo(Theme.COVERED);
    assertThat(at(pixels, 0, DayOfWeek.WEDNESDAY)).isEqualTo(Theme.FROZEN);
    assertThat(at(pixels, 0, DayOfWeek.THURSDAY)).isEqualTo(Theme.MISSED);
    assertThat(at(pixels, 0, DayOfWeek.SUNDAY)).isEqualTo(Theme.TRACK);
    assertThat(at(pixels, 1, DayOfWeek.MONDAY)).as("to come").isEqualTo(Theme.FAINT);
  }

  @Test
  void eachStateHasAShapeOfItsOwn() {
    Pixels pixels = paint(List.of(CHECKED, COVERED, FROZEN, MISSED, OPEN));

    assertThat(
            List.of(
                shape(pixels, DayOfWeek.MONDAY, Theme.DONE),
                shape(pixels, DayOfWeek.TUESDAY, Theme.COVERED),
                shape(pixels, DayOfWeek.WEDNESDAY, Theme.FROZEN),
                shape(pixels, DayOfWeek.THURSDAY, Theme.MISSED),
                shape(pixels, DayOfWeek.FRIDAY, Theme.ACCENT)))
        .doesNotHaveDuplicates();
  }

  @Test
  void everyCheckedDayAddsACell() {
    long two = paint(List.of(CHECKED, CHECKED, OPEN)).count(Theme.DONE);
    long three = paint(List.of(CHECKED, CHECKED, CHECKED, OPEN)).count(Theme.DONE);
    long forty = paint(plus(Collections.nCopies(40, CHECKED), OPEN)).count(Theme.DONE);

    assertThat(three - two).isBetween(380L, 441L);
    assertThat(forty - two).isBetween(38 * 380L, 38 * 441L);
  }

  @Test
  void todayIsRingedWhetherCheckedOrNot() {
    assertThat(paint(List.of(CHECKED, OPEN)).count(Theme.ACCENT)).isPositive();
    assertThat(paint(List.of(CHECKED, CHECKED)).count(Theme.ACCENT)).isPositive();
  }

  @Test
  void keepsTheLastYearOfALongerHistory() {
    CalendarHeatmap heatmap = heatmap(MONDAY, plus(Collections.nCopies(999, CHECKED), OPEN));

    assertThat(heatmap.today()).isEqualTo(MONDAY.plusDays(999));
    assertThat(heatmap.first()).isEqualTo(heatmap.today().minusYears(1).plusDays(1));
    assertThat(heatmap.days())
        .hasSize((int) ChronoUnit.DAYS.between(heatmap.first(), heatmap.today()) + 1)
        .endsWith(CHECKED, OPEN);
  }

  @Test
  void everyDayOfEveryYearHasACellOfItsOwn() {
    LocalDate first = LocalDate.of(2023, 1, 1);
    for (int start = 0; start < 800; start += 13) {
      LocalDate from = first.plusDays(start);
      int days = (int) ChronoUnit.DAYS.between(from, from.plusYears(1));
      Pixels pixels = Pixels.of(painter.paint(heatmap(from, Collections.nCopies(days, FROZEN))));

      assertThat(shapes(pixels, from, days))
          .as("a year from %s", from)
          .allMatch(Theme.FROZEN::equals);
    }
  }

  @Test
  void needsToday() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> heatmap(MONDAY, List.of()))
        .withMessageContaining("today");
  }

  @Test
  void tellsOfEachDayWhatTheLedgerSays() {
    Ledger ledger =
        new Ledger(
            Stream.of(
                    new Verdict.CheckedIn(),
                    new Verdict.Granted("was ill"),
                    new Verdict.RestDay(MONDAY),
                    new Verdict.CutOff(),
                    new Verdict.Frozen(MONDAY),
                    new Verdict.Mended(MONDAY, 3),
                    new Verdict.GapTooLong(MONDAY, 1, 0),
                    new Verdict.NoStreak(),
                    new Verdict.Open())
                .map(verdict -> new Ledger.Entry(MONDAY, verdict, 0, 0, false, false, null))
                .toList(),
            new TreeMap<>());

    assertThat(CalendarHeatmap.of("Asha", Drawings.streak(MONDAY, 0, 2, 0, 2, 8), ledger).days())
        .containsExactly(CHECKED, CHECKED, COVERED, COVERED, FROZEN, MENDED, MISSED, MISSED, OPEN);
  }

  @Test
  void hasTodayBeforeTheFirstCheckIn() {
    CalendarHeatmap heatmap =
        CalendarHeatmap.of(
            "Asha", Drawings.streak(MONDAY, 0, 0, 0, 0, 0), new Ledger(List.of(), new TreeMap<>()));

    assertThat(heatmap.days()).containsExactly(OPEN);
    assertThat(heatmap.first()).isEqualTo(MONDAY);
  }

  private Pixels paint(List<DayState> days) {
    return Pixels.of(painter.paint(heatmap(MONDAY, days)));
  }

  private static CalendarHeatmap heatmap(LocalDate first, List<DayState> days) {
    return new CalendarHeatmap(
        "Asha", Drawings.streak(first.plusDays(days.size() - 1L), 1, 2, 1, 3, 5), days);
  }

  private static List<DayState> plus(List<DayState> days, DayState today) {
    return Stream.concat(days.stream(), Stream.of(today)).toList();
  }

  private static Color at(Pixels pixels, int week, DayOfWeek day) {
    return pixels.at(HeatmapPainter.x(week) + MIDDLE, HeatmapPainter.y(week, day) + MIDDLE);
  }

  private static List<Color> shapes(Pixels pixels, LocalDate from, int days) {
    LocalDate monday = from.minusDays(from.getDayOfWeek().getValue() - 1L);
    return from.datesUntil(from.plusDays(days))
        .map(day -> at(pixels, (int) ChronoUnit.WEEKS.between(monday, day), day.getDayOfWeek()))
        .toList();
  }

  /** Which pixels of a cell of the first week have a colour. */
  private static String shape(Pixels pixels, DayOfWeek day, Color color) {
    StringBuilder shape = new StringBuilder();
    for (double y = 0.25; y < 2 * MIDDLE; y += 0.5) {
      for (double x = 0.25; x < 2 * MIDDLE; x += 0.5) {
        Color seen = pixels.at(HeatmapPainter.x(0) + x, HeatmapPainter.y(0, day) + y);
        shape.append(seen.equals(color) ? '#' : '.');
      }
      shape.append('\n');
    }
    return shape.toString();
  }
}
