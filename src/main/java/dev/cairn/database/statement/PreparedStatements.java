package dev.cairn.database.statement;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.ParsedSql;
import org.jdbi.v3.core.statement.SqlStatements;
import org.jdbi.v3.core.statement.StatementContext;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;
import org.jspecify.annotations.Nullable;

/**
 * The statements of a database. Jdbi tells how names are read and values are stored; what it would
 * set up anew for each statement is set up once. Where the driver does not keep what it has
 * prepared, it is kept here, with the connection that it belongs to.
 */
public final class PreparedStatements {
  /** More than there are. */
  private static final int MOST_KEPT = 500;

  /** The driver's own connections, whose statements are kept; null where the driver does it. */
  private final @Nullable Class<? extends Connection> keeping;

  private final Predicate<SQLException> gone;
  private final Map<Connection, Map<String, Prepared>> kept = new ConcurrentHashMap<>();
  private volatile @Nullable StatementContext context;
  private volatile Listener listener = new Listener() {};

  /**
   * @param keeping the class of the driver's connections, if their statements are to be kept
   * @param gone told each failure: whether the connection is not to be used again
   */
  public PreparedStatements(
      @Nullable Class<? extends Connection> keeping, Predicate<SQLException> gone) {
    this.keeping = keeping;
    this.gone = gone;
  }

  /** Is told of statements. */
  public interface Listener {
    /** This one is about to be run. */
    default void before(String sql, Connection connection) {}

    /** This one was run. */
    default void after(String sql) {}
  }

  /** What is done with a statement. */
  @FunctionalInterface
  public interface Work<T extends @Nullable Object> {
    /**
     * Runs it.
     *
     * @throws SQLException when the database does not
     */
    T run(Prepared statement) throws SQLException;
  }

  /** Has every statement told from now on. */
  public void tell(Listener told) {
    listener = told;
  }

  /**
   * Has work done with a statement.
   *
   * @throws UnableToExecuteStatementException when the database does not run it
   */
  public <T extends @Nullable Object> T run(Handle handle, String sql, Work<T> work) {
    Listener told = listener;
    Connection connection = handle.getConnection();
    told.before(sql, connection);
    try {
      T done =
          keeping == null
              ? once(connection, sql, handle, work)
              : kept(connection.unwrap(keeping), sql, handle, work);
      told.after(sql);
      return done;
    } catch (SQLException failure) {
      if (gone.test(failure)) {
        meet(connection);
      }
      throw failed(sql, failure, handle);
    }
  }

  /** Inserts a row, and tells the key that it was given. */
  public long insert(Handle handle, String sql, String keyColumn, Values values) {
    ParsedSql parsed = parsed(sql, handle);
    listener.before(sql, handle.getConnection());
    try (PreparedStatement statement =
        handle.getConnection().prepareStatement(parsed.getSql(), new String[] {keyColumn})) {
      long key = prepared(statement, parsed, handle).insert(values);
      listener.after(sql);
      return key;
    } catch (SQLException failure) {
      throw failed(sql, failure, handle);
    }
  }

  private UnableToExecuteStatementException failed(
      String sql, SQLException failure, Handle handle) {
    return new UnableToExecuteStatementException(
        failure.getMessage() + " [" + sql.strip() + "]", failure, context(handle));
  }

  /**
   * A pool hears of the failures that come by its own statements alone: has it hear of this one.
   */
  private static void meet(Connection connection) {
    try (Statement any = connection.createStatement()) {
      any.execute("select 1");
    } catch (SQLException heard) {
      // It is why this was run.
    }
  }

  private <T extends @Nullable Object> T once(
      Connection connection, String sql, Handle handle, Work<T> work) throws SQLException {
    Prepared statement = prepare(connection, sql, handle);
    try {
      return work.run(statement);
    } finally {
      statement.close();
    }
  }

  /** One that is run again by its own rows is prepared a second time. */
  private <T extends @Nullable Object> T kept(
      Connection connection, String sql, Handle handle, Work<T> work) throws SQLException {
    Map<String, Prepared> statements = statements(connection);
    Prepared taken = statements.remove(sql);
    Prepared statement = taken == null ? prepare(connection, sql, handle) : taken;
    boolean wentWell = false;
    try {
      T done = work.run(statement);
      wentWell = true;
      return done;
    } finally {
      Prepared left = wentWell ? statements.put(sql, statement) : statement;
      if (left != null) {
        left.close();
      }
      if (statements.size() > MOST_KEPT) {
        Iterator<Prepared> oldest = statements.values().iterator();
        oldest.next().close();
        oldest.remove();
      }
    }
  }

  /** Those of a connection, which one thread at a time has; the longest unused is first. */
  private Map<String, Prepared> statements(Connection connection) {
    Map<String, Prepared> known = kept.get(connection);
    if (known != null) {
      return known;
    }
    kept.keySet().removeIf(PreparedStatements::isClosed);
    Map<String, Prepared> none = new LinkedHashMap<>();
    kept.put(connection, none);
    return none;
  }

  private static boolean isClosed(Connection connection) {
    try {
      return connection.isClosed();
    } catch (SQLException broken) {
      return true;
    }
  }

  private Prepared prepare(Connection connection, String sql, Handle handle) throws SQLException {
    ParsedSql parsed = parsed(sql, handle);
    return prepared(connection.prepareStatement(parsed.getSql()), parsed, handle);
  }

  private Prepared prepared(PreparedStatement statement, ParsedSql parsed, Handle handle) {
    return new Prepared(statement, parsed.getParameters().getParameterNames(), context(handle));
  }

  private ParsedSql parsed(String sql, Handle handle) {
    StatementContext settings = context(handle);
    return settings.getConfig(SqlStatements.class).getSqlParser().parse(sql, settings);
  }

  /** Jdbi's settings as its own statements have them, for all of ours. */
  private StatementContext context(Handle handle) {
    StatementContext known = context;
    if (known == null) {
      known = handle.createUpdate("").getContext();
      context = known;
    }
    return known;
  }
}
