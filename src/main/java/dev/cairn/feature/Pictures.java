package dev.cairn.feature;

import dev.cairn.chat.Image;
import dev.cairn.picture.Drawing;
import dev.cairn.picture.PictureCache;
import dev.cairn.picture.PicturePainter;

/** Pictures for replies. Each is drawn when a platform first sends it, and kept for a while. */
public final class Pictures {
  private static final long KEPT_BYTES = 16L << 20;

  private final PictureCache cache = new PictureCache(new PicturePainter(), KEPT_BYTES);

  /** The picture of a drawing. */
  public Image of(Drawing drawing) {
    return Image.drawnBy(() -> cache.picture(drawing).png(), drawing.fileName(), drawing.altText());
  }
}
