package dev.cairn.picture;

import static java.util.stream.Collectors.joining;

import dev.cairn.picture.text.DisplayName;
import dev.cairn.picture.text.Graphemes;
import java.util.List;

/**
 * How much of something is behind somebody, a bar to a part of it: the stages of the journey with
 * the days that were studied.
 *
 * @param title what is shown, such as {@code Progress of Asha}
 * @param unit what is counted, in the singular, such as {@code day}
 * @param rows in order, at most {@value #MAX_ROWS}
 */
public record StageBars(String title, String unit, List<Row> rows) implements Drawing {
  /** The most rows of a picture. */
  public static final int MAX_ROWS = 16;

  private static final int ALT_NAME = 40;

  /**
   * @throws IllegalArgumentException when there are more than {@value #MAX_ROWS} rows
   */
  public StageBars {
    if (rows.size() > MAX_ROWS) {
      throw new IllegalArgumentException("a picture has at most %d rows".formatted(MAX_ROWS));
    }
    title = DisplayName.of(title);
    rows = List.copyOf(rows);
  }

  /**
   * A part.
   *
   * @param name what it is called
   * @param done how much of it is behind
   * @param of how much there is, at least {@code done}
   */
  public record Row(String name, int done, int of) {
    public Row {
      name = DisplayName.of(name);
    }

    private String altText() {
      return Graphemes.shorten(name, ALT_NAME) + " " + done + " of " + of;
    }
  }

  /** How much is behind altogether. */
  int done() {
    return rows.stream().mapToInt(Row::done).sum();
  }

  /** How much there is altogether. */
  int of() {
    return rows.stream().mapToInt(Row::of).sum();
  }

  /** {@code 34 of 180 days}. */
  String sum() {
    return Count.of(done()) + " of " + Count.of(of(), unit);
  }

  @Override
  public String altText() {
    return Graphemes.shorten(
        rows.stream()
            .map(Row::altText)
            .collect(joining("; ", title + ": " + sum() + ". ", rows.isEmpty() ? "" : ".")),
        MAX_ALT_TEXT);
  }

  @Override
  public String fileName() {
    return "progress.png";
  }
}
