package dev.cairn.database;

import dev.cairn.database.statement.Values;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * SQL with values for its {@code :names}. Values may be of any type that {@link ColumnTypes} or
 * Jdbi knows: ids, zones, dates, instants, enums by name, texts and numbers.
 */
public abstract sealed class Statement<S extends Statement<S>>
    permits Query, Update, Upsert, Batch {
  final Database database;
  private Values values = new Values();

  Statement(Database database) {
    this.database = database;
  }

  /** The value of a name. */
  public final S bind(String name, @Nullable Object value) {
    values.put(name, database.types().argument(value));
    return self();
  }

  /**
   * Several values as one array.
   *
   * @param type ids, {@code Long} or {@code String}
   */
  public final <T> S bindArray(String name, Class<T> type, Collection<? extends T> array) {
    values.put(name, database.types().array(type, List.copyOf(array)));
    return self();
  }

  @SuppressWarnings("unchecked")
  private S self() {
    return (S) this;
  }

  /** The values so far. */
  final Values values() {
    return values;
  }

  /** The values so far; those of the next row begin anew. */
  final Values taken() {
    Values taken = values;
    values = new Values();
    return taken;
  }
}
