package dev.cairn.platform.slack.render;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import dev.cairn.chat.reply.Block;
import dev.cairn.chat.reply.Control;
import dev.cairn.chat.reply.Excerpt;
import dev.cairn.chat.reply.PlainText;
import dev.cairn.chat.reply.Reply;
import dev.cairn.chat.reply.RichText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Draws replies with Block Kit. What does not fit one message goes on in the next; in a view, which
 * has no next, the end says how much is missing.
 */
public final class SlackRenderer {

  private SlackRenderer() {}

  /** The reply as messages, at least one, in the order to send them. */
  public static List<SlackMessage> messages(Reply reply, Rendition rendition) {
    List<Piece> pieces = pieces(reply, rendition);
    String text = notification(rendition.plainText().text(reply));
    List<SlackMessage> messages = new ArrayList<>();
    for (List<Piece> part : parts(pieces)) {
      messages.add(
          new SlackMessage(messages.isEmpty() && !text.isBlank() ? text : "…", blocks(part)));
    }
    return messages;
  }

  /** As much of the words of a reply as a notification takes. */
  private static String notification(String words) {
    String escaped = Mrkdwn.escaped(Excerpt.of(words, SlackLimits.NOTIFICATION_TEXT));
    return escaped.length() <= SlackLimits.CHANGED_TEXT
        ? escaped
        : Mrkdwn.escaped(Excerpt.of(words, SlackLimits.CHANGED_TEXT / Mrkdwn.LONGEST_ESCAPE));
  }

  /** The reply in words alone, for when Slack takes no blocks. */
  public static List<SlackMessage> inWords(Reply reply, Rendition rendition) {
    RichText words = RichText.of(rendition.plainText().text(reply));
    return TextSplitter.split(words, SlackLimits.SECTION_TEXT).stream()
        .map(part -> new SlackMessage(Mrkdwn.escaped(PlainText.of(part)), new JsonArray()))
        .toList();
  }

  /** The reply as the blocks of a modal or of App Home. */
  public static JsonArray viewBlocks(Reply reply, Rendition rendition) {
    List<Piece> pieces = pieces(reply, rendition.withoutTables());
    if (pieces.size() <= SlackLimits.VIEW_BLOCKS) {
      return blocks(pieces);
    }
    int shown = SlackLimits.VIEW_BLOCKS - 1;
    JsonArray blocks = blocks(pieces.subList(0, shown));
    String more = "… and %d more that do not fit here.".formatted(pieces.size() - shown);
    blocks.add(BlockKit.context(BlockKit.plainText(more)));
    return blocks;
  }

  private static List<Piece> pieces(Reply reply, Rendition rendition) {
    BlockRenderer blocks = new BlockRenderer(rendition);
    rendition
        .heading()
        .ifPresent(whom ->
            blocks.pieces().add(Piece.of(BlockKit.section(BlockKit.mrkdwn(whom)), whom.length())));
    switch (reply) {
      case Reply.Card card -> addCard(card, blocks, rendition);
      case Reply.Notice notice -> addSaid(notice.text(), notice.controls(), blocks, rendition);
    }
    return blocks.pieces();
  }

  private static void addCard(Reply.Card card, BlockRenderer blocks, Rendition rendition) {
    addTitle(card, blocks);
    card.blocks().forEach(blocks::add);
    addControls(card.controls(), blocks, rendition);
  }

  private static void addTitle(Reply.Card card, BlockRenderer blocks) {
    String title = mark(card.tone()) + card.title().strip();
    if (title.length() <= SlackLimits.HEADER_TEXT && !title.isBlank()) {
      blocks.pieces().add(Piece.of(BlockKit.header(title), title.length()));
    } else {
      blocks.addText(RichText.EMPTY.bold(title));
    }
  }

  /** Slack has no coloured cards, so the mood is a sign before the title. */
  private static String mark(Reply.Tone tone) {
    return switch (tone) {
      case NEUTRAL -> "";
      case GOOD -> "✅ ";
      case WARNING -> "⚠️ ";
      case CELEBRATION -> "🎉 ";
    };
  }

  /** A short text; a single button stands beside it, more stand below. */
  private static void addSaid(
      RichText text, List<Control> controls, BlockRenderer blocks, Rendition rendition) {
    ControlRenderer.Drawn drawn = ControlRenderer.draw(controls, rendition.owner());
    List<JsonObject> elements = drawn.elements();
    Optional<JsonObject> markup =
        elements.size() == 1
                && !PlainText.of(text).isBlank()
                && TextSplitter.cost(text) <= SlackLimits.SECTION_TEXT
            ? blocks.markup(text)
            : Optional.empty();
    if (markup.isPresent()) {
      JsonObject section = BlockKit.section(markup.get());
      section.add("accessory", elements.getFirst());
      blocks.pieces().add(Piece.of(section, TextSplitter.cost(text)));
      addTold(drawn, blocks);
    } else {
      blocks.addText(text);
      addDrawn(drawn, blocks);
    }
  }

  private static void addControls(
      List<Control> controls, BlockRenderer blocks, Rendition rendition) {
    addDrawn(ControlRenderer.draw(controls, rendition.owner()), blocks);
  }

  private static void addDrawn(ControlRenderer.Drawn drawn, BlockRenderer blocks) {
    addTold(drawn, blocks);
    ControlRenderer.blocks(drawn.elements())
        .forEach(block -> blocks.pieces().add(Piece.of(block, SlackLimits.OPTION_TEXT)));
  }

  private static void addTold(ControlRenderer.Drawn drawn, BlockRenderer blocks) {
    if (!drawn.told().isEmpty()) {
      blocks.add(new Block.Items(drawn.told(), false));
    }
  }

  /** The pieces, in as many messages as they need. */
  private static List<List<Piece>> parts(List<Piece> pieces) {
    List<List<Piece>> parts = new ArrayList<>();
    List<Piece> part = new ArrayList<>();
    int text = 0;
    int tables = 0;
    for (Piece piece : pieces) {
      boolean full =
          part.size() == SlackLimits.MESSAGE_BLOCKS
              || text + piece.text() > SlackLimits.MESSAGE_TEXT
              || tables + piece.tables() > SlackLimits.TABLES;
      if (full && !part.isEmpty()) {
        parts.add(part);
        part = new ArrayList<>();
        text = 0;
        tables = 0;
      }
      part.add(piece);
      text += piece.text();
      tables += piece.tables();
    }
    parts.add(part);
    return parts;
  }

  private static JsonArray blocks(List<Piece> pieces) {
    return BlockKit.array(pieces.stream().map(Piece::block).toList());
  }
}
