package dev.cairn.database;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cairn.database.Tables.Column;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jspecify.annotations.Nullable;

/**
 * Everything in the database as one gzipped file of JSON lines: first the version of the tables,
 * then a line a row. Either kind of database writes it and is restored from it, so it also moves a
 * community from H2 to PostgreSQL.
 */
public final class Backup {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int BATCH = 500;

  private final Database database;

  public Backup(Database database) {
    this.database = database;
  }

  /**
   * Writes everything, as of one moment.
   *
   * @param file must not exist
   * @return how many rows were written
   */
  public long write(Path file) throws IOException {
    try (BufferedWriter out =
        new BufferedWriter(
            new OutputStreamWriter(
                new GZIPOutputStream(Files.newOutputStream(file, StandardOpenOption.CREATE_NEW)),
                StandardCharsets.UTF_8))) {
      return database.snapshot(handle -> write(handle, out));
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private long write(Handle handle, BufferedWriter out) {
    line(out, JSON.createObjectNode().put("cairn", "backup").put("version", database.version()));
    long rows = 0;
    for (Map.Entry<String, List<Column>> table : Tables.of(handle).columns().entrySet()) {
      rows +=
          handle
              .createQuery("select * from " + table.getKey())
              .setFetchSize(1000)
              .map((row, context) -> json(table.getKey(), table.getValue(), row))
              .stream()
              .peek(row -> line(out, row))
              .count();
    }
    return rows;
  }

  private static ObjectNode json(String table, List<Column> columns, ResultSet row)
      throws SQLException {
    ObjectNode line = JSON.createObjectNode().put("table", table);
    ObjectNode values = line.putObject("row");
    for (Column column : columns) {
      Object value =
          column.type() == Types.TIMESTAMP_WITH_TIMEZONE
              ? row.getObject(column.name(), OffsetDateTime.class)
              : row.getObject(column.name());
      if (value == null) {
        values.putNull(column.name());
      } else {
        values.put(
            column.name(),
            value instanceof byte[] bytes
                ? java.util.Base64.getEncoder().encodeToString(bytes)
                : value.toString());
      }
    }
    return line;
  }

  /**
   * Fills an empty database; all of it, or nothing.
   *
   * @return how many rows were restored
   * @throws DatabaseException when the file is no backup of these tables, or the database is not
   *     empty
   */
  public long restore(Path file) throws IOException {
    try (BufferedReader in =
        new BufferedReader(
            new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
      return database.write(() -> database.with(handle -> restore(handle, in)));
    } catch (UncheckedIOException e) {
      throw e.getCause();
    } catch (java.util.zip.ZipException e) {
      throw new DatabaseException("not a backup: " + file, e);
    }
  }

  private long restore(Handle handle, BufferedReader in) {
    requireSameVersion(read(in));
    Map<String, List<Column>> tables = Tables.of(handle).columns();
    requireEmpty(handle, tables.keySet());
    long rows = 0;
    String table = "";
    PreparedBatch batch = null;
    for (JsonNode line = read(in); line != null; line = read(in)) {
      if (batch == null || !line.path("table").asText().equals(table) || batch.size() >= BATCH) {
        execute(batch);
        table = line.path("table").asText();
        batch = handle.prepareBatch(insert(table, columns(tables, table)));
      }
      for (Column column : columns(tables, table)) {
        bind(batch, column, line.path("row").get(column.name()));
      }
      batch.add();
      rows++;
    }
    execute(batch);
    tables.forEach((name, columns) -> restartKeys(handle, name, columns));
    return rows;
  }

  private static void execute(@Nullable PreparedBatch batch) {
    if (batch != null) {
      batch.execute();
      batch.close();
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
    List<String> names = columns.stream().map(Column::name).toList();
    return "insert into "
        + table
        + " ("
        + String.join(", ", names)
        + ") values (:"
        + String.join(", :", names)
        + ")";
  }

  private static void bind(PreparedBatch batch, Column column, @Nullable JsonNode value) {
    if (value == null || value.isNull()) {
      batch.bindNull(column.name(), column.type());
      return;
    }
    String text = value.asText();
    switch (column.type()) {
      case Types.BIGINT -> batch.bind(column.name(), Long.parseLong(text));
      case Types.INTEGER, Types.SMALLINT -> batch.bind(column.name(), Integer.parseInt(text));
      case Types.BOOLEAN, Types.BIT -> batch.bind(column.name(), Boolean.parseBoolean(text));
      case Types.DATE -> batch.bind(column.name(), LocalDate.parse(text));
      case Types.TIMESTAMP_WITH_TIMEZONE, Types.TIMESTAMP ->
          batch.bind(column.name(), OffsetDateTime.parse(text).toInstant());
      case Types.BINARY, Types.VARBINARY ->
          batch.bind(column.name(), java.util.Base64.getDecoder().decode(text));
      default -> batch.bind(column.name(), text);
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

  private void requireSameVersion(@Nullable JsonNode header) {
    String version = header == null ? "" : header.path("version").asText();
    if (header == null || !header.path("cairn").asText().equals("backup")) {
      throw new DatabaseException("not a backup: its first line does not say so", null);
    }
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

  private static void line(BufferedWriter out, JsonNode json) {
    try {
      out.write(json.toString());
      out.newLine();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static @Nullable JsonNode read(BufferedReader in) {
    try {
      String line = in.readLine();
      return line == null ? null : JSON.readTree(line);
    } catch (JsonProcessingException e) {
      throw new DatabaseException("the backup is damaged: " + e.getOriginalMessage(), e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
