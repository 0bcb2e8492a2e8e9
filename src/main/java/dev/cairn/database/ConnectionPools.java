package dev.cairn.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.pool.HikariPool;
import dev.cairn.config.DatabaseSettings;
import dev.cairn.database.pool.Availability;
import dev.cairn.database.pool.FairPool;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BiFunction;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.SqlStatements;
import org.jdbi.v3.core.statement.TemplateEngine;

/**
 * The connections to a database: opened with its schema brought up to date, opened again where it
 * has closed itself, and closed. Those that read and those that write are the same, but where one
 * at a time may write.
 */
final class ConnectionPools implements AutoCloseable {
  private static final int CONNECTIONS = 10;
  private static final Duration LONGEST_SIGN_OF_LIFE = Duration.ofSeconds(1);

  /** How long a transaction waits for its turn to write, where one writes at a time. */
  private static final Duration LONGEST_QUEUE = Duration.ofMinutes(2);

  private final String url;
  private final Dialect dialect;
  private final Availability availability;
  private final String version;
  private final FairPool reading;
  private final Jdbi reader;
  private final FairPool writing;
  private final Jdbi writer;

  /** The newest look for a sign of life. */
  private CompletableFuture<Boolean> looking = CompletableFuture.completedFuture(true);

  /** Makes pools; those of tests misbehave. */
  @FunctionalInterface
  interface Maker extends BiFunction<HikariConfig, Availability, FairPool> {}

  private ConnectionPools(
      String url,
      Dialect dialect,
      Availability availability,
      String version,
      FairPool reading,
      Jdbi reader,
      FairPool writing) {
    this.url = url;
    this.dialect = dialect;
    this.availability = availability;
    this.version = version;
    this.reading = reading;
    this.reader = reader;
    this.writing = writing;
    this.writer = jdbi(writing);
    availability.reopenBy(this::reopen);
  }

  /**
   * Connects, and brings the schema up to date.
   *
   * @throws DatabaseException in one line, when the database cannot be reached, is in use or is
   *     newer than this program
   */
  static ConnectionPools open(DatabaseSettings settings, Maker maker) {
    Dialect dialect = Dialect.of(settings.url());
    Schema.begin(settings);
    prepare(dialect, settings.url());
    Availability availability = new Availability(dialect::hasClosed);
    FairPool reading = pool(config(settings, dialect, availability), availability, maker);
    // Both take a while when they are first used: Jdbi does so beside Flyway.
    CompletableFuture<Jdbi> reader = CompletableFuture.supplyAsync(() -> usedOnce(jdbi(reading)));
    try {
      String version =
          migrate(reading, dialect, config(settings, dialect, availability), availability, maker);
      FairPool writing = reading;
      if (dialect.wantsOneWriter(settings.url())) {
        HikariConfig one = config(settings, dialect, availability);
        one.setPoolName("cairn-writer");
        one.setMaximumPoolSize(1);
        one.setConnectionTimeout(LONGEST_QUEUE.toMillis());
        writing = pool(one, availability, maker);
      }
      return new ConnectionPools(
          settings.url(), dialect, availability, version, reading, reader.join(), writing);
    } catch (RuntimeException e) {
      reading.close();
      throw e;
    }
  }

  /** Connected to nothing. */
  static ConnectionPools unopened() {
    DatabaseSettings settings = DatabaseSettings.inMemory("unopened");
    Dialect dialect = Dialect.of(settings.url());
    Availability availability = new Availability(dialect::hasClosed);
    HikariConfig config = config(settings, dialect, availability);
    config.setMinimumIdle(0);
    config.setInitializationFailTimeout(-1);
    FairPool none = new FairPool(config, availability);
    return new ConnectionPools(settings.url(), dialect, availability, "", none, jdbi(none), none);
  }

  /** A migration may take longer than any other statement is given. */
  private static String migrate(
      FairPool pool,
      Dialect dialect,
      HikariConfig patient,
      Availability availability,
      Maker maker) {
    if (patient.getDataSourceProperties().remove(Dialect.ANSWER_WITHIN) == null) {
      return Schema.migrate(pool, dialect);
    }
    patient.setPoolName("cairn-migration");
    try (FairPool migrating = pool(patient, availability, maker)) {
      return Schema.migrate(migrating, dialect);
    }
  }

  private static void prepare(Dialect dialect, String url) {
    try {
      dialect.beforeOpening(url);
    } catch (IOException e) {
      throw new DatabaseException("the file of the database cannot be read: " + e.getMessage(), e);
    }
  }

  private static FairPool pool(HikariConfig config, Availability availability, Maker maker) {
    try {
      return maker.apply(config, availability);
    } catch (HikariPool.PoolInitializationException e) {
      throw DatabaseException.unreachable(e);
    } catch (RuntimeException e) {
      if (e.getCause() instanceof SQLException none) {
        throw new DatabaseException(
            "no database has a URL like that; say jdbc:h2:file:PATH or jdbc:postgresql://HOST:PORT/NAME",
            none);
      }
      throw e;
    }
  }

  private static HikariConfig config(
      DatabaseSettings settings, Dialect dialect, Availability availability) {
    HikariConfig config = new HikariConfig();
    if (dialect.canClose(settings.url())) {
      config.setExceptionOverride(availability);
    }
    config.setPoolName("cairn");
    config.setJdbcUrl(dialect.jdbcUrl(settings.url()));
    if (!settings.user().isEmpty()) {
      config.setUsername(settings.user());
    } else if (!dialect.says(settings.url(), "USER")) {
      config.setUsername(dialect.defaultUser());
    }
    if (!settings.password().isEmpty() || !dialect.says(settings.url(), "PASSWORD")) {
      config.setPassword(settings.password());
    }
    config.setMaximumPoolSize(CONNECTIONS);
    config.setDataSourceProperties(dialect.connectionProperties());
    config.setMinimumIdle(1);
    config.setTransactionIsolation("TRANSACTION_READ_COMMITTED");
    return config;
  }

  private static Jdbi jdbi(DataSource pool) {
    Jdbi jdbi = ColumnTypes.registerOn(Jdbi.create(pool));
    // Nothing is filled into our SQL but values.
    jdbi.getConfig(SqlStatements.class).setTemplateEngine(TemplateEngine.NOP);
    return jdbi;
  }

  private static Jdbi usedOnce(Jdbi jdbi) {
    jdbi.withHandle(
        handle -> handle.createQuery("select :one").bind("one", 1).mapTo(Integer.class).one());
    return jdbi;
  }

  /** Lets go of every connection, which makes the database open again, and writes to it. */
  private void reopen() throws SQLException {
    reading.evictAll();
    writing.evictAll();
    prepare(dialect, url);
    try (Connection connection = writing.getConnection();
        Statement statement = connection.createStatement()) {
      dialect.proveWriting(statement);
    }
  }

  /** As it was set. */
  String url() {
    return url;
  }

  Dialect dialect() {
    return dialect;
  }

  /** Whether no other process can have the database open. */
  boolean isExclusive() {
    return dialect.isExclusive(reading.getJdbcUrl());
  }

  /** The version of the tables. */
  String version() {
    return version;
  }

  /** Reads. */
  Jdbi reader() {
    return reader;
  }

  /** Writes. */
  Jdbi writer() {
    return writer;
  }

  /** The connections that write. */
  FairPool writing() {
    return writing;
  }

  /** Whether a failure says that its connection is not to be used again. */
  boolean isGone(SQLException failure) {
    return dialect.canClose(url)
        && availability.adjudicate(failure) == Availability.Override.MUST_EVICT;
  }

  /** Whether the database can keep nothing at present. */
  boolean isDown() {
    return availability.isDown();
  }

  /**
   * Whether a connection can be had and answers, which is known within a second. Where the database
   * could not be used, it is tried to open it again.
   */
  boolean isHealthy() {
    try {
      return signOfLife().get(LONGEST_SIGN_OF_LIFE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return false;
    } catch (ExecutionException | TimeoutException none) {
      return false;
    }
  }

  /** One looks for all who want to know, so that those who wait in vain are not many. */
  private synchronized CompletableFuture<Boolean> signOfLife() {
    if (looking.isDone()) {
      looking = CompletableFuture.supplyAsync(this::look, task -> Thread.startVirtualThread(task));
    }
    return looking;
  }

  private boolean look() {
    try (Connection connection = reading.getConnection();
        Statement statement = connection.createStatement()) {
      return statement.execute("select 1");
    } catch (SQLException e) {
      return false;
    }
  }

  /**
   * Has their use measured.
   *
   * @param meters a registry of Micrometer's
   */
  void measureBy(Object meters) {
    reading.setMetricRegistry(meters);
    if (dialect.wantsOneWriter(url)) {
      writing.setMetricRegistry(meters);
    }
  }

  @Override
  public void close() {
    writing.close();
    reading.close();
  }
}
