package dev.cairn.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.cairn.picture.RaceBanner.Row;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RaceBannerTest {
  private static final String DATES = "5 January 2026 to 11 January 2026";

  private final PicturePainter painter = new PicturePainter();

  private static Row row(int rank, String name, int percent) {
    return new Row(OptionalInt.of(rank), name, percent);
  }

  @Test
  void altTextTellsTheRaceItsDatesAndEveryGroup() {
    RaceBanner banner =
        new RaceBanner(
            "Sprint",
            DATES,
            List.of(
                row(1, "Larks", 93), row(2, "Owls", 57), new Row(OptionalInt.empty(), "Solo", 71)));
    assertThat(said(banner))
        .isEqualTo(
            "Result of the race Sprint, 5 January 2026 to 11 January 2026. Winner: Larks, 93%"
                + " present; 2. Owls, 57%; Unranked: Solo, 71%.");
    assertThat(painter.paint(banner).altText()).isEqualTo(banner.altText());
  }

  @Test
  void altTextTellsOfASharedFirstPlace() {
    assertThat(
            said(new RaceBanner("Sprint", DATES, List.of(row(1, "Larks", 80), row(1, "Owls", 80)))))
        .endsWith("Winners, on a shared first place: Larks and Owls, 80% present.");
  }

  @Test
  void winnersAreWrittenInGoldAndOthersAreNot() {
    long one = golden(List.of(row(1, "Larks", 80)));
    assertThat(golden(List.of(row(1, "Larks", 80), row(2, "Larks", 70)))).isEqualTo(one);
    assertThat(golden(List.of(row(1, "Larks", 80), row(1, "Larks", 80)))).isGreaterThan(one);
  }

  private long golden(List<Row> rows) {
    return Pixels.of(painter.paint(new RaceBanner("Sprint", DATES, rows))).count(Theme.ACCENT);
  }

  @Test
  void whatIsTooManyIsCounted() {
    List<Row> many =
        IntStream.rangeClosed(1, 60).mapToObj(i -> row(i < 9 ? 1 : 9, "Group " + i, 50)).toList();
    Picture picture = painter.paint(new RaceBanner("Sprint", DATES, many));
    assertThat(picture.height()).isLessThan(2 * 400);
    assertThat(picture.altText()).hasSizeLessThanOrEqualTo(Drawing.MAX_ALT_TEXT);
  }

  @Test
  void nobodyHasWonIsNoBanner() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new RaceBanner("Sprint", DATES, List.of()));
    assertThatIllegalArgumentException()
        .isThrownBy(() ->
            new RaceBanner("Sprint", DATES, List.of(new Row(OptionalInt.empty(), "Solo", 71))));
  }

  /** Without what keeps a name's direction to itself. */
  private static String said(RaceBanner banner) {
    return banner.altText().replaceAll("[\\u2066-\\u2069]", "");
  }
}
