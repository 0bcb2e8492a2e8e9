package dev.cairn.feature;

import dev.cairn.chat.reply.Image;
import dev.cairn.picture.Drawing;
import dev.cairn.picture.PictureCache;
import dev.cairn.picture.PicturePainter;
import java.util.function.Supplier;

/** Pictures for replies. Each is drawn when a platform first sends it, and kept for a while. */
public final class Pictures {
  /** A small heap gives less. */
  private static final long KEPT_BYTES = Math.min(16L << 20, Runtime.getRuntime().maxMemory() / 16);

  private final PictureCache cache = new PictureCache(new PicturePainter(), KEPT_BYTES);

  /** The picture of a drawing. */
  public Image of(Drawing drawing) {
    return Image.drawnBy(new Painting(cache, drawing), drawing.fileName(), drawing.altText());
  }

  /** What became of them so far. */
  public PictureCache.Statistics statistics() {
    return cache.statistics();
  }

  /** What yields a picture: the same for the same drawing, so that equal replies are equal. */
  private record Painting(PictureCache cache, Drawing drawing) implements Supplier<byte[]> {
    @Override
    public byte[] get() {
      return cache.picture(drawing).png();
    }
  }
}
