package dev.cairn.picture;

import static dev.cairn.picture.Theme.MARGIN;

import dev.cairn.picture.text.Typesetter;

/** Draws a {@link MilestoneBanner}: the words, and a cairn before hills and a rising sun. */
final class MilestonePainter {
  private static final double HEIGHT = 210;
  private static final double CAIRN_X = 312;
  private static final double TEXT_WIDTH = 212;

  private final Canvas canvas;
  private final MilestoneBanner banner;

  private MilestonePainter(Canvas canvas, MilestoneBanner banner) {
    this.canvas = canvas;
    this.banner = banner;
  }

  static Canvas paint(MilestoneBanner banner, Typesetter typesetter) {
    Canvas canvas = new Canvas(typesetter, HEIGHT);
    MilestonePainter painter = new MilestonePainter(canvas, banner);
    double ground = CairnPainter.paintLandscape(canvas, CAIRN_X, HEIGHT);
    new CairnPainter(canvas).paint(CairnShape.of(banner.threshold()), CAIRN_X, ground);
    painter.paintWords();
    return canvas;
  }

  private void paintWords() {
    canvas.text(banner.whose(), MARGIN + 4, 50, Theme.HEADING, TEXT_WIDTH);
    canvas.number(banner.threshold(), MARGIN + 1, 112, Theme.BIG_FIGURE, TEXT_WIDTH);
    canvas.text(banner.unit(), MARGIN + 4, 140, Theme.BODY, TEXT_WIDTH);
  }
}
