package dev.cairn.chat.reply;

import dev.cairn.chat.Direction;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** A part of a card, from top to bottom. */
public sealed interface Block {

  /** A paragraph. */
  record Text(RichText text) implements Block {}

  /** Lines of a list. */
  record Items(List<RichText> items, boolean numbered) implements Block {
    public Items {
      items = List.copyOf(items);
    }
  }

  /** Short facts side by side, where the platform can. */
  record Fields(List<Field> fields) implements Block {
    public Fields {
      fields = List.copyOf(fields);
    }
  }

  /**
   * Rows under a header. Every row has as many cells as the header, and each cell keeps to its
   * place whatever direction its text runs in.
   *
   * @param header the names of the columns
   * @param rows top to bottom
   */
  record Table(List<String> header, List<List<String>> rows) implements Block {
    public Table {
      header = List.copyOf(header);
      rows = rows.stream().map(Table::isolated).toList();
      int columns = header.size();
      if (rows.stream().anyMatch(row -> row.size() != columns)) {
        throw new IllegalArgumentException("every row needs " + columns + " cells");
      }
    }

    private static List<String> isolated(List<String> row) {
      return row.stream().map(Direction::isolated).toList();
    }
  }

  record Picture(Image image) implements Block {}

  record Divider() implements Block {}

  /**
   * A file for whoever gets the card, to be kept: it comes to them alone where the card does.
   *
   * @param name letters, digits, dots and hyphens only
   * @param mediaType with its charset
   * @param content text
   */
  record File(String name, String mediaType, String content) implements Block {
    /** How long it is, in bytes of UTF-8. */
    public int size() {
      return content.getBytes(StandardCharsets.UTF_8).length;
    }
  }

  /** Where the content of the card comes from, in small print. */
  record SourceLine(String name) implements Block {}

  /** A short fact. */
  record Field(String label, RichText value) {}
}
