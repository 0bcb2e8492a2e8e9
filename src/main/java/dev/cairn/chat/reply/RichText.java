package dev.cairn.chat.reply;

import dev.cairn.chat.Account;
import dev.cairn.chat.Action;
import dev.cairn.chat.CommandName;
import dev.cairn.chat.Direction;
import dev.cairn.chat.Platform;
import dev.cairn.chat.Value;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Text made of spans, never of raw markup. A line break is {@code \n} inside a span.
 *
 * @param spans in reading order
 */
public record RichText(List<Span> spans) {

  public static final RichText EMPTY = new RichText(List.of());

  public RichText {
    spans = List.copyOf(spans);
  }

  /** Plain text. */
  public static RichText of(String text) {
    return EMPTY.plain(text);
  }

  /** Several texts, with a separator between them. */
  public static RichText join(String separator, List<RichText> texts) {
    List<Span> spans = new ArrayList<>();
    for (RichText text : texts) {
      if (!spans.isEmpty()) {
        spans.add(new Span.Plain(separator));
      }
      spans.addAll(text.spans);
    }
    return new RichText(spans);
  }

  public RichText plain(String text) {
    return plus(new Span.Plain(text));
  }

  /** Text that stands out; a name among other words, which keeps to its own direction. */
  public RichText bold(String text) {
    return plus(new Span.Bold(Direction.isolated(text)));
  }

  public RichText code(String text) {
    return plus(new Span.Code(text));
  }

  /** A command to give, by its words. */
  public RichText command(String words) {
    return command(words, "");
  }

  /**
   * A command to give, by its words.
   *
   * @param rest what is typed after them, or a hint of what may be
   */
  public RichText command(String words, String rest) {
    return plus(new Span.Command(CommandName.of(words), rest));
  }

  /** The command that an action gives. */
  public RichText command(Action action) {
    return plus(Span.Command.of(action));
  }

  public RichText link(String label, URI target) {
    return plus(new Span.Link(label, target));
  }

  public RichText mention(Account account) {
    return plus(new Span.Mention(account));
  }

  public RichText channel(Platform platform, Value.Channel channel) {
    return plus(new Span.Channel(platform, channel));
  }

  public RichText moment(Instant at, Span.Moment.Style style) {
    return plus(new Span.Moment(at, style));
  }

  /** This text followed by another. */
  public RichText then(RichText other) {
    List<Span> more = new ArrayList<>(spans);
    more.addAll(other.spans);
    return new RichText(more);
  }

  /** This text followed by one more span. */
  public RichText then(Span span) {
    return plus(span);
  }

  private RichText plus(Span... more) {
    return then(new RichText(Arrays.asList(more)));
  }
}
