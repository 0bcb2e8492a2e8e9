package dev.cairn.database.statement;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.mapper.ColumnMapper;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;

/** A statement as the driver has prepared it, for one thread at a time. */
public final class Prepared {
  private final PreparedStatement statement;

  /** A name for each question mark of the statement. */
  private final List<String> names;

  private final StatementContext context;

  /** The places of the columns, from 1, known since there first were rows. */
  private @Nullable Map<String, Integer> columns;

  Prepared(PreparedStatement statement, List<String> names, StatementContext context) {
    this.statement = statement;
    this.names = names;
    this.context = context;
  }

  /** Takes the rows of an answer, one after the other. */
  @FunctionalInterface
  public interface RowConsumer {
    /**
     * Takes a row, and may read others by statements of its own.
     *
     * @throws SQLException when a column cannot be read
     */
    void accept(ResultSet row) throws SQLException;
  }

  /** Runs a question, and hands on each row. */
  public void query(Values values, RowConsumer rows) throws SQLException {
    bind(values);
    try (ResultSet found = statement.executeQuery()) {
      while (found.next()) {
        rows.accept(found);
      }
    }
  }

  /** Runs a change, and tells how many rows it changed. */
  public int update(Values values) throws SQLException {
    bind(values);
    return statement.executeUpdate();
  }

  /** Inserts a row, and tells the key that it was given. */
  long insert(Values values) throws SQLException {
    bind(values);
    statement.executeUpdate();
    try (ResultSet keys = statement.getGeneratedKeys()) {
      keys.next();
      return keys.getLong(1);
    }
  }

  /** Runs a change for many rows, and tells how many rows each changed. */
  public int[] updateEach(List<Values> rows) throws SQLException {
    for (Values row : rows) {
      bind(row);
      statement.addBatch();
    }
    return statement.executeBatch();
  }

  private void bind(Values values) throws SQLException {
    for (int i = 0; i < names.size(); i++) {
      values.get(names.get(i)).apply(i + 1, statement, context);
    }
  }

  /** A column of a row of this statement; null where it is. */
  public <T> @Nullable T read(ResultSet row, String column, ColumnMapper<T> mapper)
      throws SQLException {
    Integer place = columns(row).get(column);
    return mapper.map(row, place == null ? row.findColumn(column) : place, context);
  }

  /** The first column of a row; null where it is. */
  public <T> @Nullable T read(ResultSet row, ColumnMapper<T> mapper) throws SQLException {
    return mapper.map(row, 1, context);
  }

  private Map<String, Integer> columns(ResultSet row) throws SQLException {
    Map<String, Integer> known = columns;
    if (known == null) {
      known = new HashMap<>();
      ResultSetMetaData data = row.getMetaData();
      for (int place = 1; place <= data.getColumnCount(); place++) {
        known.putIfAbsent(data.getColumnLabel(place), place);
      }
      columns = known;
    }
    return known;
  }

  void close() throws SQLException {
    statement.close();
  }
}
