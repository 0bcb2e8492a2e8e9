package dev.cairn.platform.slack.render;

import dev.cairn.chat.Platform;
import dev.cairn.chat.reply.RichText;
import dev.cairn.chat.reply.Span;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Text in Slack's markup, where the markup can say it faithfully. It cannot where literal text has
 * characters that Slack would read as formatting ({@code *}, {@code _}, a quote sign at the start
 * of a line, {@code :smile:}), for which Slack has no escape, or where bold touches a letter.
 */
public final class Mrkdwn {
  private static final Pattern READ_AS_FORMATTING =
      Pattern.compile("[*_~`]|^\\s*>|:[\\w+-]+:", Pattern.MULTILINE);
  private static final Pattern SPAN_TEXT = Pattern.compile("\\S|\\S[^\\n]*\\S");

  /** Of {@code &}, in characters. */
  static final int LONGEST_ESCAPE = 5;

  private Mrkdwn() {}

  /** The markup of a text; empty where it would not show what the text says. */
  static Optional<String> of(RichText text, Rendition rendition) {
    StringBuilder markup = new StringBuilder();
    List<Span> spans = text.spans();
    for (int i = 0; i < spans.size(); i++) {
      Optional<String> part = of(spans.get(i), rendition);
      if (part.isEmpty() || (isStyled(spans.get(i)) && !standsAlone(spans, i))) {
        return Optional.empty();
      }
      markup.append(part.get());
    }
    // A pattern may only come about where two plain spans meet.
    return READ_AS_FORMATTING.matcher(plainRuns(spans)).find()
        ? Optional.empty()
        : Optional.of(markup.toString());
  }

  /** The three characters with which Slack's own sequences begin and end. */
  public static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }

  private static Optional<String> of(Span span, Rendition rendition) {
    return switch (span) {
      case Span.Plain(String text) -> Optional.of(escaped(text));
      case Span.Bold(String text) ->
          SPAN_TEXT.matcher(text).matches() && !READ_AS_FORMATTING.matcher(text).find()
              ? Optional.of("*" + escaped(text) + "*")
              : Optional.empty();
      case Span.Code(String text) -> code(text);
      case Span.Command command -> code(rendition.typed(command));
      case Span.Link(String label, URI target) -> link(label, target.toString());
      case Span.Mention mention ->
          Optional.of(
              rendition.notifies(mention)
                  ? "<@" + mention.account().user() + ">"
                  : escaped("@" + mention.account().name()));
      case Span.Channel(var platform, var channel) ->
          Optional.of(
              platform == Platform.SLACK
                  ? "<#" + escaped(channel.id()) + ">"
                  : escaped("#" + channel.name()));
      case Span.Moment moment ->
          Optional.of(
              "<!date^%d^%s|%s>"
                  .formatted(
                      moment.at().getEpochSecond(),
                      SlackDates.format(moment.style()),
                      escaped(SlackDates.fallback(moment))));
    };
  }

  private static Optional<String> code(String text) {
    return SPAN_TEXT.matcher(text).matches() && text.indexOf('`') < 0
        ? Optional.of("`" + escaped(text) + "`")
        : Optional.empty();
  }

  private static Optional<String> link(String label, String target) {
    boolean faithful =
        !label.isBlank()
            && label.indexOf('\n') < 0
            && label.indexOf('|') < 0
            && target.indexOf('|') < 0
            && !READ_AS_FORMATTING.matcher(label).find();
    return faithful
        ? Optional.of("<" + escaped(target) + "|" + escaped(label) + ">")
        : Optional.empty();
  }

  private static boolean isStyled(Span span) {
    return span instanceof Span.Bold || span instanceof Span.Code || span instanceof Span.Command;
  }

  /** Slack formats only what stands between spaces, line breaks or a few signs. */
  private static boolean standsAlone(List<Span> spans, int index) {
    boolean before =
        index == 0 || (spans.get(index - 1) instanceof Span.Plain(String text) && endsOpen(text));
    boolean after =
        index == spans.size() - 1
            || (spans.get(index + 1) instanceof Span.Plain(String text) && startsClosed(text));
    return before && after;
  }

  private static boolean endsOpen(String text) {
    return text.isEmpty()
        || Character.isWhitespace(text.charAt(text.length() - 1))
        || text.endsWith("(");
  }

  private static boolean startsClosed(String text) {
    return text.isEmpty()
        || Character.isWhitespace(text.charAt(0))
        || ".,:;!?)".indexOf(text.charAt(0)) >= 0;
  }

  private static String plainRuns(List<Span> spans) {
    StringBuilder runs = new StringBuilder();
    for (Span span : spans) {
      switch (span) {
        case Span.Plain(String text) -> runs.append(text);
        case Span.Mention mention -> runs.append('@').append(mention.account().name());
        // A sign that is no formatting, so that nothing is read across the span.
        case Span.Bold bold -> runs.append('.');
        case Span.Code code -> runs.append('.');
        case Span.Command command -> runs.append('.');
        case Span.Link link -> runs.append('.');
        case Span.Channel channel -> runs.append('.');
        case Span.Moment moment -> runs.append('.');
      }
    }
    return runs.toString();
  }
}
