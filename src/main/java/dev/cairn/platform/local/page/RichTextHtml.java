package dev.cairn.platform.local.page;

import static j2html.TagCreator.a;
import static j2html.TagCreator.button;
import static j2html.TagCreator.code;
import static j2html.TagCreator.each;
import static j2html.TagCreator.span;
import static j2html.TagCreator.strong;
import static j2html.TagCreator.text;

import dev.cairn.chat.reply.RichText;
import dev.cairn.chat.reply.Span;
import j2html.tags.DomContent;
import java.net.URI;
import java.time.Instant;
import java.util.Locale;

/** Rich text as HTML. */
final class RichTextHtml {
  private final Instant now;

  /** Text as it is read at this instant. */
  RichTextHtml(Instant now) {
    this.now = now;
  }

  DomContent of(RichText richText) {
    return each(richText.spans(), this::of);
  }

  private DomContent of(Span span) {
    return switch (span) {
      case Span.Plain(String text) -> text(text);
      case Span.Bold(String text) -> strong(text);
      case Span.Code(String text) -> code(text);
      case Span.Command command -> command(command);
      case Span.Link(String label, URI target) -> link(label, target);
      case Span.Mention(var account) -> span("@" + account.name()).withClass("mention");
      case Span.Channel(var platform, var channel) -> text("#" + channel.name());
      case Span.Moment(Instant at, Span.Moment.Style style) -> InstantHtml.html(at, style, now);
    };
  }

  /** Pressed, it is typed for the reader, up to where they have to say something themselves. */
  private static DomContent command(Span.Command command) {
    String known = "/" + command.name() + " " + command.rest().split("[\\[<…]", 2)[0];
    return button(command.typed())
        .withType("button")
        .withClass("command")
        .attr("data-types", known.stripTrailing() + (known.endsWith(":") ? "" : " "));
  }

  private static DomContent link(String label, URI target) {
    return isWeb(target)
        ? a(label).withHref(target.toString()).withTarget("_blank").withRel("noopener noreferrer")
        : text(label.equals(target.toString()) ? label : label + " (" + target + ")");
  }

  /** Whether an address is one that may be followed: not a script, not a file. */
  static boolean isWeb(URI target) {
    String scheme = String.valueOf(target.getScheme()).toLowerCase(Locale.ROOT);
    return scheme.equals("http") || scheme.equals("https");
  }
}
