package dev.cairn.picture;

import static java.util.stream.Collectors.joining;

import dev.cairn.picture.text.DisplayName;
import dev.cairn.picture.text.Graphemes;
import java.util.List;
import java.util.OptionalInt;

/**
 * A page of a leaderboard, a bar to a row: the same for all who see it.
 *
 * @param title what is ranked, such as {@code Streaks}
 * @param subtitle whose and when, such as {@code Data Lab, this week}
 * @param rows best first, at most {@value #MAX_ROWS}
 */
public record LeaderboardBars(String title, String subtitle, List<Row> rows) implements Drawing {
  /** The most rows of a page. */
  public static final int MAX_ROWS = 10;

  private static final int ALT_NAME = 32;

  /**
   * @throws IllegalArgumentException when there are more than {@value #MAX_ROWS} rows
   */
  public LeaderboardBars {
    if (rows.size() > MAX_ROWS) {
      throw new IllegalArgumentException("a page has at most %d rows".formatted(MAX_ROWS));
    }
    title = DisplayName.of(title);
    subtitle = DisplayName.of(subtitle);
    rows = List.copyOf(rows);
  }

  /**
   * One who is ranked.
   *
   * @param rank from 1; shared by equals; empty for a group too small to be ranked
   * @param name the member's or the group's
   * @param badges what they have reached for good, in a few words; empty for nothing
   * @param score what is compared
   */
  public record Row(OptionalInt rank, String name, String badges, Score score) {
    public Row {
      name = DisplayName.of(name);
    }

    private String altText() {
      String place = rank.isPresent() ? rank.getAsInt() + ". " : "Unranked: ";
      return place
          + DisplayName.isolated(Graphemes.shorten(name, ALT_NAME))
          + ", "
          + score.text()
          + (badges.isEmpty() ? "" : " (" + badges + ")");
    }
  }

  /** What a row is ranked by. */
  public sealed interface Score {
    /** The length of the row's bar next to others of its kind. */
    long size();

    /** The score in words, such as {@code 42 days}. */
    String text();
  }

  /** A member's streak, in days. */
  public record StreakLength(long days) implements Score {
    @Override
    public long size() {
      return days;
    }

    @Override
    public String text() {
      return Count.of(days, "day");
    }
  }

  /** A member's check-ins in a period. */
  public record CheckIns(long count) implements Score {
    @Override
    public long size() {
      return count;
    }

    @Override
    public String text() {
      return Count.of(count, "check-in");
    }
  }

  /**
   * A group's score in a period.
   *
   * @param percent how many of those expected were present, 0 to 100
   * @param streak the group's streak, in days
   */
  public record Presence(int percent, int streak) implements Score {
    @Override
    public long size() {
      return percent;
    }

    @Override
    public String text() {
      return percent + "%, streak " + Count.of(streak, "day");
    }
  }

  @Override
  public String altText() {
    String head = "Leaderboard: %s, %s. ".formatted(title, subtitle);
    return rows.isEmpty()
        ? head + "Nobody is on it yet."
        : Graphemes.shorten(
            rows.stream().map(Row::altText).collect(joining("; ", head, ".")), MAX_ALT_TEXT);
  }

  @Override
  public String fileName() {
    return "leaderboard.png";
  }
}
