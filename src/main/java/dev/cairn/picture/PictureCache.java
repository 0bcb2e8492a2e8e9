package dev.cairn.picture;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

/** Draws each picture once for as long as it is asked for, within a bound of memory. */
public final class PictureCache {
  /** What a drawing, a picture and their entry take besides their bytes and text, roughly. */
  private static final int OVERHEAD_BYTES = 2048;

  private final PicturePainter painter;
  private final Cache<Drawing, Picture> pictures;

  /**
   * Keeps nothing yet.
   *
   * @param maxBytes how much memory the pictures kept may take, about
   */
  public PictureCache(PicturePainter painter, long maxBytes) {
    this.painter = painter;
    this.pictures =
        Caffeine.newBuilder()
            .maximumWeight(maxBytes)
            .weigher(PictureCache::weight)
            .executor(Runnable::run)
            .build();
  }

  /** The picture of a drawing, drawn now or before. */
  public Picture picture(Drawing drawing) {
    return pictures.get(drawing, painter::paint);
  }

  private static int weight(Drawing drawing, Picture picture) {
    return OVERHEAD_BYTES + picture.size() + Character.BYTES * picture.altText().length();
  }
}
