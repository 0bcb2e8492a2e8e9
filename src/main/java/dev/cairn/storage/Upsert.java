package dev.cairn.storage;

import java.util.function.UnaryOperator;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Update;

/**
 * Inserts a row, or updates the one that is there: the form that both databases take and that two
 * writers at once cannot break.
 *
 * @param insert without a conflict clause
 * @param update of the row with the same key
 */
record Upsert(String insert, String update) {

  /** Runs it with these values; both statements take the same ones. */
  int run(Handle handle, UnaryOperator<Update> bind) {
    int inserted =
        bind.apply(handle.createUpdate(insert.stripTrailing() + " on conflict do nothing"))
            .execute();
    return inserted > 0 ? inserted : bind.apply(handle.createUpdate(update)).execute();
  }
}
