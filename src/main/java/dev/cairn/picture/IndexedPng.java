package dev.cairn.picture;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Set;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/**
 * Writes a drawing of few colours as a PNG with a palette, which makes it small. The same drawing
 * always becomes the same bytes.
 */
final class IndexedPng {
  private static final int MOST_COLORS = 128;
  private static final int FEWEST_COLORS = 32;

  /** The next level makes files an eighth smaller, and drawing them a third slower. */
  private static final int DEFLATE_LEVEL = 3;

  private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};
  private static final byte BITS = 8;
  private static final byte INDEXED = 3;

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
    ColorCounts counts = ColorCounts.of(pixels);
    int[] byWeight = byWeight(counts, exact);
    byte[] png = write(image, counts, byWeight, DEFLATE_LEVEL);
    for (int colors = MOST_COLORS / 2;
        png.length > maxBytes && colors >= FEWEST_COLORS;
        colors /= 2) {
      png = write(image, counts, first(colors, byWeight), DEFLATE_LEVEL);
    }
    return png.length > maxBytes
        ? write(image, counts, first(FEWEST_COLORS, byWeight), Deflater.BEST_COMPRESSION)
        : png;
  }

  private static int[] first(int most, int[] colors) {
    return Arrays.copyOf(colors, Math.min(most, colors.length));
  }

  /** The colours to draw in: first the exact ones, then those of most pixels, then the least. */
  private static int[] byWeight(ColorCounts counts, Set<Integer> exact) {
    long[] keys = new long[counts.size()];
    for (int i = 0; i < keys.length; i++) {
      int color = counts.color(i);
      long rank = (long) Integer.MAX_VALUE - counts.count(i);
      // The sign comes first, and the colour is turned so that the order of bits is that of
      // numbers.
      keys[i] =
          (exact.contains(color) ? Long.MIN_VALUE : 0)
              | rank << Integer.SIZE
              | Integer.toUnsignedLong(color ^ Integer.MIN_VALUE);
    }
    Arrays.sort(keys);
    return Arrays.stream(keys)
        .limit(MOST_COLORS)
        .mapToInt(key -> (int) key ^ Integer.MIN_VALUE)
        .toArray();
  }

  private static byte[] write(BufferedImage image, ColorCounts counts, int[] colors, int level) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(SIGNATURE);
    chunk(out, "IHDR", header(image.getWidth(), image.getHeight()));
    byte[] rgb = new byte[3 * colors.length];
    byte[] alpha = new byte[colors.length];
    for (int i = 0; i < colors.length; i++) {
      rgb[3 * i] = (byte) (colors[i] >>> 16);
      rgb[3 * i + 1] = (byte) (colors[i] >>> 8);
      rgb[3 * i + 2] = (byte) colors[i];
      alpha[i] = (byte) (colors[i] >>> 24);
    }
    chunk(out, "PLTE", rgb);
    chunk(out, "tRNS", alpha);
    chunk(out, "IDAT", deflated(counts.indexed(colors, image.getWidth()), level));
    chunk(out, "IEND", new byte[0]);
    return out.toByteArray();
  }

  /** No interlacing, and the only methods of compression and filtering there are. */
  private static byte[] header(int width, int height) {
    ByteArrayOutputStream header = new ByteArrayOutputStream();
    writeInt(header, width);
    writeInt(header, height);
    header.writeBytes(new byte[] {BITS, INDEXED, 0, 0, 0});
    return header.toByteArray();
  }

  private static byte[] deflated(byte[] bytes, int level) {
    Deflater deflater = new Deflater(level);
    try {
      deflater.setInput(bytes);
      deflater.finish();
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      byte[] buffer = new byte[16 * 1024];
      while (!deflater.finished()) {
        out.write(buffer, 0, deflater.deflate(buffer));
      }
      return out.toByteArray();
    } finally {
      deflater.end();
    }
  }

  private static void chunk(ByteArrayOutputStream out, String type, byte[] data) {
    byte[] name = type.getBytes(StandardCharsets.US_ASCII);
    CRC32 sum = new CRC32();
    sum.update(name);
    sum.update(data);
    writeInt(out, data.length);
    out.writeBytes(name);
    out.writeBytes(data);
    writeInt(out, (int) sum.getValue());
  }

  private static void writeInt(ByteArrayOutputStream out, int value) {
    for (int shift = 24; shift >= 0; shift -= 8) {
      out.write(value >>> shift);
    }
  }
}
