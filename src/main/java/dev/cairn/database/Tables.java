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
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/**
 * Our tables as the database tells them, each after those it refers to.
 *
 * @param columns of each table
 * @param keys the columns of each table's primary key
 * @param references what each table refers to
 */
record Tables(
    Map<String, List<Column>> columns,
    Map<String, Set<String>> keys,
    Map<String, List<Reference>> references) {
  private static final String HISTORY = "flyway_schema_history";

  /** A column, as both databases tell it. */
  record Column(String name, int type, boolean generated) {}

  /**
   * A foreign key.
   *
   * @param table which is referred to
   * @param columns of the table that refers, to those of the other
   */
  record Reference(String table, SortedMap<String, String> columns) {}

  /** The tables that a table refers to. */
  Set<String> parents(String table) {
    return references.getOrDefault(table, List.of()).stream()
        .map(Reference::table)
        .collect(Collectors.toSet());
  }

  static Tables of(Handle handle) {
    try {
      DatabaseMetaData data = handle.getConnection().getMetaData();
      String schema = handle.getConnection().getSchema();
      Set<String> names = names(data, schema);
      Map<String, List<Reference>> references = new LinkedHashMap<>();
      for (String name : names) {
        references.put(name, references(data, schema, name));
      }
      Set<String> ordered = new LinkedHashSet<>();
      names.forEach(name -> addAfterParents(name, references, ordered));
      Map<String, List<Column>> columns = new LinkedHashMap<>();
      Map<String, Set<String>> keys = new LinkedHashMap<>();
      for (String name : ordered) {
        columns.put(name, columns(data, schema, name));
        keys.put(name, strings(data.getPrimaryKeys(null, schema, name), "COLUMN_NAME"));
      }
      return new Tables(columns, keys, references);
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

  private static List<Reference> references(DatabaseMetaData data, String schema, String table)
      throws SQLException {
    Map<String, Reference> references = new TreeMap<>();
    try (ResultSet keys = data.getImportedKeys(null, schema, table)) {
      while (keys.next()) {
        String parent = keys.getString("PKTABLE_NAME");
        references
            .computeIfAbsent(
                parent + ' ' + keys.getString("FK_NAME"),
                key -> new Reference(parent, new TreeMap<>()))
            .columns()
            .put(keys.getString("FKCOLUMN_NAME"), keys.getString("PKCOLUMN_NAME"));
      }
    }
    return List.copyOf(references.values());
  }

  private static void addAfterParents(
      String table, Map<String, List<Reference>> references, Set<String> ordered) {
    if (ordered.contains(table)) {
      return;
    }
    for (Reference reference : references.getOrDefault(table, List.of())) {
      if (!reference.table().equals(table)) {
        addAfterParents(reference.table(), references, ordered);
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
