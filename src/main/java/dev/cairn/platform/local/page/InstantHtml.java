package dev.cairn.platform.local.page;

import static j2html.TagCreator.time;

import dev.cairn.chat.reply.Span;
import j2html.tags.DomContent;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Instants in words. The playground shows all of them in UTC, the zone its members start in. */
final class InstantHtml {
  static final DateTimeFormatter CLOCK = format("EEE, d MMM yyyy, HH:mm");
  static final DateTimeFormatter DAY = format("EEEE, d MMMM yyyy");
  static final DateTimeFormatter TIME = format("HH:mm");
  static final DateTimeFormatter FIELD = format("yyyy-MM-dd'T'HH:mm");

  private static final DateTimeFormatter DATE = format("d MMMM yyyy");
  private static final DateTimeFormatter DATE_TIME = format("d MMMM yyyy 'at' HH:mm 'UTC'");

  private InstantHtml() {}

  private static DateTimeFormatter format(String pattern) {
    return DateTimeFormatter.ofPattern(pattern, Locale.UK).withZone(ZoneOffset.UTC);
  }

  static DomContent html(Instant at, Span.Moment.Style style, Instant now) {
    String text =
        switch (style) {
          case DATE -> DATE.format(at);
          case DATE_TIME -> DATE_TIME.format(at);
          case RELATIVE -> relative(Duration.between(now, at));
        };
    return time(text).attr("datetime", at.toString()).withTitle(DATE_TIME.format(at));
  }

  /** The distance to an instant in the largest unit that fits, rounded. */
  static String relative(Duration ahead) {
    long minutes = ahead.abs().plusSeconds(30).toMinutes();
    long hours = (minutes + 30) / 60;
    long days = (hours + 12) / 24;
    if (minutes == 0) {
      return "just now";
    }
    String amount =
        minutes < 60
            ? count(minutes, "minute")
            : hours < 24 ? count(hours, "hour") : count(days, "day");
    return ahead.isNegative() ? amount + " ago" : "in " + amount;
  }

  private static String count(long number, String unit) {
    return number + " " + unit + (number == 1 ? "" : "s");
  }
}
