package dev.cairn.picture;

import dev.cairn.picture.Theme.StoneTones;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;

/**
 * Draws a {@link CairnShape}: flat stones, each smaller than the one below, with a golden one on
 * top; and the land it stands in.
 */
final class CairnPainter {
  private static final Shape PEBBLE = pebble();

  /** How much of its neighbour's height below a stone has. */
  private static final double TAPER = 0.9;

  /** How high a picture is whose sky is as high as the sun and the stars. */
  private static final double MILESTONE_HEIGHT = 210;

  /** How high above the bottom a cairn stands. */
  private static final double GROUND = 26;

  private final Canvas canvas;

  CairnPainter(Canvas canvas) {
    this.canvas = canvas;
  }

  /**
   * Draws hills at the bottom of a picture, and a rising sun and stars above them.
   *
   * @param x where the sun is, and a cairn is to be
   * @return the ground that it is to stand on
   */
  static double paintLandscape(Canvas canvas, double x, double height) {
    double down = height - MILESTONE_HEIGHT;
    double sun = 132;
    canvas.fillWithin(
        canvas.inside(), new Ellipse2D.Double(x - sun / 2, 40 + down, sun, sun), Theme.SUN);
    paintStar(canvas, x - 66, 54 + down, 4);
    paintStar(canvas, x - 48, 28 + down, 5);
    paintStar(canvas, x + 60, 38 + down, 6);
    paintStar(canvas, x + 82, 84 + down, 4);
    paintStar(canvas, x + 86, 122 + down, 3);
    canvas.fillWithin(canvas.inside(), hill(height, 60, 82, 42, 70), Theme.HILL_FAR);
    canvas.fillWithin(canvas.inside(), hill(height, 20, 24, 38, 26), Theme.HILL_NEAR);
    return height - GROUND;
  }

  /** A little glitter in the sky, four points to a star. */
  private static void paintStar(Canvas canvas, double x, double y, double radius) {
    Path2D star = new Path2D.Double();
    star.moveTo(x, y - radius);
    star.quadTo(x, y, x + radius, y);
    star.quadTo(x, y, x, y + radius);
    star.quadTo(x, y, x - radius, y);
    star.quadTo(x, y, x, y - radius);
    canvas.fill(star, Theme.ACCENT);
  }

  /** Rolling ground: how high it is at the left, at two points between, and at the right. */
  private static Shape hill(double bottom, double left, double near, double far, double right) {
    Path2D hill = new Path2D.Double();
    hill.moveTo(0, bottom);
    hill.lineTo(0, bottom - left);
    hill.curveTo(
        Theme.WIDTH * 0.33,
        bottom - near,
        Theme.WIDTH * 0.66,
        bottom - far,
        Theme.WIDTH,
        bottom - right);
    hill.lineTo(Theme.WIDTH, bottom);
    hill.closePath();
    return hill;
  }

  /** Draws a cairn that stands on the ground at x. */
  void paint(CairnShape cairn, double x, double ground) {
    int stones = cairn.stones();
    double widest = 52 + 7 * stones;
    double narrowest = stones == 1 ? widest : 30;
    double height = cairn.height() * (1 - TAPER) / (1 - Math.pow(TAPER, stones));
    double bottom = ground;
    for (int i = 0; i < stones; i++) {
      boolean top = i == stones - 1;
      double along = i / Math.max(1.0, stones - 1);
      double width = (widest + (narrowest - widest) * along) * (1 + 0.1 * wobble(i));
      double aside = i == 0 ? 0 : 0.06 * width * wobble(i + 7);
      AffineTransform place = AffineTransform.getTranslateInstance(x + aside, bottom - height / 2);
      place.rotate(0.05 * wobble(i + 3));
      place.scale(width / 2, (height + 1) / 2);
      paintStone(place, top ? Theme.CROWN : Theme.STONES.get(i * 3 % Theme.STONES.size()));
      bottom -= height;
      height *= TAPER;
    }
  }

  /** Between -1 and 1, without order but always the same. */
  private static double wobble(int index) {
    return Math.sin(index * 12.9898 + 4.1414);
  }

  private void paintStone(AffineTransform place, StoneTones tones) {
    Shape stone = place.createTransformedShape(PEBBLE);
    canvas.fill(stone, tones.shade());
    place.translate(-0.02, -0.16);
    canvas.fillWithin(stone, place.createTransformedShape(PEBBLE), tones.body());
    place.translate(-0.1, -0.5);
    place.scale(0.86, 0.86);
    canvas.fillWithin(stone, place.createTransformedShape(PEBBLE), tones.light());
  }

  /** A superellipse of radius 1: rounder than a box, fuller than a circle. */
  private static Shape pebble() {
    int corners = 72;
    Path2D pebble = new Path2D.Double();
    pebble.moveTo(1, 0);
    for (int i = 1; i < corners; i++) {
      double angle = 2 * Math.PI * i / corners;
      pebble.lineTo(bulge(Math.cos(angle)), bulge(Math.sin(angle)));
    }
    pebble.closePath();
    return pebble;
  }

  private static double bulge(double unit) {
    return Math.signum(unit) * Math.pow(Math.abs(unit), 2 / 2.7);
  }
}
