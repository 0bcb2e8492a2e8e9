package dev.cairn.database;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;

/** A row of an answer. It is valid while it is being read. */
public final class Row {
  private final ResultSet row;
  private final StatementContext context;
  private final KnownTypes types;

  Row(ResultSet row, StatementContext context, KnownTypes types) {
    this.row = row;
    this.context = context;
    this.types = types;
  }

  /** A column of a type that {@link ColumnTypes} or Jdbi knows; null where it is. */
  public <T> @Nullable T find(String column, Class<T> type) {
    try {
      return types.mapper(type).map(row, column, context);
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
}
