package dev.cairn.database;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jspecify.annotations.Nullable;

/**
 * SQL with values for its {@code :names}. Values may be of any type that {@link ColumnTypes} or
 * Jdbi knows: ids, zones, dates, instants, enums by name, texts and numbers.
 */
public abstract sealed class Statement<S extends Statement<S>>
    permits Query, Update, Upsert, Batch {
  final Database database;
  private List<Consumer<SqlStatement<?>>> values = new ArrayList<>();

  Statement(Database database) {
    this.database = database;
  }

  /** The value of a name. */
  public final S bind(String name, @Nullable Object value) {
    Object stored = value == null ? null : stored(value);
    values.add(statement -> statement.bind(name, stored));
    return self();
  }

  /** What Jdbi is given for a value: here how it is stored. */
  Object stored(Object value) {
    return database.types().argument(value);
  }

  /**
   * Several values as one array.
   *
   * @param type ids, {@code Long} or {@code String}
   */
  public final <T> S bindArray(String name, Class<T> type, Collection<? extends T> array) {
    List<T> copy = List.copyOf(array);
    values.add(statement -> statement.bindArray(name, type, copy));
    return self();
  }

  @SuppressWarnings("unchecked")
  private S self() {
    return (S) this;
  }

  final <T extends SqlStatement<T>> T bound(T statement) {
    values.forEach(value -> value.accept(statement));
    return statement;
  }

  /** The values so far; those of the next row begin anew. */
  final List<Consumer<SqlStatement<?>>> taken() {
    List<Consumer<SqlStatement<?>>> taken = values;
    values = new ArrayList<>();
    return taken;
  }
}
