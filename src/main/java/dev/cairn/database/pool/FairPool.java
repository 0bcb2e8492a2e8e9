package dev.cairn.database.pool;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * A pool that serves first who came first. HikariCP's own queue does not: a thread that gives a
 * connection back and wants one again takes it before the one that waits has woken, so under steady
 * load a few threads keep all connections and the others wait until they give up.
 */
public class FairPool extends HikariDataSource {
  private final Semaphore turns;
  private final Availability availability;

  /** Opens the pool, with as many turns at once as it may have connections. */
  public FairPool(HikariConfig config, Availability availability) {
    super(config);
    this.availability = availability;
    turns = new Semaphore(config.getMaximumPoolSize(), true);
  }

  /**
   * A connection, when it is this thread's turn.
   *
   * @throws SQLTransientConnectionException when the turn did not come within the connection
   *     timeout, or the database cannot be used
   */
  @Override
  public Connection getConnection() throws SQLException {
    availability.require();
    awaitTurn();
    boolean given = false;
    try {
      Connection connection = endingTheTurn(super.getConnection());
      given = true;
      return connection;
    } finally {
      if (!given) {
        turns.release();
      }
    }
  }

  private void awaitTurn() throws SQLTransientConnectionException {
    try {
      if (!turns.tryAcquire(getConnectionTimeout(), TimeUnit.MILLISECONDS)) {
        throw new SQLTransientConnectionException(
            "%s: no connection came free within %d ms, %d wait"
                .formatted(getPoolName(), getConnectionTimeout(), waiting()));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new SQLTransientConnectionException("interrupted while waiting for a connection", e);
    }
  }

  /** The same connection, whose first closing ends the turn. */
  private Connection endingTheTurn(Connection connection) {
    AtomicBoolean open = new AtomicBoolean(true);
    return (Connection)
        Proxy.newProxyInstance(
            FairPool.class.getClassLoader(),
            new Class<?>[] {Connection.class},
            (proxy, method, arguments) -> {
              try {
                return method.invoke(connection, arguments);
              } catch (InvocationTargetException e) {
                throw e.getCause();
              } finally {
                if (method.getName().equals("close") && open.compareAndSet(true, false)) {
                  turns.release();
                }
              }
            });
  }

  /** Uses none of its connections again; those in use are given up when they come back. */
  public void evictAll() {
    getHikariPoolMXBean().softEvictConnections();
  }

  /** How many threads wait for their turn; an estimate while they come and go. */
  int waiting() {
    return turns.getQueueLength();
  }
}
