package dev.cairn.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import javax.sql.DataSource;

/**
 * Syncs H2's file to the disk after commits. H2 itself does so only now and then, so an
 * acknowledged check-in could be lost with the power. Commits that wait at the same time share one
 * sync: whoever comes first leads it, the others wait for the next.
 *
 * <p>See docs/decisions/0002-h2-durability.md.
 */
final class GroupCommit implements Durability {
  private final DataSource pool;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition finished = lock.newCondition();
  private long started;
  private long completed;
  private boolean running;

  GroupCommit(DataSource pool) {
    this.pool = pool;
  }

  /**
   * A sync covers a commit only when it starts after it: one that is under way may have passed it
   * by.
   */
  @Override
  public void sync() {
    lock.lock();
    try {
      long needed = started + 1;
      while (completed < needed) {
        if (running) {
          finished.awaitUninterruptibly();
        } else {
          lead();
        }
      }
    } finally {
      lock.unlock();
    }
  }

  private void lead() {
    running = true;
    long mine = ++started;
    lock.unlock();
    boolean synced = false;
    try {
      checkpoint();
      synced = true;
    } finally {
      lock.lock();
      running = false;
      if (synced) {
        // After a failure each waiting transaction runs its own sync, and fails alone if that
        // fails too.
        completed = mine;
      }
      finished.signalAll();
    }
  }

  private void checkpoint() {
    try (Connection connection = pool.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("checkpoint sync");
    } catch (SQLException e) {
      throw new DatabaseException("the disk did not take what was written: " + e.getMessage(), e);
    }
  }

  @Override
  public void close() {}
}
