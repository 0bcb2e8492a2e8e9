package dev.cairn.platform.slack.render;

import static dev.cairn.platform.slack.render.BlockKit.array;
import static dev.cairn.platform.slack.render.BlockKit.typed;
import static dev.cairn.platform.slack.render.BlockKit.with;

import com.google.gson.JsonObject;
import dev.cairn.chat.Platform;
import dev.cairn.chat.reply.RichText;
import dev.cairn.chat.reply.Span;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Text as elements of a rich text block, where no character is markup. */
final class RichTextElements {
  private RichTextElements() {}

  /** A paragraph. */
  static JsonObject section(RichText text, Rendition rendition) {
    return with(typed("rich_text_section"), "elements", array(of(text, rendition)));
  }

  /** Lines of fixed width. */
  static JsonObject preformatted(String text) {
    List<JsonObject> elements = new ArrayList<>();
    literal(text, null, elements);
    return with(typed("rich_text_preformatted"), "elements", array(elements));
  }

  /** Items of a list, numbered from an offset or with bullets. */
  static JsonObject list(List<JsonObject> items, boolean numbered, int offset) {
    JsonObject list = typed("rich_text_list");
    list.addProperty("style", numbered ? "ordered" : "bullet");
    if (numbered && offset > 0) {
      list.addProperty("offset", offset);
    }
    return with(list, "elements", array(items));
  }

  private static List<JsonObject> of(RichText text, Rendition rendition) {
    List<JsonObject> elements = new ArrayList<>();
    for (Span span : text.spans()) {
      switch (span) {
        case Span.Plain(String plain) -> literal(plain, null, elements);
        case Span.Bold(String bold) -> literal(bold, "bold", elements);
        case Span.Code(String code) -> literal(code, "code", elements);
        case Span.Command command -> literal(rendition.typed(command), "code", elements);
        case Span.Link(String label, URI target) -> {
          JsonObject link = typed("link");
          link.addProperty("url", target.toString());
          link.addProperty("text", label);
          elements.add(link);
        }
        case Span.Mention mention -> {
          if (rendition.notifies(mention)) {
            JsonObject user = typed("user");
            user.addProperty("user_id", mention.account().user());
            elements.add(user);
          } else {
            literal("@" + mention.account().name(), null, elements);
          }
        }
        case Span.Channel(var platform, var channel) -> {
          if (platform == Platform.SLACK) {
            JsonObject led = typed("channel");
            led.addProperty("channel_id", channel.id());
            elements.add(led);
          } else {
            literal("#" + channel.name(), null, elements);
          }
        }
        case Span.Moment moment -> {
          JsonObject date = typed("date");
          date.addProperty("timestamp", moment.at().getEpochSecond());
          date.addProperty("format", SlackDates.format(moment.style()));
          date.addProperty("fallback", SlackDates.fallback(moment));
          elements.add(date);
        }
      }
    }
    return elements;
  }

  /**
   * Literal text. It is cut after each {@code <}: side by side the pieces read the same, and not
   * even a client that took them for markup would find a whole sequence in one.
   */
  private static void literal(String text, @Nullable String style, List<JsonObject> elements) {
    int from = 0;
    while (from < text.length()) {
      int cut = text.indexOf('<', from);
      int to = cut < 0 ? text.length() : cut + 1;
      JsonObject element = typed("text");
      element.addProperty("text", text.substring(from, to));
      if (style != null) {
        JsonObject styles = new JsonObject();
        styles.addProperty(style, true);
        element.add("style", styles);
      }
      elements.add(element);
      from = to;
    }
  }
}
