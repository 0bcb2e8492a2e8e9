package dev.cairn.database;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.core.statement.SqlStatement;

/** The same change for many rows. */
public final class Batch extends Statement<Batch> {
  private final String sql;
  private final List<List<Consumer<SqlStatement<?>>>> rows = new ArrayList<>();

  Batch(Database database, String sql) {
    super(database);
    this.sql = sql;
  }

  /** The value itself: for many rows Jdbi looks up once how it is stored. */
  @Override
  Object stored(Object value) {
    return value;
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
        : database.write(handle -> {
          PreparedBatch batch = handle.prepareBatch(sql);
          for (List<Consumer<SqlStatement<?>>> row : rows) {
            row.forEach(value -> value.accept(batch));
            batch.add();
          }
          return batch.execute();
        });
  }
}
