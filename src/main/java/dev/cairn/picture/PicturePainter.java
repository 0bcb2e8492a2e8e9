package dev.cairn.picture;

import dev.cairn.picture.text.FontLibrary;
import dev.cairn.picture.text.Typesetter;
import java.io.UncheckedIOException;

/**
 * Draws pictures, on a machine with neither a screen nor fonts. May be shared by threads; loads its
 * fonts when it draws its first picture.
 */
public final class PicturePainter {
  private final Typesetter typesetter = new Typesetter(new FontLibrary());

  /**
   * Draws a picture.
   *
   * @throws UncheckedIOException when the folder for temporary files cannot be written, where Java
   *     needs fonts to be
   */
  public Picture paint(Drawing drawing) {
    return switch (drawing) {
      case CalendarHeatmap heatmap -> picture(heatmap, HeatmapPainter.paint(heatmap, typesetter));
      case LeaderboardBars board -> picture(board, LeaderboardPainter.paint(board, typesetter));
      case MilestoneBanner banner -> picture(banner, MilestonePainter.paint(banner, typesetter));
      case RaceBanner banner -> picture(banner, RacePainter.paint(banner, typesetter));
      case StageBars stages -> picture(stages, StagePainter.paint(stages, typesetter));
      case YearCard year -> picture(year, YearPainter.paint(year, typesetter));
    };
  }

  private static Picture picture(Drawing drawing, Canvas canvas) {
    try (canvas) {
      return new Picture(
          canvas.png(), drawing.altText(), canvas.width(), canvas.height(), drawing.fileName());
    }
  }
}
