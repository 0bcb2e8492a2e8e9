package dev.cairn.picture;

import dev.cairn.picture.Theme.StoneTones;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;

/**
 * Draws a {@link CairnShape}: flat stones, each smaller than the one below, with a golden one on
 * top.
 */
final class CairnPainter {
  private static final Shape PEBBLE = pebble();

  /** How much of its neighbour's height below a stone has. */
  private static final double TAPER = 0.9;

  private final Canvas canvas;

  CairnPainter(Canvas canvas) {
    this.canvas = canvas;
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
