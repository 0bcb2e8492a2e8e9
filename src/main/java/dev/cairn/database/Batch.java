package dev.cairn.database;

import dev.cairn.database.statement.Values;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The same change for many rows. */
public final class Batch extends Statement<Batch> {
  private final String sql;
  private final List<Values> rows = new ArrayList<>();

  Batch(Database database, String sql) {
    super(database);
    this.sql = sql;
  }

  /** What has been bound is a row; what is bound next belongs to another. */
  public Batch add() {
    rows.add(taken());
    return this;
  }

  /** How many rows there are. */
  public int size() {
    return rows.size();
  }

  /** Makes the changes, and tells how many rows they changed; none where there are none. */
  public int execute() {
    return Arrays.stream(executeEach()).sum();
  }

  /** Makes the changes, and tells how many rows each of them changed. */
  public int[] executeEach() {
    return rows.isEmpty()
        ? new int[0]
        : database.write(
            sql,
            handle ->
                database.statements().run(handle, sql, statement -> statement.updateEach(rows)));
  }
}
