package dev.cairn.database;

import dev.cairn.database.h2.Compaction;
import dev.cairn.database.pool.FairPool;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import org.h2.api.ErrorCode;
import org.h2.jdbc.JdbcConnection;
import org.h2.mvstore.MVStoreException;
import org.jspecify.annotations.Nullable;

/** The one place where H2 and PostgreSQL differ. All other SQL is what both take. */
enum Dialect {
  H2 {
    @Override
    String jdbcUrl(String url) {
      // MODE: so that one SQL serves both. WRITE_DELAY: commits reach the file at once, but for
      // a file that is deleted in the end; that one is not made smaller meanwhile either.
      // DB_CLOSE_ON_EXIT: we close it ourselves, after what is in flight has been answered.
      // QUERY_CACHE_SIZE: we keep our statements ourselves. H2 would go through all that it keeps,
      // at the first change of a table in each transaction, to have them forget answers.
      // OPTIMIZE_REUSE_RESULTS: to look whether the answer of last time still holds costs more than
      // it saves, since other values are asked for each time.
      // TRACE_LEVEL_FILE: no log of H2's own beside the file; we are told every failure anyhow.
      return url
          + (isTemporary(url) ? ";AUTO_COMPACT_FILL_RATE=0;MAX_COMPACT_TIME=0" : ";WRITE_DELAY=0")
          + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH;DB_CLOSE_ON_EXIT=FALSE;QUERY_CACHE_SIZE=0;OPTIMIZE_REUSE_RESULTS=FALSE;TRACE_LEVEL_FILE=0";
    }

    @Override
    Class<? extends Connection> keepsStatementsOf() {
      return JdbcConnection.class;
    }

    @Override
    String defaultUser() {
      return "sa";
    }

    @Override
    boolean says(String url, String setting) {
      return url.toUpperCase(Locale.ROOT).contains(";" + setting + "=");
    }

    @Override
    String byCharacter(String text) {
      return text;
    }

    @Override
    String locked() {
      return " for update";
    }

    @Override
    String held(String table) {
      // H2 has no such lock. One transaction at a time writes to what is kept.
      return "";
    }

    @Override
    boolean isExclusive(String url) {
      return !url.startsWith("jdbc:h2:tcp:")
          && !url.startsWith("jdbc:h2:ssl:")
          && !url.toUpperCase(Locale.ROOT).contains("AUTO_SERVER=TRUE");
    }

    @Override
    void beforeOpening(String url) throws IOException {
      if (isTemporary(url)) {
        TemporaryFile.register();
      }
      H2File.requireWhole(url);
    }

    @Override
    boolean wantsOneWriter(String url) {
      return !keepsNothing(url);
    }

    @Override
    boolean canClose(String url) {
      return !keepsNothing(url);
    }

    @Override
    boolean hasClosed(SQLException failure) {
      return switch (failure.getErrorCode()) {
        case ErrorCode.DATABASE_IS_CLOSED, ErrorCode.IO_EXCEPTION_1, ErrorCode.IO_EXCEPTION_2 ->
            true;
        case ErrorCode.GENERAL_ERROR_1 -> failure.getCause() instanceof MVStoreException;
        default -> false;
      };
    }

    @Override
    void proveWriting(Statement statement) throws SQLException {
      statement.execute("update flyway_schema_history set success = success");
      statement.execute("checkpoint sync");
    }

    @Override
    Durability durability(FairPool writing, String url) {
      return keepsNothing(url) ? Durability.untilClosed(writing) : new GroupCommit(writing);
    }

    @Override
    Optional<Compaction> compaction(FairPool writing, String url) {
      return keepsNothing(url) || !isExclusive(url)
          ? Optional.empty()
          : Optional.of(new Compaction(writing));
    }

    // Nothing of it is left when it is closed.
    private static boolean keepsNothing(String url) {
      return url.startsWith("jdbc:h2:mem:") || isTemporary(url);
    }

    private static boolean isTemporary(String url) {
      return url.startsWith(TemporaryFile.url());
    }
  },
  POSTGRESQL {
    @Override
    String jdbcUrl(String url) {
      return url;
    }

    @Override
    Properties connectionProperties() {
      // A server that is gone without a word is given up; another connection mends it.
      Properties properties = new Properties();
      properties.setProperty("connectTimeout", "5");
      properties.setProperty(ANSWER_WITHIN, "60");
      properties.setProperty("tcpKeepAlive", "true");
      return properties;
    }

    @Override
    String defaultUser() {
      return "";
    }

    @Override
    boolean says(String url, String setting) {
      // What the URL says holds, whatever is said beside it.
      return false;
    }

    @Override
    String byCharacter(String text) {
      return text + " collate \"C\"";
    }

    @Override
    String locked() {
      return " for no key update";
    }

    @Override
    String held(String table) {
      return " for key share of " + table;
    }

    @Override
    boolean isExclusive(String url) {
      return false;
    }

    @Override
    void beforeOpening(String url) {
      // PostgreSQL sees to its files itself.
    }

    @Override
    boolean wantsOneWriter(String url) {
      return false;
    }

    @Override
    boolean canClose(String url) {
      return false;
    }

    @Override
    boolean hasClosed(SQLException failure) {
      return false;
    }

    @Override
    void proveWriting(Statement statement) {
      // PostgreSQL reports each statement separately.
    }

    @Override
    Durability durability(FairPool writing, String url) {
      return Durability.NONE_NEEDED;
    }

    @Override
    String withoutSync() {
      return "set local synchronous_commit = off";
    }
  };

  /** The property of a connection that limits how long a statement may take, where there is one. */
  static final String ANSWER_WITHIN = "socketTimeout";

  abstract String jdbcUrl(String url);

  /** Connections whose prepared statements we keep; null where the driver keeps them itself. */
  @Nullable Class<? extends Connection> keepsStatementsOf() {
    return null;
  }

  abstract String defaultUser();

  /**
   * Whether a URL says this itself, and the opposite must not be said beside it.
   *
   * @param setting in capitals
   */
  abstract boolean says(String url, String setting);

  /** More about connections, over which what the URL says holds. */
  Properties connectionProperties() {
    return new Properties();
  }

  /** A text to sort by, character by character and not by some language's customs. */
  abstract String byCharacter(String text);

  /** What a question ends with that locks its rows, as little as is enough to change them. */
  abstract String locked();

  /** What a question ends with whose rows of a table nobody may delete or lock meanwhile. */
  abstract String held(String table);

  /** Whether no two processes can have a database open at once. */
  abstract boolean isExclusive(String url);

  /** Refuses a database that would open as something else than it was. */
  abstract void beforeOpening(String url) throws IOException;

  /**
   * Whether one connection at a time may write: H2 may write half of a transaction to its file
   * while another commits, and after a crash waits for that half without end.
   */
  abstract boolean wantsOneWriter(String url);

  /** Whether the database may close itself under our connections and has to be opened anew. */
  abstract boolean canClose(String url);

  /** Whether a failure says that the database has closed itself, or is about to. */
  abstract boolean hasClosed(SQLException failure);

  /** Writes something that changes nothing, through to the disk. */
  abstract void proveWriting(Statement statement) throws SQLException;

  /** What makes commits survive, by connections that may write. */
  abstract Durability durability(FairPool writing, String url);

  /** What keeps its file small by connections that write, where it needs somebody to. */
  Optional<Compaction> compaction(FairPool writing, String url) {
    return Optional.empty();
  }

  /**
   * What has the transaction that it is said in end without waiting for the disk; null where it is
   * only {@link #durability} that waits.
   */
  @Nullable String withoutSync() {
    return null;
  }

  static Dialect of(String url) {
    return url.startsWith("jdbc:h2:") ? H2 : POSTGRESQL;
  }
}
