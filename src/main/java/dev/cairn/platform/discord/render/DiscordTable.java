package dev.cairn.platform.discord.render;

import dev.cairn.chat.reply.Block;
import dev.cairn.chat.reply.PlainText;
import dev.cairn.chat.reply.RichText;
import java.util.ArrayList;
import java.util.List;

/**
 * A table in Discord, which has none: columns in a fixed-width block where they fit a phone's
 * width, else one line a row.
 */
final class DiscordTable {
  /** Characters of a fixed-width line that a small phone shows before it wraps. */
  static final int PHONE_WIDTH = 34;

  private static final String SEPARATOR = " · ";

  private DiscordTable() {}

  /** Whether the table can stand in columns: narrow, and of letters that are one column wide. */
  static boolean fitsColumns(Block.Table table) {
    boolean oneColumnWide =
        table.rows().stream().flatMap(List::stream).allMatch(DiscordTable::isOneColumnWide)
            && table.header().stream().allMatch(DiscordTable::isOneColumnWide);
    return oneColumnWide && columns(table).stream().allMatch(line -> line.length() <= PHONE_WIDTH);
  }

  /** The lines of a fixed-width block. */
  static List<String> columns(Block.Table table) {
    return PlainText.table(table).lines().toList();
  }

  /** The names of the columns in one line. */
  static RichText header(Block.Table table) {
    return RichText.of(oneLine(String.join(SEPARATOR, table.header())));
  }

  /** A line for each row, its first cell in bold. */
  static List<RichText> rows(Block.Table table) {
    List<RichText> lines = new ArrayList<>();
    for (List<String> row : table.rows()) {
      RichText line = RichText.EMPTY.bold(oneLine(row.getFirst()));
      for (String cell : row.subList(1, row.size())) {
        line = line.plain(SEPARATOR + oneLine(cell));
      }
      lines.add(line);
    }
    return lines;
  }

  private static String oneLine(String text) {
    return DiscordMarkdown.onOneLine(text);
  }

  private static boolean isOneColumnWide(String text) {
    return text.chars().allMatch(c -> c >= ' ' && c < 0x250 && c != 0x7f && c != '`');
  }
}
