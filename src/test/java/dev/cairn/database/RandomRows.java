package dev.cairn.database;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Rows of any values that the tables take, in every table: nulls and values by turns wherever a
 * column may be null. What no command has written in a test is there all the same, and so is every
 * table that is still to be thought of.
 */
final class RandomRows {
  private static final int ROWS = 6;

  private final Connection connection;
  private final RandomGenerator random;

  private RandomRows(Connection connection, RandomGenerator random) {
    this.connection = connection;
    this.random = random;
  }

  /** A column, with how long a text may be in it. */
  private record Cell(Tables.Column column, int size, boolean nullable) {}

  /** Adds rows to every table. */
  static void addTo(Database database, RandomGenerator random) {
    database.write(handle -> {
      try {
        RandomRows rows = new RandomRows(handle.getConnection(), random);
        Map<String, List<Tables.Column>> tables = Tables.of(handle).columns();
        for (Map.Entry<String, List<Tables.Column>> table : tables.entrySet()) {
          rows.add(table.getKey(), table.getValue());
        }
        return true;
      } catch (SQLException e) {
        throw new AssertionError(e);
      }
    });
  }

  private void add(String table, List<Tables.Column> columns) throws SQLException {
    List<Cell> cells = cells(table, columns);
    List<Map<String, String>> parents = parents(table);
    for (int row = 0; row < ROWS; row++) {
      Map<String, @Nullable Object> values = new LinkedHashMap<>();
      for (Cell cell : cells) {
        boolean isNull = cell.nullable && (row + cells.indexOf(cell)) % 2 == 0;
        if (!cell.column.generated()) {
          values.put(cell.column.name(), isNull ? null : value(cell));
        }
      }
      for (Map<String, String> parent : parents) {
        values.putAll(key(parent));
      }
      insert(table, columns, values);
    }
  }

  private void insert(
      String table, List<Tables.Column> columns, Map<String, @Nullable Object> values)
      throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement(
            "insert into %s (%s) values (%s) on conflict do nothing"
                .formatted(
                    table,
                    String.join(", ", values.keySet()),
                    String.join(", ", Collections.nCopies(values.size(), "?"))))) {
      int position = 0;
      for (Map.Entry<String, @Nullable Object> value : values.entrySet()) {
        int type =
            columns.stream()
                .filter(column -> column.name().equals(value.getKey()))
                .findFirst()
                .orElseThrow()
                .type();
        position++;
        if (value.getValue() == null) {
          insert.setNull(position, type);
        } else {
          insert.setObject(position, value.getValue());
        }
      }
      insert.executeUpdate();
    }
  }

  /** The key of some row of another table, with the community that others have said. */
  private Map<String, Object> key(Map<String, String> parent) throws SQLException {
    Map<String, String> columns = new TreeMap<>(parent);
    String table = columns.remove("");
    List<Map<String, Object>> keys = new ArrayList<>();
    try (PreparedStatement select =
            connection.prepareStatement(
                "select %s from %s order by 1"
                    .formatted(String.join(", ", columns.values()), table));
        ResultSet rows = select.executeQuery()) {
      while (rows.next()) {
        Map<String, Object> key = new HashMap<>();
        int position = 0;
        for (String column : columns.keySet()) {
          key.put(column, rows.getObject(++position));
        }
        keys.add(key);
      }
    }
    // Several parents of one row are of one community: that of the first row of all.
    Object community = keys.getFirst().get("community_id");
    List<Map<String, Object>> fitting =
        keys.stream()
            .filter(key -> community == null || community.equals(key.get("community_id")))
            .toList();
    return fitting.get(random.nextInt(fitting.size()));
  }

  /** The foreign keys of a table: its columns to those of the other, whose name is under "". */
  private List<Map<String, String>> parents(String table) throws SQLException {
    Map<String, Map<String, String>> parents = new TreeMap<>();
    DatabaseMetaData data = connection.getMetaData();
    try (ResultSet keys = data.getImportedKeys(null, connection.getSchema(), table)) {
      while (keys.next()) {
        Map<String, String> parent =
            parents.computeIfAbsent(keys.getString("FK_NAME"), name -> new HashMap<>());
        parent.put("", keys.getString("PKTABLE_NAME"));
        parent.put(keys.getString("FKCOLUMN_NAME"), keys.getString("PKCOLUMN_NAME"));
      }
    }
    return List.copyOf(parents.values());
  }

  private List<Cell> cells(String table, List<Tables.Column> columns) throws SQLException {
    List<Cell> cells = new ArrayList<>();
    try (ResultSet found =
        connection.getMetaData().getColumns(null, connection.getSchema(), table, "%")) {
      while (found.next()) {
        String name = found.getString("COLUMN_NAME");
        cells.add(
            new Cell(
                columns.stream().filter(each -> each.name().equals(name)).findFirst().orElseThrow(),
                found.getInt("COLUMN_SIZE"),
                "YES".equals(found.getString("IS_NULLABLE"))));
      }
    }
    return cells;
  }

  private Object value(Cell cell) {
    return switch (cell.column.type()) {
      case Types.BIGINT -> (long) random.nextInt(1_000_000);
      case Types.INTEGER -> random.nextInt(1_000_000);
      case Types.SMALLINT -> (short) random.nextInt(100);
      case Types.DOUBLE -> random.nextDouble() * 1_000;
      case Types.BOOLEAN, Types.BIT -> random.nextBoolean();
      // Before and after the calendar of today was made.
      case Types.DATE -> LocalDate.ofYearDay(1 + random.nextInt(2500), 1 + random.nextInt(365));
      case Types.TIME -> LocalTime.of(random.nextInt(24), random.nextInt(60));
      case Types.TIMESTAMP_WITH_TIMEZONE ->
          OffsetDateTime.of(
              1 + random.nextInt(2500),
              1 + random.nextInt(12),
              1 + random.nextInt(28),
              random.nextInt(24),
              random.nextInt(60),
              random.nextInt(60),
              random.nextInt(1_000_000) * 1000,
              ZoneOffset.UTC);
      case Types.BINARY, Types.VARBINARY -> bytes();
      default -> text(cell.size);
    };
  }

  private byte[] bytes() {
    byte[] bytes = new byte[random.nextInt(40)];
    random.nextBytes(bytes);
    return bytes;
  }

  private String text(int longest) {
    StringBuilder text = new StringBuilder();
    List<String> pieces = List.of("a", "Z", "\n", "\t", "\"", "\\", "☃", "é", "0", " ", "'");
    int length = 1 + random.nextInt(Math.min(longest, 30));
    while (text.length() < length) {
      text.append(pieces.get(random.nextInt(pieces.size())));
    }
    return text.toString();
  }
}
