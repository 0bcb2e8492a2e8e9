package dev.cairn.picture;

import static java.util.stream.Collectors.joining;

import dev.cairn.picture.text.DisplayName;
import dev.cairn.picture.text.Graphemes;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Stream;

/**
 * The result of a race, for those who won it.
 *
 * @param race what the race is called
 * @param dates its dates in words, such as {@code Monday 5 January 2026 to Sunday 11 January 2026}
 * @param rows all groups, best first; the first of them has won
 */
public record RaceBanner(String race, String dates, List<Row> rows) implements Drawing {
  private static final int FIRST = 1;
  private static final int ALT_NAME = 32;

  /**
   * @throws IllegalArgumentException when nobody has won
   */
  public RaceBanner {
    race = DisplayName.of(race);
    rows = List.copyOf(rows);
    if (rows.isEmpty() || !rows.getFirst().hasWon()) {
      throw new IllegalArgumentException("a banner is for those who won");
    }
  }

  /**
   * A group.
   *
   * @param rank from 1; shared by equals; empty for a group too small to be ranked
   * @param percent how many of those expected were present, 0 to 100
   */
  public record Row(OptionalInt rank, String name, int percent) {
    public Row {
      name = DisplayName.of(name);
    }

    private boolean hasWon() {
      return rank.isPresent() && rank.getAsInt() == FIRST;
    }

    /** {@code 2.}, or a dash. */
    String place() {
      return rank.isPresent() ? rank.getAsInt() + "." : "–";
    }

    private String altName() {
      return DisplayName.isolated(Graphemes.shorten(name, ALT_NAME));
    }

    private String altText() {
      String before = rank.isPresent() ? place() : "Unranked:";
      return "%s %s, %d%%".formatted(before, altName(), percent);
    }
  }

  /** Those on the first place. */
  List<Row> winners() {
    return rows.stream().filter(Row::hasWon).toList();
  }

  /** All others, best first. */
  List<Row> others() {
    return rows.stream().filter(row -> !row.hasWon()).toList();
  }

  @Override
  public String altText() {
    String won =
        winners().stream()
            .map(Row::altName)
            .collect(
                joining(
                    " and ",
                    winners().size() == 1 ? "Winner: " : "Winners, on a shared first place: ",
                    ", %d%% present".formatted(rows.getFirst().percent())));
    return Graphemes.shorten(
        Stream.concat(Stream.of(won), others().stream().map(Row::altText))
            .collect(joining("; ", "Result of the race %s, %s. ".formatted(race, dates), ".")),
        MAX_ALT_TEXT);
  }

  @Override
  public String fileName() {
    return "race-result.png";
  }
}
