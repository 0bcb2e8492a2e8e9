package dev.cairn.platform.slack.render;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import dev.cairn.chat.reply.Block;
import dev.cairn.chat.reply.Excerpt;
import dev.cairn.chat.reply.Image;
import dev.cairn.chat.reply.PlainText;
import dev.cairn.chat.reply.RichText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Draws the blocks of a card, each as one or more blocks of Slack's. */
final class BlockRenderer {
  private final Rendition rendition;
  private final List<Piece> pieces = new ArrayList<>();

  BlockRenderer(Rendition rendition) {
    this.rendition = rendition;
  }

  List<Piece> pieces() {
    return pieces;
  }

  void add(Block block) {
    switch (block) {
      case Block.Text(RichText text) -> addText(text);
      case Block.Items items -> addItems(items);
      case Block.Fields(List<Block.Field> fields) -> addFields(fields);
      case Block.Table table -> addTable(table);
      case Block.Picture(Image image) -> addPicture(image);
      case Block.File file -> addSmallPrint(PlainText.told(file));
      case Block.Divider() -> pieces.add(Piece.of(BlockKit.divider(), 0));
      case Block.SourceLine line -> addSmallPrint(PlainText.of(line));
    }
  }

  /** A paragraph: Slack's markup where it is faithful, else rich text. */
  void addText(RichText text) {
    for (RichText part : TextSplitter.split(text, SlackLimits.SECTION_TEXT)) {
      if (!PlainText.of(part).isBlank()) {
        pieces.add(
            Piece.of(
                markup(part)
                    .map(BlockKit::section)
                    .orElseGet(() -> BlockKit.richText(List.of(richSection(part)))),
                TextSplitter.cost(part)));
      }
    }
  }

  /** The text as markup, where that is faithful. */
  Optional<JsonObject> markup(RichText text) {
    return Mrkdwn.of(text, rendition).map(BlockKit::mrkdwn);
  }

  private JsonObject richSection(RichText text) {
    return RichTextElements.section(text, rendition);
  }

  private void addSmallPrint(String text) {
    for (RichText part : TextSplitter.split(RichText.of(text), SlackLimits.CONTEXT_TEXT)) {
      String said = PlainText.of(part);
      if (!said.isBlank()) {
        pieces.add(Piece.of(BlockKit.context(BlockKit.plainText(said)), said.length()));
      }
    }
  }

  private void addItems(Block.Items items) {
    List<JsonObject> run = new ArrayList<>();
    int runStart = 0;
    int used = 0;
    for (int i = 0; i < items.items().size(); i++) {
      List<RichText> parts = TextSplitter.split(items.items().get(i), SlackLimits.SECTION_TEXT);
      RichText first = parts.isEmpty() ? RichText.of(" ") : parts.getFirst();
      int cost = TextSplitter.cost(first) + 1;
      if (used + cost > SlackLimits.SECTION_TEXT && !run.isEmpty()) {
        addList(run, items.numbered(), runStart, used);
        run = new ArrayList<>();
        runStart = i;
        used = 0;
      }
      run.add(richSection(first));
      used += cost;
      if (parts.size() > 1) {
        addList(run, items.numbered(), runStart, used);
        parts.subList(1, parts.size()).forEach(this::addText);
        run = new ArrayList<>();
        runStart = i + 1;
        used = 0;
      }
    }
    if (!run.isEmpty()) {
      addList(run, items.numbered(), runStart, used);
    }
  }

  private void addList(List<JsonObject> items, boolean numbered, int offset, int text) {
    JsonObject list = RichTextElements.list(items, numbered, offset);
    pieces.add(Piece.of(BlockKit.richText(List.of(list)), text));
  }

  private void addFields(List<Block.Field> fields) {
    List<JsonObject> run = new ArrayList<>();
    int used = 0;
    for (Block.Field field : fields) {
      RichText text =
          (field.label().isBlank() ? RichText.EMPTY : RichText.EMPTY.bold(field.label().strip()))
              .plain("\n")
              .then(field.value());
      Optional<JsonObject> markup =
          TextSplitter.cost(text) <= SlackLimits.FIELD_TEXT ? markup(text) : Optional.empty();
      int cost = TextSplitter.cost(text);
      if (markup.isEmpty()
          || run.size() == SlackLimits.FIELDS
          || used + cost > SlackLimits.SECTION_TEXT) {
        flushFields(run, used);
        run = new ArrayList<>();
        used = 0;
      }
      if (markup.isPresent()) {
        run.add(markup.get());
        used += cost;
      } else {
        addText(text);
      }
    }
    flushFields(run, used);
  }

  private void flushFields(List<JsonObject> run, int text) {
    if (!run.isEmpty()) {
      pieces.add(Piece.of(BlockKit.fields(run), text));
    }
  }

  private void addTable(Block.Table table) {
    if (rendition.nativeTables() && TableRenderer.fits(table)) {
      pieces.add(new Piece(TableRenderer.table(table), TableRenderer.text(table), 1));
    } else {
      TableRenderer.preformatted(table)
          .forEach(block -> pieces.add(Piece.of(block, SlackLimits.SECTION_TEXT)));
    }
  }

  private void addPicture(Image image) {
    switch (rendition.pictures().apply(image)) {
      case PictureSource.Uploaded(String id) -> {
        JsonObject file = new JsonObject();
        file.addProperty("id", id);
        addImage(image, "slack_file", file);
      }
      case PictureSource.Served(String url) -> addImage(image, "image_url", new JsonPrimitive(url));
      case PictureSource.InWords() -> addText(RichText.of("[" + image.altText() + "]"));
    }
  }

  private void addImage(Image image, String key, JsonElement source) {
    String alt = Excerpt.of(image.altText(), SlackLimits.ALT_TEXT);
    pieces.add(Piece.of(BlockKit.image(alt, key, source), 0));
    if (!alt.equals(image.altText())) {
      addSmallPrint(image.altText());
    }
  }
}
