package dev.cairn.database;

import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jdbi.v3.core.Handle;

/**
 * Our tables as the database tells them, each after those it refers to.
 *
 * @param columns of each table
 * @param keys the columns of each table's primary key
 * @param parents the tables that each table refers to
 */
record Tables(
    Map<String, List<Column>> columns,
    Map<String, Set<String>> keys,
    Map<String, Set<String>> parents) {
  private static final String HISTORY = "flyway_schema_history";

  /** A column, as both databases tell it. */
  record Column(String name, int type, boolean generated) {}

  static Tables of(Handle handle) {
    try {
      DatabaseMetaData data = handle.getConnection().getMetaData();
      String schema = handle.getConnection().getSchema();
      Set<String> names = names(data, schema);
      Map<String, Set<String>> parents = new LinkedHashMap<>();
      for (String name : names) {
        parents.put(name, strings(data.getImportedKeys(null, schema, name), "PKTABLE_NAME"));
      }
      Set<String> ordered = new LinkedHashSet<>();
      names.forEach(name -> addAfterParents(name, parents, ordered));
      Map<String, List<Column>> columns = new LinkedHashMap<>();
      Map<String, Set<String>> keys = new LinkedHashMap<>();
      for (String name : ordered) {
        columns.put(name, columns(data, schema, name));
        keys.put(name, strings(data.getPrimaryKeys(null, schema, name), "COLUMN_NAME"));
      }
      return new Tables(columns, keys, parents);
    } catch (SQLException e) {
      throw new DatabaseException("cannot read which tables there are: " + e.getMessage(), e);
    }
  }

  private static Set<String> names(DatabaseMetaData data, String schema) throws SQLException {
    Set<String> names =
        strings(
            data.getTables(null, schema, "%", new String[] {"TABLE", "BASE TABLE"}), "TABLE_NAME");
    names.remove(HISTORY);
    return names;
  }

  private static Set<String> strings(ResultSet rows, String column) throws SQLException {
    try (rows) {
      Set<String> strings = new TreeSet<>();
      while (rows.next()) {
        strings.add(rows.getString(column));
      }
      return strings;
    }
  }

  private static void addAfterParents(
      String table, Map<String, Set<String>> parents, Set<String> ordered) {
    if (ordered.contains(table)) {
      return;
    }
    for (String parent : parents.getOrDefault(table, Set.of())) {
      if (!parent.equals(table)) {
        addAfterParents(parent, parents, ordered);
      }
    }
    ordered.add(table);
  }

  private static List<Column> columns(DatabaseMetaData data, String schema, String table)
      throws SQLException {
    List<Column> columns = new ArrayList<>();
    try (ResultSet found = data.getColumns(null, schema, table, "%")) {
      while (found.next()) {
        boolean timestamp =
            found.getString("TYPE_NAME").toLowerCase(Locale.ROOT).startsWith("timestamp");
        columns.add(
            new Column(
                found.getString("COLUMN_NAME"),
                timestamp ? Types.TIMESTAMP_WITH_TIMEZONE : found.getInt("DATA_TYPE"),
                "YES".equals(found.getString("IS_AUTOINCREMENT"))));
      }
    }
    return columns;
  }
}
