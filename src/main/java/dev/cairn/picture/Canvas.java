package dev.cairn.picture;

import dev.cairn.picture.text.FontLibrary;
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
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;

/** The panel that a picture is drawn on, in points from its top left corner. */
final class Canvas implements AutoCloseable {
  private static final int MAX_BYTES = 60 * 1024;

  private final Typesetter typesetter;
  private final BufferedImage image;
  private final Graphics2D graphics;
  private final Set<Integer> colors = new HashSet<>();

  Canvas(Typesetter typesetter, double height) {
    this(typesetter, Theme.WIDTH, height);
    paintPanel();
    graphics.scale(Theme.SCALE, Theme.SCALE);
  }

  private Canvas(Typesetter typesetter, double width, double height) {
    this.typesetter = typesetter;
    this.image =
        new BufferedImage(
            (int) Math.ceil(width * Theme.SCALE),
            (int) Math.ceil(height * Theme.SCALE),
            BufferedImage.TYPE_INT_ARGB);
    this.graphics = image.createGraphics();
    graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    graphics.setRenderingHint(
        RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
    graphics.setRenderingHint(
        RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
  }

  /**
   * Something small that is drawn the same again and again, on the panel's colour.
   *
   * @param colors that it was drawn in
   */
  record Stamp(BufferedImage image, Set<Integer> colors) {
    /** Draws it once. */
    static Stamp of(double size, Consumer<Canvas> drawn) {
      try (Canvas canvas = new Canvas(new Typesetter(new FontLibrary()), size, size)) {
        canvas.graphics.scale(Theme.SCALE, Theme.SCALE);
        canvas.fill(new Rectangle2D.Double(0, 0, size, size), Theme.PANEL);
        drawn.accept(canvas);
        return new Stamp(canvas.image, Set.copyOf(canvas.colors));
      }
    }
  }

  /** Only the rows of the corners have edges to smooth: all between is plain, and quick. */
  private void paintPanel() {
    int corner = (int) Math.ceil(Theme.CORNER * Theme.SCALE);
    int middle = image.getHeight() - 2 * corner;
    for (int top : new int[] {0, corner + middle}) {
      Graphics2D corners = (Graphics2D) graphics.create(0, top, image.getWidth(), corner);
      corners.translate(0, -top);
      corners.scale(Theme.SCALE, Theme.SCALE);
      corners.setColor(Theme.PANEL_EDGE);
      corners.fill(
          rounded(0, 0, Theme.WIDTH, image.getHeight() / (double) Theme.SCALE, Theme.CORNER));
      corners.setColor(Theme.PANEL);
      corners.fill(inside());
      corners.dispose();
    }
    use(Theme.PANEL_EDGE);
    graphics.fillRect(0, corner, image.getWidth(), middle);
    use(Theme.PANEL);
    graphics.fillRect(Theme.SCALE, corner, image.getWidth() - 2 * Theme.SCALE, middle);
  }

  /**
   * Puts a stamp on the panel, its top left corner here, where whole pixels begin. Far quicker than
   * drawing shapes, where the same ones come again and again.
   */
  void stamp(Stamp stamp, double x, double y) {
    colors.addAll(stamp.colors());
    AffineTransform scaled = graphics.getTransform();
    graphics.setTransform(new AffineTransform());
    graphics.drawImage(
        stamp.image(), (int) Math.round(x * Theme.SCALE), (int) Math.round(y * Theme.SCALE), null);
    graphics.setTransform(scaled);
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
    // A rectangle, because any other shape makes drawing within it slow.
    graphics.clip(
        new Rectangle2D.Double(
            x - 4, baseline - 1.15 * style.size(), line.getAdvance() + 8, 1.6 * style.size()));
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
