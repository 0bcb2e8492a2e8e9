package dev.cairn.platform.slack.render;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import dev.cairn.chat.reply.Block;
import dev.cairn.chat.reply.PlainText;
import dev.cairn.chat.reply.RichText;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Draws tables: as Slack's own where it fits, else in lines of fixed width. */
final class TableRenderer {
  /** Slack wants something in every cell. */
  private static final String EMPTY_CELL = "\u00a0";

  private TableRenderer() {}

  /** Whether Slack's own table takes it. */
  static boolean fits(Block.Table table) {
    return table.rows().size() < SlackLimits.TABLE_ROWS
        && table.header().size() <= SlackLimits.TABLE_COLUMNS
        && text(table) <= SlackLimits.TABLE_TEXT;
  }

  /** Characters in all cells. */
  static int text(Block.Table table) {
    return lines(table).stream().flatMap(List::stream).mapToInt(TextSplitter::cost).sum();
  }

  /** Slack's own table; columns of numbers stand to the right. */
  static JsonObject table(Block.Table table) {
    JsonObject block = BlockKit.typed("table");
    JsonArray columns = new JsonArray();
    IntStream.range(0, table.header().size())
        .forEach(column -> {
          JsonObject settings = new JsonObject();
          settings.addProperty("align", isNumeric(table, column) ? "right" : "left");
          settings.addProperty("is_wrapped", true);
          columns.add(settings);
        });
    block.add("column_settings", columns);
    JsonArray rows = new JsonArray();
    lines(table)
        .forEach(line -> rows.add(BlockKit.array(line.stream().map(TableRenderer::cell).toList())));
    block.add("rows", rows);
    return block;
  }

  /** Lines of fixed width, in as many pieces as they need. */
  static List<JsonObject> preformatted(Block.Table table) {
    return TextSplitter.split(RichText.of(PlainText.table(table)), SlackLimits.SECTION_TEXT)
        .stream()
        .map(piece -> RichTextElements.preformatted(PlainText.of(piece)))
        .map(element -> BlockKit.richText(List.of(element)))
        .toList();
  }

  private static JsonObject cell(String text) {
    JsonObject cell = BlockKit.typed("raw_text");
    cell.addProperty("text", text.isBlank() ? EMPTY_CELL : text);
    return cell;
  }

  private static boolean isNumeric(Block.Table table, int column) {
    return !table.rows().isEmpty()
        && table.rows().stream().allMatch(row -> row.get(column).matches("[+-]?\\d[\\d.,]*\\s?%?"));
  }

  private static List<List<String>> lines(Block.Table table) {
    List<List<String>> lines = new ArrayList<>();
    lines.add(table.header());
    lines.addAll(table.rows());
    return lines;
  }
}
