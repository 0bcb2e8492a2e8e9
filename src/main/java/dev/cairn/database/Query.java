package dev.cairn.database;

import dev.cairn.database.statement.Prepared;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** A question. It is asked when its answer is wanted. */
public final class Query extends Statement<Query> {
  private final String sql;

  Query(Database database, String sql) {
    super(database);
    this.sql = sql;
  }

  /** All rows. */
  public <T> List<T> list(Function<Row, T> reader) {
    List<T> rows = new ArrayList<>();
    each(row -> rows.add(reader.apply(row)));
    return rows;
  }

  /** All values of the only column. */
  public <T> List<T> list(Class<T> type) {
    List<T> values = new ArrayList<>();
    read(type, values::add);
    return values;
  }

  /**
   * The only row, where there is one.
   *
   * @throws IllegalStateException when there are several
   */
  public <T> Optional<T> find(Function<Row, T> reader) {
    return only(list(reader));
  }

  /**
   * The value of the only column of the only row, where there is one and it is not null.
   *
   * @throws IllegalStateException when there are several
   */
  public <T> Optional<T> find(Class<T> type) {
    return only(list(type));
  }

  /**
   * The value of the only column of the only row, a count for example.
   *
   * @throws IllegalStateException when there is none, or several
   */
  public <T> T one(Class<T> type) {
    List<T> values = list(type);
    if (values.size() != 1) {
      throw new IllegalStateException("%d rows where one was asked for".formatted(values.size()));
    }
    return values.getFirst();
  }

  private static <T> Optional<T> only(List<T> rows) {
    if (rows.size() > 1) {
      throw new IllegalStateException("several rows where one was asked for");
    }
    return rows.isEmpty() ? Optional.empty() : Optional.ofNullable(rows.getFirst());
  }

  /** Two columns as a map in the order of the rows. */
  public <K, V> Map<K, V> map(Function<Row, K> key, Function<Row, V> value) {
    Map<K, V> map = new LinkedHashMap<>();
    each(row -> map.put(key.apply(row), value.apply(row)));
    return map;
  }

  /** Hands on every row. */
  public void each(Consumer<Row> consumer) {
    ask((statement, row) -> consumer.accept(new Row(row, statement, database.types())));
  }

  private <T> void read(Class<T> type, Consumer<@Nullable T> consumer) {
    ask((statement, row) -> consumer.accept(statement.read(row, database.types().mapper(type))));
  }

  /** Takes a row of a statement. */
  @FunctionalInterface
  private interface Reader {
    void read(Prepared statement, ResultSet row) throws SQLException;
  }

  private void ask(Reader reader) {
    Function<Handle, Boolean> question =
        handle ->
            database
                .statements()
                .run(
                    handle,
                    sql,
                    statement -> {
                      statement.query(values(), row -> reader.read(statement, row));
                      return true;
                    });
    if (sql.contains("for update") || sql.contains("for no key update")) {
      database.lock(question);
    } else {
      database.read(question);
    }
  }
}
