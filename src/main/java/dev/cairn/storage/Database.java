package dev.cairn.storage;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool;
import dev.cairn.config.DatabaseSettings;
import dev.cairn.feature.Transactions;
import java.sql.Connection;
import java.util.function.Function;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.transaction.TransactionIsolationLevel;

/**
 * The database in force: a pool, the schema brought up to date, and transactions that stores join
 * without being told.
 *
 * <p>A transaction belongs to the thread that runs it. One begun inside another joins it.
 */
public final class Database implements Transactions, AutoCloseable {
  private static final ScopedValue<Handle> CURRENT = ScopedValue.newInstance();

  private final HikariDataSource pool;
  private final Jdbi jdbi;
  private final Dialect dialect;
  private final String version;
  private final Durability durability;

  private Database(HikariDataSource pool, Dialect dialect, String version, Durability durability) {
    this.pool = pool;
    this.dialect = dialect;
    this.version = version;
    this.jdbi =
        Jdbi.create(pool)
            .registerArgument(new TimeArguments.InstantArgument())
            .registerArgument(new TimeArguments.LocalDateArgument())
            .registerColumnMapper(java.time.Instant.class, TimeArguments.INSTANT)
            .registerColumnMapper(java.time.LocalDate.class, TimeArguments.LOCAL_DATE);
    this.durability = durability;
  }

  /**
   * Connects, and brings the schema up to date.
   *
   * @throws DatabaseException in one line, when the database cannot be reached, is in use or is
   *     newer than this program
   */
  public static Database open(DatabaseSettings settings) {
    Dialect dialect = Dialect.of(settings.url());
    HikariConfig config = new HikariConfig();
    config.setPoolName("cairn");
    config.setJdbcUrl(dialect.jdbcUrl(settings.url()));
    config.setUsername(settings.user().isEmpty() ? dialect.defaultUser() : settings.user());
    config.setPassword(settings.password());
    config.setMaximumPoolSize(10);
    config.setMinimumIdle(1);
    config.setTransactionIsolation("TRANSACTION_READ_COMMITTED");
    HikariDataSource pool;
    try {
      pool = new HikariDataSource(config);
    } catch (HikariPool.PoolInitializationException e) {
      throw DatabaseException.unreachable(e);
    }
    try {
      String version = Schema.migrate(pool);
      return new Database(pool, dialect, version, dialect.durability(pool, settings.url()));
    } catch (DatabaseException e) {
      pool.close();
      throw e;
    }
  }

  @Override
  public <T> T write(Supplier<T> work) {
    if (CURRENT.isBound()) {
      return work.get();
    }
    T result = inTransaction(work);
    durability.sync();
    return result;
  }

  @Override
  public <T> T read(Supplier<T> work) {
    return CURRENT.isBound() ? work.get() : inTransaction(work);
  }

  private <T> T inTransaction(Supplier<T> work) {
    return jdbi.inTransaction(handle -> ScopedValue.where(CURRENT, handle).call(work::get));
  }

  /** Runs SQL in the transaction of this thread, or by itself where there is none. */
  <T> T with(Function<Handle, T> work) {
    return CURRENT.isBound() ? work.apply(CURRENT.get()) : jdbi.withHandle(work::apply);
  }

  /** Reads as of one moment, however much is written meanwhile. */
  <T> T snapshot(Function<Handle, T> work) {
    return jdbi.inTransaction(TransactionIsolationLevel.REPEATABLE_READ, work::apply);
  }

  /** What the two databases do differently. */
  Dialect dialect() {
    return dialect;
  }

  /** Whether no other process can have it open. */
  public boolean isExclusive() {
    return dialect.isExclusive(pool.getJdbcUrl());
  }

  /** The version of the tables. */
  public String version() {
    return version;
  }

  /** The pool, for libraries that bring their own SQL. */
  public DataSource dataSource() {
    return pool;
  }

  /** Whether a connection can be had and answers. */
  public boolean isHealthy() {
    try (Connection connection = pool.getConnection()) {
      return connection.isValid(2);
    } catch (java.sql.SQLException e) {
      return false;
    }
  }

  @Override
  public void close() {
    durability.close();
    pool.close();
  }
}
