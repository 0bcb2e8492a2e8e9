package dev.cairn.database;

/** A change. */
public final class Update extends Statement<Update> {
  private final String sql;

  Update(Database database, String sql) {
    super(database);
    this.sql = sql;
  }

  /** Makes it, and tells how many rows it changed. */
  public int execute() {
    return database.write(
        sql,
        handle -> database.statements().run(handle, sql, statement -> statement.update(values())));
  }

  /** Inserts a row, and tells the key that it was given. */
  public long insert(String keyColumn) {
    return database.write(
        sql, handle -> database.statements().insert(handle, sql, keyColumn, values()));
  }
}
