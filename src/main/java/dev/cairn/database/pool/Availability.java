package dev.cairn.database.pool;

import com.zaxxer.hikari.SQLExceptionOverride;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Whether the database can be used. H2 closes itself when its file takes nothing any more, because
 * the disk is full for example, and every connection to it is dead from then on. It is opened again
 * as soon as somebody wants a connection and the file takes something; until then nobody gets one.
 */
public final class Availability implements SQLExceptionOverride {
  private static final Logger LOG = LoggerFactory.getLogger(Availability.class);

  private final Predicate<SQLException> hasClosed;
  private final ReentrantLock reopening = new ReentrantLock(true);
  private Reopening reopen = () -> {};

  /** How often it was tried to reopen the database. */
  private final AtomicLong tries = new AtomicLong();

  private volatile @Nullable SQLException down;

  /** Opens the database again. */
  @FunctionalInterface
  public interface Reopening {
    /**
     * Opens it.
     *
     * @throws SQLException when it still takes nothing
     */
    void run() throws SQLException;
  }

  /**
   * @param hasClosed whether a failure says that the database has closed itself, or is about to
   */
  public Availability(Predicate<SQLException> hasClosed) {
    this.hasClosed = hasClosed;
  }

  /** Says how the database is opened again. */
  public void reopenBy(Reopening how) {
    reopen = how;
  }

  /**
   * Called for every failure of any connection of a pool, whoever uses it. A connection that the
   * database has closed is not used again: H2 says of it that it is valid, and may wait without end
   * when it is told to commit.
   */
  @java.lang.Override
  public Override adjudicate(SQLException failure) {
    if (!hasClosed.test(failure)) {
      return Override.CONTINUE_EVICT;
    }
    wentDown(failure);
    return Override.MUST_EVICT;
  }

  private synchronized void wentDown(SQLException failure) {
    if (down == null) {
      down = failure;
      LOG.error(
          "the database takes nothing: {}; nothing is kept until it does, which is tried at each command",
          reason(failure));
    }
  }

  private synchronized void cameBack() {
    if (down != null) {
      down = null;
      LOG.info("the database works again");
    }
  }

  /** Whether it cannot be used, as far as is known. */
  public boolean isDown() {
    return down != null;
  }

  /**
   * Returns when the database can be used; tries to reopen it where it could not.
   *
   * @throws SQLTransientConnectionException when it cannot
   */
  void require() throws SQLTransientConnectionException {
    if (down == null || reopening.isHeldByCurrentThread()) {
      return;
    }
    long seen = tries.get();
    reopening.lock();
    try {
      // One try serves all who have waited for it.
      if (down != null && tries.compareAndSet(seen, seen + 1)) {
        reopen.run();
        cameBack();
      }
      SQLException cause = down;
      if (cause != null) {
        throw unavailable(cause);
      }
    } catch (SQLException stillDown) {
      throw unavailable(stillDown);
    } finally {
      reopening.unlock();
    }
  }

  private static SQLTransientConnectionException unavailable(SQLException cause) {
    return new SQLTransientConnectionException(
        "the database takes nothing: " + reason(cause), cause);
  }

  /** The innermost cause, in one line: it says "No space left on device". */
  private static String reason(SQLException failure) {
    Throwable cause = failure;
    while (cause.getCause() != null) {
      cause = cause.getCause();
    }
    return String.valueOf(cause.getMessage()).lines().findFirst().orElse("");
  }
}
