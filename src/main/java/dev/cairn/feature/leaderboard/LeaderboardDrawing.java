package dev.cairn.feature.leaderboard;

import dev.cairn.feature.community.Community;
import dev.cairn.feature.leaderboard.Board.GroupRow;
import dev.cairn.feature.leaderboard.Board.MemberRow;
import dev.cairn.feature.leaderboard.Board.Row;
import dev.cairn.picture.LeaderboardBars;
import java.util.OptionalInt;

/** A page of a leaderboard as it is drawn. */
final class LeaderboardDrawing {
  private LeaderboardDrawing() {}

  static LeaderboardBars of(Board board, Community community) {
    return new LeaderboardBars(
        title(board),
        community.name() + ", " + when(board),
        board.rows().stream().map(row -> row(board, row)).toList());
  }

  private static String title(Board board) {
    return switch (board.of()) {
      case MEMBERS -> board.period() == null ? "Streaks" : "Check-ins";
      case GROUPS -> "Groups";
    };
  }

  private static String when(Board board) {
    return switch (board.period()) {
      case null -> "now";
      case WEEK -> "this week";
      case MONTH -> "this month";
      case ALL -> "all time";
    };
  }

  private static LeaderboardBars.Row row(Board board, Row row) {
    Integer rank = row.rank();
    return new LeaderboardBars.Row(
        rank == null ? OptionalInt.empty() : OptionalInt.of(rank),
        row.name(),
        badges(row),
        score(board, row));
  }

  private static String badges(Row row) {
    return switch (row) {
      case MemberRow member -> member.badges().text();
      case GroupRow _ -> "";
    };
  }

  private static LeaderboardBars.Score score(Board board, Row row) {
    return switch (row) {
      case MemberRow member ->
          board.period() == null
              ? new LeaderboardBars.StreakLength(member.value())
              : new LeaderboardBars.CheckIns(member.value());
      case GroupRow group -> new LeaderboardBars.Presence(group.percent(), group.streak());
    };
  }
}
