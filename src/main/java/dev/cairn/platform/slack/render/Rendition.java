package dev.cairn.platform.slack.render;

import dev.cairn.chat.Account;
import dev.cairn.chat.Value;
import dev.cairn.chat.reply.Image;
import dev.cairn.chat.reply.PlainText;
import dev.cairn.chat.reply.Span;
import dev.cairn.connection.Ping;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How a reply is to be drawn.
 *
 * @param owner the user to whom it answers; may change it in place by its buttons
 * @param pings whom it mentions, or null for nobody
 * @param silent whether it notifies nobody all the same, as when it changes a message
 * @param nativeTables whether the surface knows table blocks
 * @param pictures where each picture is to be found
 * @param command the word of our one slash command, without the slash
 */
public record Rendition(
    String owner,
    @Nullable Ping pings,
    boolean silent,
    boolean nativeTables,
    Function<Image, PictureSource> pictures,
    String command) {
  /** How Slack writes the id of a user group. */
  public static final Pattern USER_GROUP = Pattern.compile("S[A-Z0-9]{6,}");

  /** For a message to this user, with pictures told in words. */
  public static Rendition of(String owner, String command) {
    return new Rendition(owner, null, false, true, image -> new PictureSource.InWords(), command);
  }

  public Rendition withPictures(Function<Image, PictureSource> where) {
    return new Rendition(owner, pings, silent, nativeTables, where, command);
  }

  /** Without anything that Slack may refuse on some surface. */
  public Rendition plainer() {
    return new Rendition(
        owner, pings, silent, false, image -> new PictureSource.InWords(), command);
  }

  /** Without tables, on a surface that knows none. */
  Rendition withoutTables() {
    return new Rendition(owner, pings, silent, false, pictures, command);
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
    return pings instanceof Ping.OfMember(Account account) && account.isSameAs(mention.account());
  }

  /**
   * What stands above a message that is for a user group; empty for any other. It mentions the
   * group where it notifies it, and names it where it does not.
   */
  Optional<String> heading() {
    if (!(pings instanceof Ping.OfRole(Value.Role group))) {
      return Optional.empty();
    }
    return Optional.of(
        silent || !USER_GROUP.matcher(group.id()).matches()
            ? Mrkdwn.escaped("@" + group.name())
            : "<!subteam^" + group.id() + ">");
  }
}
