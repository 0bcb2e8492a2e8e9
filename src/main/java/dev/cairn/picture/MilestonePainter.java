package dev.cairn.picture;

import static dev.cairn.picture.Theme.MARGIN;
import static dev.cairn.picture.Theme.WIDTH;

import java.awt.Shape;
import java.awt.geom.AffineTransform;
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
    painter.paintCairn(Cairn.of(banner.threshold()));
    painter.paintWords();
    return canvas;
  }

  private void paintWords() {
    canvas.text(banner.whose(), MARGIN + 4, 50, Theme.HEADING, TEXT_WIDTH);
    canvas.text(Count.of(banner.threshold()), MARGIN + 1, 112, Theme.BIG_FIGURE, TEXT_WIDTH);
    canvas.text(banner.unit(), MARGIN + 4, 140, Theme.BODY, TEXT_WIDTH);
  }

  private void paintLandscape() {
    double sun = 132;
    canvas.fillWithin(
        canvas.inside(), new Ellipse2D.Double(CAIRN_X - sun / 2, 40, sun, sun), Theme.SUN);
    paintStar(244, 62, 5);
    paintStar(262, 30, 3.5);
    paintStar(372, 38, 6);
    paintStar(394, 84, 4);
    paintStar(226, 104, 3);
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

  private void paintCairn(Cairn cairn) {
    int stones = cairn.stones();
    double widest = 52 + 7 * stones;
    double narrowest = stones == 1 ? widest : 30;
    double heights = 0;
    for (int i = 0; i < stones; i++) {
      heights += share(i);
    }
    double bottom = GROUND;
    for (int i = 0; i < stones; i++) {
      double height = cairn.height() * share(i) / heights;
      double along = stones == 1 ? 0 : i / (stones - 1.0);
      double width = (widest + (narrowest - widest) * along) * (1 + 0.1 * wobble(i));
      double x = CAIRN_X + 0.06 * width * wobble(i + 7) * (i == 0 ? 0 : 1);
      boolean crown = i == stones - 1;
      paintStone(
          x,
          bottom - height / 2,
          width,
          height + 1,
          0.05 * wobble(i + 3),
          crown ? Theme.CROWN : Theme.STONES.get(i * 3 % Theme.STONES.size()));
      bottom -= height;
    }
  }

  private static double share(int stone) {
    return Math.pow(0.9, stone);
  }

  /** Between -1 and 1, without order but always the same. */
  private static double wobble(int index) {
    return Math.sin(index * 12.9898 + 4.1414);
  }

  private void paintStone(
      double x, double y, double width, double height, double tilt, Theme.StoneTones tones) {
    AffineTransform place = AffineTransform.getTranslateInstance(x, y);
    place.rotate(tilt);
    place.scale(width / 2, height / 2);
    Shape stone = place.createTransformedShape(PEBBLE);
    canvas.fill(stone, tones.shade());
    place.translate(-0.02, -0.16);
    canvas.fillWithin(stone, place.createTransformedShape(PEBBLE), tones.body());
    place.translate(-0.1, -0.5);
    place.scale(0.86, 0.86);
    canvas.fillWithin(stone, place.createTransformedShape(PEBBLE), tones.light());
  }

  /** A superellipse of radius 1, a little flatter below. */
  private static final Shape PEBBLE = pebble();

  private static Shape pebble() {
    Path2D pebble = new Path2D.Double();
    int corners = 72;
    for (int i = 0; i < corners; i++) {
      double angle = 2 * Math.PI * i / corners;
      double x = bulge(Math.cos(angle));
      double y = bulge(Math.sin(angle));
      if (i == 0) {
        pebble.moveTo(x, y);
      } else {
        pebble.lineTo(x, y);
      }
    }
    pebble.closePath();
    return pebble;
  }

  private static double bulge(double unit) {
    return Math.signum(unit) * Math.pow(Math.abs(unit), 2 / 2.7);
  }
}
