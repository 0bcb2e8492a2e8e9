package dev.cairn.picture;

import static dev.cairn.picture.Theme.MARGIN;
import static dev.cairn.picture.Theme.WIDTH;

import dev.cairn.picture.text.Typesetter;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;

/** Draws a {@link MilestoneBanner}: the words, and a cairn before hills and a rising sun. */
final class MilestonePainter {
  private static final double HEIGHT = 210;
  private static final double GROUND = 184;
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
    painter.paintLandscape();
    new CairnPainter(canvas).paint(CairnShape.of(banner.threshold()), CAIRN_X, GROUND);
    painter.paintWords();
    return canvas;
  }

  private void paintWords() {
    canvas.text(banner.whose(), MARGIN + 4, 50, Theme.HEADING, TEXT_WIDTH);
    canvas.number(banner.threshold(), MARGIN + 1, 112, Theme.BIG_FIGURE, TEXT_WIDTH);
    canvas.text(banner.unit(), MARGIN + 4, 140, Theme.BODY, TEXT_WIDTH);
  }

  private void paintLandscape() {
    double sun = 132;
    canvas.fillWithin(
        canvas.inside(), new Ellipse2D.Double(CAIRN_X - sun / 2, 40, sun, sun), Theme.SUN);
    paintStar(246, 54, 4);
    paintStar(264, 28, 5);
    paintStar(372, 38, 6);
    paintStar(394, 84, 4);
    paintStar(398, 122, 3);
    canvas.fillWithin(canvas.inside(), hill(150, 128, 168, 140), Theme.HILL_FAR);
    canvas.fillWithin(canvas.inside(), hill(190, 186, 172, 184), Theme.HILL_NEAR);
  }

  /** A little glitter in the sky, four points to a star. */
  private void paintStar(double x, double y, double radius) {
    Path2D star = new Path2D.Double();
    star.moveTo(x, y - radius);
    star.quadTo(x, y, x + radius, y);
    star.quadTo(x, y, x, y + radius);
    star.quadTo(x, y, x - radius, y);
    star.quadTo(x, y, x, y - radius);
    canvas.fill(star, Theme.ACCENT);
  }

  /** Rolling ground: its height at the left, at two points between, and at the right. */
  private static Shape hill(double left, double near, double far, double right) {
    Path2D hill = new Path2D.Double();
    hill.moveTo(0, HEIGHT);
    hill.lineTo(0, left);
    hill.curveTo(WIDTH * 0.33, near, WIDTH * 0.66, far, WIDTH, right);
    hill.lineTo(WIDTH, HEIGHT);
    hill.closePath();
    return hill;
  }
}
