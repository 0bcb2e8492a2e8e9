package dev.cairn.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class StageBarsTest {
  private static final double FIRST_BAR = 76 + 17 + 3;
  private static final double ROW = 33;

  private final PicturePainter painter = new PicturePainter();

  private static StageBars bars() {
    return new StageBars(
        "Progress of Asha",
        "day",
        List.of(
            new StageBars.Row("Orientation", 14, 14),
            new StageBars.Row("Craft", 7, 14),
            new StageBars.Row("Numbers", 0, 14)));
  }

  @Test
  void altTextTellsEveryStage() {
    assertThat(painter.paint(bars()).altText())
        .isEqualTo(
            "Progress of Asha: 21 of 42 days. Orientation 14 of 14; Craft 7 of 14; Numbers 0 of"
                + " 14.");
  }

  @Test
  void barsAreAsLongAsWhatIsBehind() {
    Picture picture = painter.paint(bars());
    double left = Theme.MARGIN + 5;
    double right = Theme.WIDTH - Theme.MARGIN - 5;
    double middle = Theme.WIDTH / 2;
    assertThat(Pixels.of(picture).at(right, FIRST_BAR)).isEqualTo(Theme.DONE);
    assertThat(Pixels.of(picture).at(middle - 9, FIRST_BAR + ROW)).isEqualTo(Theme.DONE);
    assertThat(Pixels.of(picture).at(middle + 9, FIRST_BAR + ROW)).isEqualTo(Theme.TRACK);
    assertThat(Pixels.of(picture).at(left, FIRST_BAR + 2 * ROW)).isEqualTo(Theme.TRACK);
  }

  @Test
  void aPictureHasRoomForSoManyRows() {
    assertThatIllegalArgumentException()
        .isThrownBy(() ->
            new StageBars(
                "x",
                "day",
                Collections.nCopies(
                    StageBars.MAX_ROWS + 1, new StageBars.Row("Orientation", 1, 2))));
  }
}
