package dev.cairn.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class YearCardTest {
  private static final YearMonth JANUARY = YearMonth.of(2026, 1);

  private final PicturePainter painter = new PicturePainter();

  private static YearCard year(List<YearCard.Month> months) {
    return new YearCard(
        "Asha",
        LocalDate.of(2026, 1, 5),
        LocalDate.of(2026, 3, 31),
        40,
        86,
        new YearCard.Figures(1, 61, 1, 0, 2),
        DayOfWeek.WEDNESDAY,
        LocalTime.of(21, 0),
        months);
  }

  private static YearCard.Month month(int days) {
    return new YearCard.Month(JANUARY, days, 30);
  }

  @Test
  void altTextTellsAllOfIt() {
    assertThat(year(List.of(month(20), new YearCard.Month(JANUARY.plusMonths(1), 0, 28))).altText())
        .isEqualTo(
            "The year of Asha, 5 Jan 2026 – 31 Mar 2026. Days studied: 40 of 86. Longest streak: 1"
                + " day. Time: 61 minutes. 1 post, 0 races won, 2 milestones. Favourite weekday:"
                + " Wednesday. Favourite hour: from 21:00. Days a month: January 2026 20 of 30,"
                + " February 2026 0 of 28.");
  }

  @Test
  void aMonthIsGreenerTheMoreWasStudied() {
    List<Long> greens =
        IntStream.of(0, 1, 15, 30)
            .mapToObj(days -> Pixels.of(painter.paint(year(List.of(month(days))))))
            .map(pixels -> (long) pixels.at(30, 302).getGreen())
            .toList();
    assertThat(greens).isSorted().doesNotHaveDuplicates();
  }

  @Test
  void aYearHasRoomForItsMonths() {
    List<YearCard.Month> months = IntStream.range(0, 13).mapToObj(i -> month(i)).toList();
    assertThat(painter.paint(year(months)).width()).isEqualTo(840);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> year(IntStream.range(0, 14).mapToObj(i -> month(i)).toList()));
  }
}
