package dev.cairn.feature.leaderboard;

import dev.cairn.domain.day.Period;
import dev.cairn.feature.badge.Badges;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of a leaderboard.
 *
 * @param of who is ranked
 * @param period what it looks back on; null where members are ranked by their current streak
 * @param page from 1
 * @param pages at least 1
 * @param rows top to bottom
 * @param own the caller's row, or their group's, wherever it stands; null where it stands nowhere
 */
public record Board(
    Of of, @Nullable Period period, int page, int pages, List<Row> rows, @Nullable Row own) {
  /** How many rows a page has. */
  public static final int ROWS_A_PAGE = 10;

  public Board {
    rows = List.copyOf(rows);
  }

  /** Who is ranked. */
  public enum Of {
    MEMBERS,
    GROUPS
  }

  /** A line of a leaderboard. */
  public sealed interface Row {

    /** From 1; equal values share one. Null for a group that is shown and not ranked. */
    @Nullable Integer rank();

    /** What the member or group is called; never markup. */
    String name();

    /** Days of the current streak, or check-ins in the period. */
    long value();

    /** Whether it is the caller's, or their group's. */
    boolean own();
  }

  /**
   * A member's line.
   *
   * @param badges the best of what they have reached for good
   */
  public record MemberRow(
      @Nullable Integer rank, String name, long value, Badges.Best badges, boolean own)
      implements Row {}

  /**
   * A group's line.
   *
   * @param value check-ins in the period
   * @param percent present of expected, rounded half up
   * @param streak the current streak, in days
   */
  public record GroupRow(
      @Nullable Integer rank, String name, long value, int percent, int streak, boolean own)
      implements Row {}
}
