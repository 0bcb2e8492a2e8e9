package dev.cairn.database.h2;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.h2.engine.SessionLocal;
import org.h2.jdbc.JdbcConnection;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the file of an open H2 database small. Every commit writes the pages that it changes to
 * another place in the file and leaves the old ones behind, in pieces ("chunks") of which some
 * pages are still in use, so that nothing else can be written there. A step takes the pages that
 * are in use out of the emptiest of them. H2 does so itself only where it writes by the clock.
 *
 * <p>See docs/decisions/0129-the-file-is-kept-small.md.
 */
public final class Compaction {
  private static final Logger LOG = LoggerFactory.getLogger(Compaction.class);

  /** A smaller file is left as it is, in bytes. */
  private static final long SMALL = 32L << 20;

  /** How much of what has been written is to be in use, in percent. */
  private static final int IN_USE = 50;

  /** How much is moved by one step, in bytes: whoever wants to write waits for it. */
  private static final int STEP = 128 << 10;

  private final DataSource writing;
  private final long small;

  /**
   * @param writing connections to the file, of which there is one that nobody else writes beside
   */
  public Compaction(DataSource writing) {
    this(writing, SMALL);
  }

  /**
   * The same, for a test.
   *
   * @param small the size of a file that is left as it is, in bytes
   */
  Compaction(DataSource writing, long small) {
    this.writing = writing;
    this.small = small;
  }

  /**
   * Moves a little of what is in use where too little of the file is, and returns when that is on
   * the disk.
   *
   * @return whether something was moved
   * @throws SQLException when the disk does not take it; nothing is lost then
   */
  public boolean step() throws SQLException {
    try (Connection connection = writing.getConnection();
        Statement statement = connection.createStatement()) {
      MVStore store = store(connection);
      boolean moved = store.getFileStore().size() > small && moved(store);
      if (moved) {
        statement.execute("checkpoint sync");
      }
      return moved;
    }
  }

  private static boolean moved(MVStore store) {
    try {
      return store.compact(IN_USE, STEP);
    } catch (MVStoreException failed) {
      // The store has closed itself. Whoever speaks to it next hears so, we first.
      LOG.debug("nothing was moved", failed);
      return true;
    }
  }

  private static MVStore store(Connection connection) throws SQLException {
    SessionLocal session = (SessionLocal) connection.unwrap(JdbcConnection.class).getSession();
    return session.getDatabase().getStore().getMvStore();
  }
}
