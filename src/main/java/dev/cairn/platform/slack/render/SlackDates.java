package dev.cairn.platform.slack.render;

import dev.cairn.chat.reply.PlainText;
import dev.cairn.chat.reply.RichText;
import dev.cairn.chat.reply.Span;
import dev.cairn.chat.reply.Span.Moment.Style;
import java.util.List;

/** How Slack is told to show a moment in each reader's own zone. */
final class SlackDates {
  private SlackDates() {}

  /** Slack's date format for this style. */
  static String format(Style style) {
    return switch (style) {
      case RELATIVE -> "{ago}";
      case DATE -> "{date_long}";
      case DATE_TIME -> "{date_long} at {time}";
    };
  }

  /** What a client shows that cannot show dates. */
  static String fallback(Span.Moment moment) {
    return PlainText.of(new RichText(List.of(moment)));
  }
}
