package dev.cairn.picture;

import static java.util.Comparator.comparing;
import static java.util.Comparator.naturalOrder;
import static java.util.Comparator.reverseOrder;

import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.awt.image.DataBufferByte;
import java.awt.image.DataBufferInt;
import java.awt.image.IndexColorModel;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/**
 * Writes a drawing of few colours as a PNG with a palette, which makes it small. The same drawing
 * always becomes the same bytes.
 */
final class IndexedPng {
  private static final int MOST_COLORS = 128;
  private static final int FEWEST_COLORS = 32;

  private IndexedPng() {}

  /**
   * Encodes a drawing in as many colours as go into so many bytes, the exact ones first. Of the
   * blends along their edges the rarest are drawn in the nearest colour there is room for.
   *
   * @param image of type {@link BufferedImage#TYPE_INT_ARGB}
   * @param exact at most {@value #FEWEST_COLORS} colours, as ARGB, to keep as they are
   * @param maxBytes the size to keep to, as far as the fewest colours allow
   */
  static byte[] encode(BufferedImage image, Set<Integer> exact, int maxBytes) {
    int[] pixels = ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
    Map<Integer, Integer> counts = counts(pixels);
    List<Integer> byWeight =
        counts.keySet().stream()
            .sorted(
                comparing((Integer color) -> !exact.contains(color))
                    .thenComparing(counts::get, reverseOrder())
                    .thenComparing(naturalOrder()))
            .limit(MOST_COLORS)
            .toList();
    byte[] png = write(indexed(image, pixels, byWeight));
    for (int colors = MOST_COLORS / 2;
        png.length > maxBytes && colors >= FEWEST_COLORS;
        colors /= 2) {
      List<Integer> fewer = byWeight.subList(0, Math.min(colors, byWeight.size()));
      png = write(indexed(image, pixels, fewer));
    }
    return png;
  }

  private static Map<Integer, Integer> counts(int[] pixels) {
    Map<Integer, Integer> counts = new HashMap<>();
    for (int start = 0; start < pixels.length; ) {
      int end = endOfRun(pixels, start);
      counts.merge(pixels[start], end - start, Integer::sum);
      start = end;
    }
    return counts;
  }

  private static BufferedImage indexed(BufferedImage image, int[] pixels, List<Integer> palette) {
    int[] colors = palette.stream().mapToInt(Integer::intValue).toArray();
    BufferedImage indexed =
        new BufferedImage(
            image.getWidth(),
            image.getHeight(),
            BufferedImage.TYPE_BYTE_INDEXED,
            new IndexColorModel(8, colors.length, colors, 0, true, -1, DataBuffer.TYPE_BYTE));
    byte[] indexes = ((DataBufferByte) indexed.getRaster().getDataBuffer()).getData();
    Map<Integer, Byte> nearest = new HashMap<>();
    for (int start = 0; start < pixels.length; ) {
      int end = endOfRun(pixels, start);
      Arrays.fill(
          indexes,
          start,
          end,
          nearest.computeIfAbsent(pixels[start], color -> (byte) nearest(color, colors)));
      start = end;
    }
    return indexed;
  }

  private static int endOfRun(int[] pixels, int start) {
    int end = start + 1;
    while (end < pixels.length && pixels[end] == pixels[start]) {
      end++;
    }
    return end;
  }

  private static int nearest(int color, int[] colors) {
    int nearest = 0;
    for (int i = 1; i < colors.length; i++) {
      if (distance(color, colors[i]) < distance(color, colors[nearest])) {
        nearest = i;
      }
    }
    return nearest;
  }

  private static int distance(int one, int other) {
    int sum = 0;
    for (int shift = 0; shift < Integer.SIZE; shift += Byte.SIZE) {
      int difference = (one >>> shift & 0xFF) - (other >>> shift & 0xFF);
      sum += difference * difference;
    }
    return sum;
  }

  private static byte[] write(BufferedImage indexed) {
    ImageWriter writer = ImageIO.getImageWritersByFormatName("png").next();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
      ImageWriteParam param = writer.getDefaultWriteParam();
      param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
      param.setCompressionQuality(0.34f);
      writer.setOutput(out);
      writer.write(null, new IIOImage(indexed, null, null), param);
    } catch (IOException e) {
      throw new UncheckedIOException("memory refused to be written", e);
    } finally {
      writer.dispose();
    }
    return bytes.toByteArray();
  }
}
