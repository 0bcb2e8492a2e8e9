package dev.cairn.bench;

import dev.cairn.database.Database;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Makes a community of a thousand members a community of as many thousands as wanted: every member
 * and group is there again and again, under other ids and names, with all that they did and all
 * that is derived from it. So whatever is derived stays right without being derived anew.
 */
final class GrownCommunity {
  /** Above every id that a community of a thousand gives. */
  private static final long STRIDE = 10_000_000;

  /** Copies by one statement, which the pool gives half a minute. */
  private static final int AT_ONCE = 20;

  /** Whatever belongs to one member or one group, what others refer to first. */
  private static final List<String> TABLES =
      List.of(
          "member",
          "account",
          "member_zone",
          "check_in",
          "check_in_entry",
          "streak",
          "standing",
          "study_record",
          "study_group",
          "group_look",
          "group_membership",
          "settled_group",
          "settled_group_day",
          "held_group",
          "group_standing",
          "post",
          "card_memory",
          "card_review");

  /** How a column differs from one copy to the next; a column that is not here does not. */
  private static final Map<String, String> OTHERWISE =
      Map.of(
          "member_id", "member_id + cast(copy as bigint) * " + STRIDE,
          "owner_id", "owner_id + cast(copy as bigint) * " + STRIDE,
          "group_id", "group_id + cast(copy as bigint) * " + STRIDE,
          "external_user_id", "external_user_id || '-' || copy",
          "interaction_id", "interaction_id || '-' || copy",
          "name", "name || '-' || copy",
          "sort_name", "sort_name || '-' || copy",
          "look", "look || '-' || copy");

  private final Connection connection;
  private final boolean h2;

  private GrownCommunity(Connection connection) throws SQLException {
    this.connection = connection;
    h2 = connection.getMetaData().getDatabaseProductName().equals("H2");
  }

  /** What the account of a copy of a member is called; the original is copy 0. */
  static String name(String original, int copy) {
    return copy == 0 ? original : original + "-" + copy;
  }

  /** Adds so many copies of everybody. */
  static void grow(Database database, int copies) throws SQLException {
    try (Connection connection = database.dataSource().getConnection()) {
      connection.setAutoCommit(true);
      GrownCommunity grown = new GrownCommunity(connection);
      if (copies > 0) {
        for (String table : TABLES) {
          grown.copy(table, copies);
        }
        grown.tally(copies);
      }
      grown.execute("analyze");
    }
  }

  private void copy(String table, int copies) throws SQLException {
    List<String> columns = new ArrayList<>();
    List<String> values = new ArrayList<>();
    for (String column : columns(table)) {
      columns.add(column);
      values.add(OTHERWISE.getOrDefault(column, column));
    }
    execute("create temporary table original as select * from " + table);
    for (int first = 1; first <= copies; first += AT_ONCE) {
      execute(
          "insert into %s (%s) select %s from original cross join %s(%d, %d) as copies(copy)"
              .formatted(
                  table,
                  String.join(", ", columns),
                  String.join(", ", values),
                  h2 ? "system_range" : "generate_series",
                  first,
                  Math.min(first + AT_ONCE - 1, copies)));
    }
    execute("drop table original");
  }

  /** What is counted of the whole community. */
  private void tally(int copies) throws SQLException {
    execute("update standing_tally set members = members * " + (copies + 1));
    execute("update post_tally set posts = posts * " + (copies + 1));
  }

  private List<String> columns(String table) throws SQLException {
    List<String> columns = new ArrayList<>();
    try (ResultSet found = connection.getMetaData().getColumns(null, "public", table, "%")) {
      while (found.next()) {
        columns.add(found.getString("COLUMN_NAME").toLowerCase(Locale.ROOT));
      }
    }
    if (columns.isEmpty()) {
      throw new IllegalStateException("there is no table " + table);
    }
    return columns;
  }

  private void execute(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
