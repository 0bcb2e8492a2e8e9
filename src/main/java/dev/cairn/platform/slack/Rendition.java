package dev.cairn.platform.slack;

import dev.cairn.chat.Account;
import dev.cairn.chat.Image;
import dev.cairn.chat.Span;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * How a reply is to be drawn.
 *
 * @param owner the user to whom it answers; may change it in place by its buttons
 * @param pings whom it may notify, or null for nobody
 * @param nativeTables whether the surface knows table blocks
 * @param pictures where each picture is to be found
 */
record Rendition(
    String owner,
    @Nullable Account pings,
    boolean nativeTables,
    Function<Image, PictureSource> pictures) {

  /** For a message to this user, with pictures told in words. */
  static Rendition of(String owner) {
    return new Rendition(owner, null, true, image -> new PictureSource.InWords());
  }

  Rendition withPictures(Function<Image, PictureSource> where) {
    return new Rendition(owner, pings, nativeTables, where);
  }

  /** Without anything that Slack may refuse on some surface. */
  Rendition plainer() {
    return new Rendition(owner, pings, false, image -> new PictureSource.InWords());
  }

  boolean notifies(Span.Mention mention) {
    return pings != null && pings.isSameAs(mention.account());
  }
}
