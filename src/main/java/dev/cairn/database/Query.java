package dev.cairn.database;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.result.ResultIterable;

/** A question. It is asked when its answer is wanted. */
public final class Query extends Statement<Query> {
  private final String sql;

  Query(Database database, String sql) {
    super(database);
    this.sql = sql;
  }

  /** All rows. */
  public <T> List<T> list(Function<Row, T> reader) {
    return ask(handle -> rows(handle, reader).list());
  }

  /** All values of the only column. */
  public <T> List<T> list(Class<T> type) {
    return ask(handle -> values(handle, type).list());
  }

  /**
   * The only row, where there is one.
   *
   * @throws IllegalStateException when there are several
   */
  public <T> Optional<T> find(Function<Row, T> reader) {
    return ask(handle -> rows(handle, reader).findOne());
  }

  /**
   * The value of the only column of the only row, where there is one and it is not null.
   *
   * @throws IllegalStateException when there are several
   */
  public <T> Optional<T> find(Class<T> type) {
    return ask(handle -> values(handle, type).findOne());
  }

  /**
   * The value of the only column of the only row, a count for example.
   *
   * @throws IllegalStateException when there is none, or several
   */
  public <T> T one(Class<T> type) {
    return ask(handle -> values(handle, type).one());
  }

  /** Two columns as a map in the order of the rows. */
  public <K, V> Map<K, V> map(Function<Row, K> key, Function<Row, V> value) {
    Map<K, V> map = new LinkedHashMap<>();
    each(row -> map.put(key.apply(row), value.apply(row)));
    return map;
  }

  /** Hands on every row. */
  public void each(Consumer<Row> consumer) {
    list(row -> {
      consumer.accept(row);
      return true;
    });
  }

  private <T> ResultIterable<T> rows(Handle handle, Function<Row, T> reader) {
    return bound(handle.createQuery(sql))
        .map((row, context) -> reader.apply(new Row(row, context, database.types())));
  }

  private <T> ResultIterable<T> values(Handle handle, Class<T> type) {
    return bound(handle.createQuery(sql)).map(database.types().mapper(type));
  }

  private <T> T ask(Function<Handle, T> question) {
    return sql.contains("for update") ? database.lock(question) : database.read(question);
  }
}
