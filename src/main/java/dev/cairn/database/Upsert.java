package dev.cairn.database;

import java.util.function.UnaryOperator;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Update;

/**
 * Updates a row, or inserts it where there is none: the form that both databases take and that two
 * writers at once cannot break.
 *
 * @param insert without a conflict clause
 * @param update of the row with the same key
 */
record Upsert(String insert, String update) {

  /** Runs it with these values; both statements take the same ones. */
  int run(Handle handle, UnaryOperator<Update> bind) {
    int updated = bind.apply(handle.createUpdate(update)).execute();
    if (updated > 0) {
      return updated;
    }
    int inserted =
        bind.apply(handle.createUpdate(insert.stripTrailing() + " on conflict do nothing"))
            .execute();
    // Somebody else inserted it meanwhile.
    return inserted > 0 ? inserted : bind.apply(handle.createUpdate(update)).execute();
  }
}
