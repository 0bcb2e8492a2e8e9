package dev.cairn.platform.slack.render;

import dev.cairn.chat.reply.RichText;
import dev.cairn.chat.reply.Span;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/** Cuts a long text into pieces that fit, at line ends or spaces where there are any. */
final class TextSplitter {
  /** More than the markup around any one span takes. */
  private static final int MARKUP = 120;

  private final int max;
  private final List<RichText> pieces = new ArrayList<>();
  private List<Span> piece = new ArrayList<>();
  private int used;

  private TextSplitter(int max) {
    this.max = max;
  }

  /**
   * The text in pieces whose {@link #cost} is at most {@code max}. Nothing is left out.
   *
   * @param max at least 300
   */
  static List<RichText> split(RichText text, int max) {
    TextSplitter splitter = new TextSplitter(max);
    for (Span span : text.spans()) {
      splitter.add(span);
    }
    splitter.finishPiece();
    return splitter.pieces;
  }

  /** At most how many characters a text takes in Slack's markup. */
  static int cost(RichText text) {
    return text.spans().stream().mapToInt(TextSplitter::cost).sum();
  }

  static int cost(String text) {
    return text.length() + escapes(text);
  }

  private static int cost(Span span) {
    return switch (span) {
      case Span.Plain(String text) -> cost(text);
      case Span.Bold(String text) -> cost(text) + 2;
      case Span.Code(String text) -> cost(text) + 2;
      case Span.Command command -> cost(command.line()) + MARKUP;
      case Span.Link(String label, URI target) -> cost(label) + cost(target.toString()) + 3;
      case Span.Mention mention -> cost(mention.account().name()) + MARKUP;
      case Span.Channel(var platform, var channel) -> cost(channel.name()) + MARKUP;
      case Span.Moment moment -> MARKUP;
    };
  }

  private static int escapes(String text) {
    return text.chars().map(c -> c == '&' ? 4 : c == '<' || c == '>' ? 3 : 0).sum();
  }

  private void add(Span span) {
    if (used + cost(span) <= max) {
      piece.add(span);
      used += cost(span);
      return;
    }
    switch (span) {
      case Span.Plain(String text) -> addInParts(text, Span.Plain::new);
      case Span.Bold(String text) -> addInParts(text, Span.Bold::new);
      case Span.Code(String text) -> addInParts(text, Span.Code::new);
      case Span.Link link when cost(link) > max ->
          addInParts(link.label() + " (" + link.target() + ")", Span.Plain::new);
      case Span.Mention mention when cost(mention) > max ->
          addInParts("@" + mention.account().name(), Span.Plain::new);
      case Span.Channel channel when cost(channel) > max ->
          addInParts("#" + channel.channel().name(), Span.Plain::new);
      case Span.Command command when cost(command) > max ->
          addInParts(command.typed(), Span.Code::new);
      case Span.Command command -> addToNext(command);
      case Span.Link link -> addToNext(link);
      case Span.Channel channel -> addToNext(channel);
      case Span.Mention mention -> addToNext(mention);
      case Span.Moment moment -> addToNext(moment);
    }
  }

  private void addToNext(Span span) {
    finishPiece();
    add(span);
  }

  private interface Styled {
    Span of(String text);
  }

  private void addInParts(String text, Styled styled) {
    String rest = text;
    while (!rest.isEmpty()) {
      int room = max - used - 2;
      int end = fitting(rest, room);
      if (end == 0) {
        finishPiece();
        continue;
      }
      Span part = styled.of(rest.substring(0, end));
      piece.add(part);
      used += cost(part);
      rest = rest.substring(end);
      if (!rest.isEmpty()) {
        finishPiece();
      }
    }
  }

  /** How many characters from the start fit, ending after a line or a word where one ends. */
  private int fitting(String text, int room) {
    int end = 0;
    int cost = 0;
    int lineEnd = 0;
    int wordEnd = 0;
    while (end < text.length()) {
      int c = text.codePointAt(end);
      int width = Character.charCount(c);
      cost += width + (c == '&' ? 4 : c == '<' || c == '>' ? 3 : 0);
      if (cost > room) {
        if (lineEnd > end / 2) {
          return lineEnd;
        }
        // A word that does not fit after other text may fit at the start of the next piece.
        return wordEnd > 0 || !piece.isEmpty() ? wordEnd : end;
      }
      end += width;
      if (c == '\n') {
        lineEnd = end;
      }
      if (Character.isWhitespace(c)) {
        wordEnd = end;
      }
    }
    return end;
  }

  private void finishPiece() {
    if (!piece.isEmpty()) {
      pieces.add(new RichText(piece));
      piece = new ArrayList<>();
      used = 0;
    }
  }
}
