package dev.cairn.platform.discord.render;

import dev.cairn.chat.Direction;
import dev.cairn.chat.reply.Block;
import dev.cairn.chat.reply.Image;
import dev.cairn.chat.reply.PlainText;
import dev.cairn.chat.reply.RichText;
import java.util.ArrayList;
import java.util.List;

/** The lines that a block is told in. */
final class CardText {
  static final String HEADING = "## ";
  static final String SMALL = "-# ";

  private final CommandLinks commands;

  CardText(CommandLinks commands) {
    this.commands = commands;
  }

  /** The title of a card. */
  List<TextLine> title(String title) {
    return title.isBlank()
        ? List.of()
        : List.of(line(HEADING, RichText.of(DiscordMarkdown.onOneLine(title))));
  }

  /** Where a direct message comes from, in small print above it. */
  List<TextLine> origin(String server) {
    return List.of(
        line(SMALL, RichText.of("From " + Direction.isolated(DiscordMarkdown.onOneLine(server)))));
  }

  /** A text, a line of it each. */
  List<TextLine> of(RichText text) {
    return prose("", text);
  }

  /** A block. Pictures and dividers have no lines. */
  List<TextLine> of(Block block) {
    return switch (block) {
      case Block.Text(RichText text) -> prose("", text);
      case Block.Items(List<RichText> items, boolean numbered) -> items(items, numbered);
      case Block.Fields(List<Block.Field> fields) ->
          fields.stream()
              .flatMap(field ->
                  prose("", RichText.EMPTY.bold(field.label()).plain(": ").then(field.value()))
                      .stream())
              .toList();
      case Block.Table table -> table(table);
      case Block.SourceLine(String name) -> prose(SMALL, RichText.of("Source: " + name));
      case Block.Picture picture -> List.of();
      case Block.Divider divider -> List.of();
      case Block.File file -> prose(SMALL, RichText.of(PlainText.told(file)));
    };
  }

  /** A picture told in words, where it cannot be shown. */
  List<TextLine> told(Image image) {
    return prose("", RichText.of("[" + image.altText() + "]"));
  }

  /** A file told in words, where none may be sent. */
  List<TextLine> told(Block.File file) {
    return prose(
        "",
        RichText.of(
            PlainText.told(file) + " cannot be sent here. Ask me again in a direct message."));
  }

  private List<TextLine> table(Block.Table table) {
    if (table.header().isEmpty()) {
      return List.of();
    }
    if (DiscordTable.fitsColumns(table)) {
      return List.of(new TextLine.Columns(DiscordTable.columns(table)));
    }
    List<TextLine> lines = new ArrayList<>();
    lines.add(line(SMALL, DiscordTable.header(table)));
    DiscordTable.rows(table).forEach(row -> lines.add(line("", row)));
    return lines;
  }

  private List<TextLine> items(List<RichText> items, boolean numbered) {
    List<TextLine> lines = new ArrayList<>();
    for (int i = 0; i < items.size(); i++) {
      String marker = numbered ? (i + 1) + ". " : "- ";
      for (RichText line : DiscordMarkdown.lines(items.get(i))) {
        lines.add(line(marker, line));
        marker = " ".repeat(marker.length());
      }
    }
    return lines;
  }

  /** One line of prose. */
  TextLine.Prose line(String marker, RichText line) {
    return new TextLine.Prose(marker, line, commands);
  }

  private List<TextLine> prose(String marker, RichText text) {
    return DiscordMarkdown.lines(text).stream().<TextLine>map(line -> line(marker, line)).toList();
  }
}
