package dev.cairn.picture;

import dev.cairn.picture.text.TextStyle;
import dev.cairn.picture.text.Typesetter;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.font.TextLayout;
import java.awt.geom.AffineTransform;
import java.awt.geom.Area;
import java.awt.geom.Line2D;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.util.HashSet;
import java.util.Set;

/** The panel that a picture is drawn on, in points from its top left corner. */
final class Canvas implements AutoCloseable {
  private static final int MAX_BYTES = 60 * 1024;

  private final Typesetter typesetter;
  private final BufferedImage image;
  private final Graphics2D graphics;
  private final Set<Integer> colors = new HashSet<>();

  Canvas(Typesetter typesetter, double height) {
    this.typesetter = typesetter;
    this.image =
        new BufferedImage(
            (int) (Theme.WIDTH * Theme.SCALE),
            (int) Math.ceil(height * Theme.SCALE),
            BufferedImage.TYPE_INT_ARGB);
    this.graphics = image.createGraphics();
    graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    graphics.setRenderingHint(
        RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
    graphics.setRenderingHint(
        RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
    graphics.scale(Theme.SCALE, Theme.SCALE);
    fill(
        rounded(0, 0, Theme.WIDTH, image.getHeight() / (double) Theme.SCALE, Theme.CORNER),
        Theme.PANEL_EDGE);
    fill(inside(), Theme.PANEL);
  }

  /** The panel within its edge. */
  Shape inside() {
    double height = image.getHeight() / (double) Theme.SCALE;
    return rounded(1, 1, Theme.WIDTH - 2, height - 2, Theme.CORNER - 1);
  }

  static Shape rounded(double x, double y, double width, double height, double radius) {
    return new RoundRectangle2D.Double(x, y, width, height, 2 * radius, 2 * radius);
  }

  void fill(Shape shape, Color color) {
    use(color);
    graphics.fill(shape);
  }

  /** Fills what of a shape lies within another. */
  void fillWithin(Shape bounds, Shape shape, Color color) {
    Area inside = new Area(shape);
    inside.intersect(new Area(bounds));
    fill(inside, color);
  }

  void stroke(Shape shape, double width, Color color) {
    use(color);
    graphics.setStroke(Theme.stroke(width));
    graphics.draw(shape);
  }

  void line(double x1, double y1, double x2, double y2, double width, Color color) {
    stroke(new Line2D.Double(x1, y1, x2, y2), width, color);
  }

  /** Draws a line of text to the right of x; answers with its width. */
  double text(String text, double x, double baseline, TextStyle style) {
    return draw(typesetter.line(text, style), x, baseline, style);
  }

  /** The same, shortened to a width where needed. */
  double text(String text, double x, double baseline, TextStyle style, double maxWidth) {
    return draw(typesetter.line(text, style, maxWidth), x, baseline, style);
  }

  /** Draws a number to the right of x, smaller where it is too wide: it would be wrong if cut. */
  void number(int number, double x, double baseline, TextStyle style, double maxWidth) {
    String text = Count.of(number);
    double width = width(text, style);
    text(text, x, baseline, width <= maxWidth ? style : style.scaled(maxWidth / width));
  }

  /** Draws a line of text to the left of x; answers with its width. */
  double textEndingAt(double x, String text, double baseline, TextStyle style) {
    TextLayout line = typesetter.line(text, style);
    return draw(line, x - line.getAdvance(), baseline, style);
  }

  double width(String text, TextStyle style) {
    return typesetter.line(text, style).getAdvance();
  }

  /** No letter leaves its line, however many marks are heaped on it. */
  private double draw(TextLayout line, double x, double baseline, TextStyle style) {
    Shape before = graphics.getClip();
    graphics.clip(
        AffineTransform.getTranslateInstance(x, baseline)
            .createTransformedShape(
                rounded(-4, -1.15 * style.size(), line.getAdvance() + 8, 1.6 * style.size(), 0)));
    use(style.color());
    line.draw(graphics, (float) x, (float) baseline);
    graphics.setClip(before);
    return line.getAdvance();
  }

  private void use(Color color) {
    colors.add(color.getRGB());
    graphics.setColor(color);
  }

  /** In pixels. */
  int width() {
    return image.getWidth();
  }

  /** In pixels. */
  int height() {
    return image.getHeight();
  }

  /** What was drawn so far, as a PNG file. */
  byte[] png() {
    return IndexedPng.encode(image, colors, MAX_BYTES);
  }

  @Override
  public void close() {
    graphics.dispose();
  }
}
