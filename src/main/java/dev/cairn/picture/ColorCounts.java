package dev.cairn.picture;

import java.util.Arrays;

/**
 * The colours of a drawing, numbered as they first come, how many pixels have each, and the pixels
 * as runs of one colour.
 */
final class ColorCounts {
  /** What is shorter is done faster one by one. */
  private static final int SHORT = 16;

  private final int pixels;

  /** A table of colours by their hash; what is in use has a number above 0 beside it. */
  private int[] table = new int[1024];

  private int[] numbers = new int[1024];
  private int[] colors = new int[512];
  private int[] counts = new int[512];
  private int size;

  /** Two to a run: the number of its colour, and how many pixels it has. */
  private int[] runs = new int[1 << 14];

  private int runsEnd;

  private ColorCounts(int pixels) {
    this.pixels = pixels;
  }

  /** Counts these pixels. */
  static ColorCounts of(int[] pixels) {
    ColorCounts counted = new ColorCounts(pixels.length);
    for (int start = 0; start < pixels.length; ) {
      int end = endOfRun(pixels, start);
      counted.add(pixels[start], end - start);
      start = end;
    }
    return counted;
  }

  private static int endOfRun(int[] pixels, int start) {
    int color = pixels[start];
    int soon = Math.min(pixels.length, start + SHORT);
    int end = start + 1;
    while (end < soon && pixels[end] == color) {
      end++;
    }
    if (end < soon || end == pixels.length) {
      return end;
    }
    // Long runs by what compares many pixels at once: the first that differs from the next one.
    int differs = Arrays.mismatch(pixels, end - 1, pixels.length - 1, pixels, end, pixels.length);
    return differs < 0 ? pixels.length : end + differs;
  }

  private void add(int color, int length) {
    int number = number(color);
    counts[number] += length;
    if (runsEnd == runs.length) {
      runs = Arrays.copyOf(runs, 2 * runs.length);
    }
    runs[runsEnd++] = number;
    runs[runsEnd++] = length;
  }

  private int number(int color) {
    int slot = slot(color);
    if (numbers[slot] > 0) {
      return numbers[slot] - 1;
    }
    if (size == colors.length) {
      grow();
      slot = slot(color);
    }
    colors[size] = color;
    size++;
    table[slot] = color;
    numbers[slot] = size;
    return size - 1;
  }

  private int slot(int color) {
    int mask = table.length - 1;
    int slot = ((color * 0x9E3779B1) >>> 8) & mask;
    while (numbers[slot] > 0 && table[slot] != color) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  private void grow() {
    colors = Arrays.copyOf(colors, 2 * colors.length);
    counts = Arrays.copyOf(counts, 2 * counts.length);
    table = new int[2 * table.length];
    numbers = new int[table.length];
    for (int i = 0; i < size; i++) {
      int slot = slot(colors[i]);
      table[slot] = colors[i];
      numbers[slot] = i + 1;
    }
  }

  /** How many colours there are. */
  int size() {
    return size;
  }

  /** A colour, as ARGB. */
  int color(int number) {
    return colors[number];
  }

  /** How many pixels have it. */
  int count(int number) {
    return counts[number];
  }

  /**
   * The pixels as indexes of a palette, each in the nearest colour, with a zero before every row.
   */
  byte[] indexed(int[] palette, int width) {
    byte[] nearest = new byte[size];
    for (int i = 0; i < size; i++) {
      nearest[i] = (byte) nearest(colors[i], palette);
    }
    byte[] rows = new byte[pixels + pixels / width];
    int at = 0;
    int leftInRow = 0;
    for (int run = 0; run < runsEnd; run += 2) {
      byte index = nearest[runs[run]];
      int left = runs[run + 1];
      while (left > 0) {
        if (leftInRow == 0) {
          at++;
          leftInRow = width;
        }
        int part = Math.min(left, leftInRow);
        fill(rows, at, part, index);
        at += part;
        left -= part;
        leftInRow -= part;
      }
    }
    return rows;
  }

  /** Doubles what is filled already, which copies many bytes at once. */
  private static void fill(byte[] rows, int start, int length, byte index) {
    int filled = Math.min(length, SHORT);
    for (int i = 0; i < filled; i++) {
      rows[start + i] = index;
    }
    while (filled < length) {
      int more = Math.min(filled, length - filled);
      System.arraycopy(rows, start, rows, start + filled, more);
      filled += more;
    }
  }

  private static int nearest(int color, int[] palette) {
    int nearest = 0;
    int least = Integer.MAX_VALUE;
    for (int i = 0; i < palette.length && least > 0; i++) {
      int distance = distance(color, palette[i]);
      if (distance < least) {
        least = distance;
        nearest = i;
      }
    }
    return nearest;
  }

  private static int distance(int one, int other) {
    int alpha = (one >>> 24) - (other >>> 24);
    int red = (one >>> 16 & 0xFF) - (other >>> 16 & 0xFF);
    int green = (one >>> 8 & 0xFF) - (other >>> 8 & 0xFF);
    int blue = (one & 0xFF) - (other & 0xFF);
    return alpha * alpha + red * red + green * green + blue * blue;
  }
}
