package dev.cairn.database;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cairn.database.Tables.Column;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * Everything in the database as one file. Either kind of database writes it and is restored from
 * it, so it also moves a community from H2 to PostgreSQL.
 *
 * <p>Dates and times are java.time all the way: by java.sql.Date, H2 would move every date before
 * 1582 to another calendar.
 */
public final class Backup {
  private static final int BATCH = 500;
  private static final int FETCHED_AT_ONCE = 1000;
  private static final int HEXADECIMAL = 16;
  private static final int SHOWN_DIGITS = 16;

  private final Database database;

  public Backup(Database database) {
    this.database = database;
  }

  /**
   * Writes everything, as of one moment.
   *
   * @param file must not exist
   * @return how many rows were written
   * @throws IOException when the file cannot be written; what was begun of it is removed
   */
  public long write(Path file) throws IOException {
    BackupFile.Out begun = new BackupFile.Out(file, database.version());
    try {
      try (begun) {
        return database.snapshot(handle -> write(handle, begun));
      }
    } catch (UncheckedIOException e) {
      Files.delete(file);
      throw e.getCause();
    } catch (IOException | RuntimeException e) {
      Files.delete(file);
      throw e;
    }
  }

  private static long write(Handle handle, BackupFile.Out out) {
    Tables.of(handle)
        .columns()
        .forEach((table, columns) -> {
          out.table(table);
          handle
              .createQuery("select * from " + table)
              .setFetchSize(FETCHED_AT_ONCE)
              .map((row, context) -> json(columns, row))
              .forEach(row -> out.row(table, row));
        });
    return out.end();
  }

  /**
   * What a table holds.
   *
   * @param rows how many
   * @param checksum over all values; the same in either kind of database, whatever the order
   */
  public record Sum(long rows, String checksum) {}

  /** What each table holds, as of one moment: every row is read. */
  public Map<String, Sum> sums() {
    return database.snapshot(handle -> {
      Map<String, Sum> sums = new LinkedHashMap<>();
      Tables.of(handle)
          .columns()
          .forEach((table, columns) -> sums.put(table, sum(handle, table, columns)));
      return sums;
    });
  }

  private static Sum sum(Handle handle, String table, List<Column> columns) {
    // Columns stand in another order where a table was altered.
    List<Column> ordered = columns.stream().sorted(Comparator.comparing(Column::name)).toList();
    long rows = 0;
    BigInteger sum = BigInteger.ZERO;
    for (String digest :
        handle
            .createQuery("select * from " + table)
            .setFetchSize(FETCHED_AT_ONCE)
            .map((row, context) -> Digest.of(json(ordered, row).toString()))) {
      rows++;
      sum = sum.add(new BigInteger(digest, HEXADECIMAL));
    }
    return new Sum(rows, Digest.of(sum.toString()).substring(0, SHOWN_DIGITS));
  }

  /** The rows that refer to a row that is not there, for each table that has some. */
  public Map<String, Long> orphans() {
    return database.snapshot(handle -> {
      Map<String, Long> orphans = new LinkedHashMap<>();
      Tables tables = Tables.of(handle);
      tables
          .references()
          .forEach((table, references) ->
              references.forEach(reference -> {
                long rows = orphans(handle, table, reference);
                if (rows > 0) {
                  orphans.merge(table, rows, Long::sum);
                }
              }));
      return orphans;
    });
  }

  private static long orphans(Handle handle, String table, Tables.Reference reference) {
    String whole =
        reference.columns().keySet().stream()
            .map(column -> "c." + column + " is not null")
            .collect(Collectors.joining(" and "));
    String same =
        reference.columns().entrySet().stream()
            .map(pair -> "p." + pair.getValue() + " = c." + pair.getKey())
            .collect(Collectors.joining(" and "));
    return handle
        .createQuery(
            "select count(*) from %s c where %s and not exists (select 1 from %s p where %s)"
                .formatted(table, whole, reference.table(), same))
        .mapTo(Long.class)
        .one();
  }

  /** A row by the names of its columns, each value as text. */
  static ObjectNode json(List<Column> columns, ResultSet row) throws SQLException {
    ObjectNode values = JsonNodeFactory.instance.objectNode();
    for (Column column : columns) {
      // Null becomes null.
      values.put(column.name(), text(column, row));
    }
    return values;
  }

  private static @Nullable String text(Column column, ResultSet row) throws SQLException {
    Object value =
        switch (column.type()) {
          case Types.TIMESTAMP_WITH_TIMEZONE -> row.getObject(column.name(), OffsetDateTime.class);
          case Types.DATE -> row.getObject(column.name(), LocalDate.class);
          case Types.TIME -> row.getObject(column.name(), LocalTime.class);
          case Types.BINARY, Types.VARBINARY -> row.getBytes(column.name());
          default -> row.getObject(column.name());
        };
    return switch (value) {
      case null -> null;
      case byte[] bytes -> Base64.getEncoder().encodeToString(bytes);
      case OffsetDateTime at -> at.withOffsetSameInstant(ZoneOffset.UTC).toString();
      default -> value.toString();
    };
  }

  /**
   * Fills an empty database; all of it, or nothing.
   *
   * @return how many rows were restored
   * @throws DatabaseException when the file is no whole backup of these tables, or the database is
   *     not empty
   */
  public long restore(Path file) throws IOException {
    try (BackupFile.In in = new BackupFile.In(file)) {
      requireSameVersion(in.version());
      return database.write(handle -> restore(handle, in));
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private static long restore(Handle handle, BackupFile.In in) {
    Map<String, List<Column>> tables = Tables.of(handle).columns();
    requireEmpty(handle, tables.keySet());
    try {
      insert(handle, tables, in);
    } catch (SQLException e) {
      throw new DatabaseException(
          "the backup is damaged, its rows do not fit together: "
              + String.valueOf(e.getMessage()).lines().findFirst().orElse(""),
          e);
    }
    // Only now: H2 commits where a table is altered.
    tables.forEach((name, columns) -> restartKeys(handle, name, columns));
    return in.rows();
  }

  private static void insert(Handle handle, Map<String, List<Column>> tables, BackupFile.In in)
      throws SQLException {
    BackupFile.Row row = in.next();
    while (row != null) {
      String table = row.table();
      List<Column> columns = columns(tables, table);
      try (PreparedStatement insert =
          handle.getConnection().prepareStatement(insert(table, columns))) {
        int batch = 0;
        while (row != null && row.table().equals(table)) {
          for (int i = 0; i < columns.size(); i++) {
            bind(insert, i + 1, columns.get(i), row.values().path(columns.get(i).name()));
          }
          insert.addBatch();
          if (++batch % BATCH == 0) {
            insert.executeBatch();
          }
          row = in.next();
        }
        insert.executeBatch();
      }
    }
  }

  private static List<Column> columns(Map<String, List<Column>> tables, String table) {
    List<Column> columns = tables.get(table);
    if (columns == null) {
      throw new DatabaseException("the backup has a table that is not known here: " + table, null);
    }
    return columns;
  }

  private static String insert(String table, List<Column> columns) {
    return "insert into "
        + table
        + " ("
        + String.join(", ", columns.stream().map(Column::name).toList())
        + ") values ("
        + String.join(", ", Collections.nCopies(columns.size(), "?"))
        + ")";
  }

  private static void bind(PreparedStatement insert, int position, Column column, JsonNode value)
      throws SQLException {
    if (value.isNull() || value.isMissingNode()) {
      insert.setNull(position, column.type());
      return;
    }
    String text = value.asText();
    switch (column.type()) {
      case Types.BIGINT -> insert.setLong(position, Long.parseLong(text));
      case Types.INTEGER, Types.SMALLINT -> insert.setInt(position, Integer.parseInt(text));
      case Types.DOUBLE -> insert.setDouble(position, Double.parseDouble(text));
      case Types.BOOLEAN, Types.BIT -> insert.setBoolean(position, Boolean.parseBoolean(text));
      case Types.DATE -> insert.setObject(position, LocalDate.parse(text));
      case Types.TIME -> insert.setObject(position, LocalTime.parse(text));
      case Types.TIMESTAMP_WITH_TIMEZONE -> insert.setObject(position, OffsetDateTime.parse(text));
      case Types.BINARY, Types.VARBINARY ->
          insert.setBytes(position, Base64.getDecoder().decode(text));
      // PostgreSQL refuses the character NUL, which H2 once kept.
      default -> insert.setString(position, ColumnTypes.storable(text));
    }
  }

  /** New rows must not be given keys that restored ones have. */
  private static void restartKeys(Handle handle, String table, List<Column> columns) {
    for (Column column : columns) {
      if (column.generated()) {
        long next =
            handle
                .createQuery("select coalesce(max(" + column.name() + "), 0) + 1 from " + table)
                .mapTo(Long.class)
                .one();
        handle.execute(
            "alter table " + table + " alter column " + column.name() + " restart with " + next);
      }
    }
  }

  private void requireSameVersion(String version) {
    if (!version.equals(database.version())) {
      throw new DatabaseException(
          "the backup is of version %s of the tables, the database of version %s; restore it with the program that wrote it, then migrate"
              .formatted(version, database.version()),
          null);
    }
  }

  private static void requireEmpty(Handle handle, Collection<String> tables) {
    for (String table : tables) {
      if (handle
          .createQuery("select 1 from " + table + " limit 1")
          .mapTo(Integer.class)
          .findOne()
          .isPresent()) {
        throw new DatabaseException(
            "the database is not empty (" + table + " has rows); restore into a new one", null);
      }
    }
  }
}
