package dev.cairn.database;

import org.jdbi.v3.core.Handle;

/** Updates a row, or inserts it where there is none. */
public final class Upsert extends Statement<Upsert> {
  private final String insert;
  private final String update;

  Upsert(Database database, String insert, String update) {
    super(database);
    this.insert = insert.stripTrailing() + " on conflict do nothing";
    this.update = update;
  }

  /** Does it; false where the row is there and the update has a condition that it does not meet. */
  public boolean execute() {
    return database.write(
        update,
        handle ->
            // Between the two somebody else may have inserted it.
            run(handle, update) > 0 || run(handle, insert) > 0 || run(handle, update) > 0);
  }

  private int run(Handle handle, String sql) {
    return database.statements().run(handle, sql, statement -> statement.update(values()));
  }
}
