package dev.cairn.platform.local;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cairn.chat.Audience;
import dev.cairn.chat.reply.Control;
import dev.cairn.chat.reply.PlainText;
import dev.cairn.chat.reply.Problem;
import dev.cairn.chat.reply.Reply;
import dev.cairn.chat.reply.ReplyData;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the command line prints with {@code --json}: one JSON object a line. */
public final class ReplyJson {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private ReplyJson() {}

  /** The line for an interaction. */
  public static String line(Turn turn) {
    ObjectNode line =
        begun(turn.occasion().at(), turn.community(), turn.occasion().member().name());
    Problem problem = turn.problem();
    line.put("ok", problem == null);
    if (problem == null) {
      line.put("audience", turn.audience().name().toLowerCase(Locale.ROOT));
      line.put("title", turn.title());
    } else {
      line.put("problem", problem.key());
    }
    return finished(line, turn.text(), turn.offers(), turn.reply());
  }

  /**
   * The line for something that nobody asked for.
   *
   * @param scheduled what kind it is: {@code daily}, {@code reminder}, {@code milestone}, …
   */
  public static String scheduled(
      String scheduled, Instant at, String community, Audience audience, Reply.Card card) {
    ObjectNode line = begun(at, community, null);
    line.put("scheduled", scheduled);
    line.put("ok", true);
    line.put("audience", audience.name().toLowerCase(Locale.ROOT));
    line.put("title", card.title());
    return finished(line, PlainText.of(card), ReplyControl.on(card), card);
  }

  private static ObjectNode begun(Instant at, String community, @Nullable String member) {
    return JSON.objectNode()
        .put("at", at.toString())
        .put("community", community)
        .put("member", member);
  }

  private static String finished(
      ObjectNode line, String text, List<ReplyControl> offers, Reply reply) {
    line.put("text", text);
    line.set("buttons", buttons(offers));
    ArrayNode links = links(reply);
    if (!links.isEmpty()) {
      line.set("links", links);
    }
    line.set("data", data(reply.facts()));
    return line.toString();
  }

  private static ArrayNode buttons(List<ReplyControl> offers) {
    ArrayNode buttons = JSON.arrayNode();
    for (ReplyControl offer : offers) {
      buttons.addObject().put("label", offer.label()).put("action", offer.action().toString());
    }
    return buttons;
  }

  /** The addresses of link buttons: nothing can be pressed there, yet they must not be lost. */
  private static ArrayNode links(Reply reply) {
    ArrayNode links = JSON.arrayNode();
    for (Control control : controls(reply)) {
      if (control instanceof Control.LinkButton(String label, var target)) {
        links.addObject().put("label", label).put("url", target.toString());
      }
    }
    return links;
  }

  private static List<Control> controls(Reply reply) {
    return switch (reply) {
      case Reply.Card card -> card.controls();
      case Reply.Notice notice -> notice.controls();
    };
  }

  private static ObjectNode data(ReplyData facts) {
    return object(facts.values());
  }

  private static ObjectNode object(Map<?, ?> values) {
    ObjectNode object = JSON.objectNode();
    values.forEach((name, value) -> object.set(String.valueOf(name), node(value)));
    return object;
  }

  private static JsonNode node(@Nullable Object value) {
    return switch (value) {
      case null -> JSON.nullNode();
      case Boolean truth -> JSON.booleanNode(truth);
      case Integer number -> JSON.numberNode(number.intValue());
      case Long number -> JSON.numberNode(number.longValue());
      case Number number -> JSON.numberNode(number.doubleValue());
      case Map<?, ?> map -> object(map);
      case Iterable<?> list -> {
        ArrayNode array = JSON.arrayNode();
        list.forEach(entry -> array.add(node(entry)));
        yield array;
      }
      case Object other -> JSON.textNode(other.toString());
    };
  }
}
