package dev.cairn.picture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PicturePainterTest {
  private static final int MAX_BYTES = 60 * 1024;

  private final PicturePainter painter = new PicturePainter();

  @Test
  void anyDrawingBecomesASmallPictureWithWords() {
    for (long seed = 0; seed < 40; seed++) {
      Picture picture = painter.paint(Drawings.random(new Random(seed)));
      Pixels pixels = Pixels.of(picture);

      assertThat(picture.size()).as("bytes, seed %d", seed).isLessThan(MAX_BYTES);
      assertThat(picture.png()).as("seed %d", seed).hasSize(picture.size());
      assertThat(picture.altText().length())
          .as("alt text, seed %d", seed)
          .isBetween(20, Drawing.MAX_ALT_TEXT);
      assertThat(List.of(pixels.width(), pixels.height()))
          .as("size, seed %d", seed)
          .containsExactly(picture.width(), picture.height());
      assertThat(picture.width()).isEqualTo(840);
    }
  }

  static Stream<Drawing> crowded() {
    return Drawings.crowded();
  }

  @ParameterizedTest
  @MethodSource("crowded")
  void evenTheMostCrowdedIsSmall(Drawing drawing) {
    assertThat(painter.paint(drawing).size()).isLessThan(MAX_BYTES);
  }

  @Test
  void equalDrawingsGiveEqualBytes() {
    PicturePainter other = new PicturePainter();
    for (long seed = 100; seed < 120; seed++) {
      assertThat(painter.paint(Drawings.random(new Random(seed))))
          .as("seed %d", seed)
          .isEqualTo(other.paint(Drawings.random(new Random(seed))));
    }
  }

  @Test
  void threadsMayShareAPainter() {
    List<Picture> alone =
        Stream.iterate(0L, seed -> seed + 1)
            .limit(24)
            .map(seed -> painter.paint(Drawings.random(new Random(seed))))
            .toList();
    PicturePainter fresh = new PicturePainter();

    List<Picture> together =
        Stream.iterate(0L, seed -> seed + 1)
            .limit(24)
            .parallel()
            .map(seed -> fresh.paint(Drawings.random(new Random(seed))))
            .toList();

    assertThat(together).isEqualTo(alone);
  }

  @Test
  void standsOnItsOwnPanelWithRoundCorners() {
    Pixels pixels = Pixels.of(painter.paint(Drawings.heatmap(new Random(1))));

    assertThat(pixels.at(0, 0).getAlpha()).isZero();
    assertThat(pixels.at(8, 8)).isEqualTo(Theme.PANEL);
  }
}
