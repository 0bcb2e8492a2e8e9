package dev.cairn.platform.slack.render;

import dev.cairn.chat.Account;
import dev.cairn.chat.reply.Image;
import dev.cairn.chat.reply.PlainText;
import dev.cairn.chat.reply.Span;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * How a reply is to be drawn.
 *
 * @param owner the user to whom it answers; may change it in place by its buttons
 * @param pings whom it may notify, or null for nobody
 * @param nativeTables whether the surface knows table blocks
 * @param pictures where each picture is to be found
 * @param command the word of our one slash command, without the slash
 */
public record Rendition(
    String owner,
    @Nullable Account pings,
    boolean nativeTables,
    Function<Image, PictureSource> pictures,
    String command) {

  /** For a message to this user, with pictures told in words. */
  public static Rendition of(String owner, String command) {
    return new Rendition(owner, null, true, image -> new PictureSource.InWords(), command);
  }

  public Rendition withPictures(Function<Image, PictureSource> where) {
    return new Rendition(owner, pings, nativeTables, where, command);
  }

  /** Without anything that Slack may refuse on some surface. */
  public Rendition plainer() {
    return new Rendition(owner, pings, false, image -> new PictureSource.InWords(), command);
  }

  /** Without tables, on a surface that knows none. */
  Rendition withoutTables() {
    return new Rendition(owner, pings, false, pictures, command);
  }

  /** How a command is typed: all of ours follow one word. */
  String typed(Span.Command given) {
    return "/" + command + " " + given.line();
  }

  /** Plain text as it is read in Slack. */
  public PlainText plainText() {
    return PlainText.writing(this::typed);
  }

  boolean notifies(Span.Mention mention) {
    return pings != null && pings.isSameAs(mention.account());
  }
}
