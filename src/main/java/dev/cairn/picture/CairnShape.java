package dev.cairn.picture;

/**
 * The cairn beside a milestone.
 *
 * @param stones how many stones it has
 * @param height in points; a higher milestone's is always the higher one
 */
record CairnShape(int stones, double height) {
  private static final double LOWEST = 30;
  private static final double GROWTH = 160;
  private static final double SLOWNESS = 4;
  private static final int MOST_STONES = 12;

  /** The cairn of a threshold, from 1: each further stone takes about twice what the last took. */
  static CairnShape of(int threshold) {
    double size = Math.log1p(threshold);
    double grown = share(size) - share(Math.log1p(1));
    return new CairnShape(
        Math.clamp(Math.round(1.25 * size), 1, MOST_STONES), LOWEST + GROWTH * grown);
  }

  /** Grows with a size, ever slower, and never to one. */
  private static double share(double size) {
    return -Math.expm1(-size / SLOWNESS);
  }
}
