package dev.cairn.database;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cairn.database.statement.KnownTypes;
import dev.cairn.database.statement.Prepared;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A row of an answer. It is valid while it is being read. */
public final class Row {
  private final ResultSet row;
  private final Prepared statement;
  private final KnownTypes types;

  Row(ResultSet row, Prepared statement, KnownTypes types) {
    this.row = row;
    this.statement = statement;
    this.types = types;
  }

  /** A column of a type that {@link ColumnTypes} or Jdbi knows; null where it is. */
  public <T> @Nullable T find(String column, Class<T> type) {
    try {
      return statement.read(row, column, types.mapper(type));
    } catch (SQLException e) {
      throw new DatabaseException("cannot read the column " + column + ": " + e.getMessage(), e);
    }
  }

  /** A column that is never null. */
  public <T> T get(String column, Class<T> type) {
    T value = find(column, type);
    if (value == null) {
      throw new IllegalStateException("the column " + column + " is null");
    }
    return value;
  }

  /** A text that is never null. */
  public String text(String column) {
    return get(column, String.class);
  }

  /** A text that may be null. */
  public @Nullable String findText(String column) {
    return find(column, String.class);
  }

  /** A number that is never null. */
  public int number(String column) {
    return get(column, Integer.class);
  }

  /** A large number that is never null. */
  public long big(String column) {
    return get(column, Long.class);
  }

  /** Whether something is so; never null. */
  public boolean flag(String column) {
    return get(column, Boolean.class);
  }

  /** A moment that is never null. */
  public Instant instant(String column) {
    return get(column, Instant.class);
  }

  /** A date that is never null. */
  public LocalDate date(String column) {
    return get(column, LocalDate.class);
  }

  /** All of it by the names of its columns, each value as text. */
  ObjectNode json(List<Tables.Column> columns) {
    try {
      return Backup.json(columns, row);
    } catch (SQLException e) {
      throw new DatabaseException("cannot read a row: " + e.getMessage(), e);
    }
  }
}
