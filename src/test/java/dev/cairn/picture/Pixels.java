package dev.cairn.picture;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;

/** What can be seen in a picture. */
final class Pixels {
  private final BufferedImage image;

  private Pixels(BufferedImage image) {
    this.image = image;
  }

  static Pixels of(Picture picture) {
    try {
      return new Pixels(ImageIO.read(new ByteArrayInputStream(picture.png())));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  int width() {
    return image.getWidth();
  }

  int height() {
    return image.getHeight();
  }

  /** The colour at a place given in points. */
  Color at(double x, double y) {
    return new Color(
        image.getRGB((int) (x * Theme.SCALE), (int) (y * Theme.SCALE)), /* hasalpha= */ true);
  }

  /** How many pixels have exactly a colour. */
  long count(Color color) {
    return IntStream.range(0, height()).mapToLong(y -> count(color, y)).sum();
  }

  /** How many pixels of a row of pixels have exactly a colour. */
  long count(Color color, int y) {
    return IntStream.range(0, width()).filter(x -> image.getRGB(x, y) == color.getRGB()).count();
  }

  /** The uppermost row of pixels with a colour. */
  int top(Color color) {
    return IntStream.range(0, height()).filter(y -> count(color, y) > 0).findFirst().orElseThrow();
  }

  /** The last pixel of a row of pixels with a colour. */
  int rightmost(Color color, int y) {
    return IntStream.range(0, width())
        .filter(x -> image.getRGB(x, y) == color.getRGB())
        .max()
        .orElseThrow();
  }
}
