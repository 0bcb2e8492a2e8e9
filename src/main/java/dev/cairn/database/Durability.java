package dev.cairn.database;

import dev.cairn.database.pool.FairPool;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/** Makes commits that have returned survive power loss. */
interface Durability extends AutoCloseable {
  /** Returns when everything that this thread has committed is on the disk. */
  void sync();

  @Override
  void close();

  /** For a database that syncs each commit itself, or keeps nothing. */
  Durability NONE_NEEDED =
      new Durability() {
        @Override
        public void sync() {}

        @Override
        public void close() {}
      };

  /**
   * For a database in memory, which lasts as long as something is connected to it: a connection of
   * its own, beside the pool, whose connections come and go.
   */
  static Durability untilClosed(FairPool pool) {
    try {
      Connection kept =
          DriverManager.getConnection(pool.getJdbcUrl(), pool.getUsername(), pool.getPassword());
      return new Durability() {
        @Override
        public void sync() {}

        @Override
        public void close() {
          try {
            kept.close();
          } catch (SQLException e) {
            throw DatabaseException.unreachable(e);
          }
        }
      };
    } catch (SQLException e) {
      throw DatabaseException.unreachable(e);
    }
  }
}
