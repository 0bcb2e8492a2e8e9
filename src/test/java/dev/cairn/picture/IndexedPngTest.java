package dev.cairn.picture;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Random;
import java.util.Set;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class IndexedPngTest {
  private static final int PLENTY = 1 << 20;

  @Test
  void everyPixelComesBackWhereAPaletteHasRoomForAllColours() throws IOException {
    Random random = new Random(1);
    for (int round = 0; round < 40; round++) {
      int[] colors = random.ints(1 + random.nextInt(100)).toArray();
      BufferedImage drawn =
          image(
              1 + random.nextInt(90),
              1 + random.nextInt(50),
              // Runs of all lengths, some over the ends of rows.
              i -> colors[(i / (1 + random.nextInt(60))) % colors.length]);

      BufferedImage read = read(IndexedPng.encode(drawn, Set.of(), PLENTY));

      assertThat(read.getColorModel()).isInstanceOf(IndexColorModel.class);
      assertThat(pixels(read)).as("round %d", round).isEqualTo(pixels(drawn));
    }
  }

  @Test
  void theExactColoursStayAndOthersComeNearThem() throws IOException {
    // A thousand blends of two colours, of which few pixels have the second itself.
    BufferedImage drawn = image(100, 100, i -> 0xFF000000 | (i % 1000) << 4);
    drawn.setRGB(99, 99, 0xFFFF00FF);

    BufferedImage read = read(IndexedPng.encode(drawn, Set.of(0xFFFF00FF), PLENTY));

    assertThat(read.getRGB(99, 99)).isEqualTo(0xFFFF00FF);
    assertThat(colors(read)).isEqualTo(128);
  }

  @Test
  void fewerColoursWhereTheFileWouldBeTooLarge() throws IOException {
    Random random = new Random(2);
    BufferedImage drawn = image(200, 200, i -> 0xFF000000 | random.nextInt(1 << 24));

    byte[] large = IndexedPng.encode(drawn, Set.of(), PLENTY);
    byte[] small = IndexedPng.encode(drawn, Set.of(), large.length - 1);

    assertThat(small.length).isLessThan(large.length);
    assertThat(colors(read(small))).isEqualTo(64);
  }

  private static BufferedImage image(int width, int height, IntUnaryOperator color) {
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
    IntStream.range(0, width * height)
        .forEach(i -> image.setRGB(i % width, i / width, color.applyAsInt(i)));
    return image;
  }

  private static BufferedImage read(byte[] png) throws IOException {
    return ImageIO.read(new ByteArrayInputStream(png));
  }

  private static long colors(BufferedImage image) {
    return Arrays.stream(pixels(image)).distinct().count();
  }

  private static int[] pixels(BufferedImage image) {
    return image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
  }
}
