package dev.cairn.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.pool.HikariPool;
import dev.cairn.config.DatabaseSettings;
import dev.cairn.database.h2.Compaction;
import dev.cairn.database.remembered.RememberedAnswers;
import dev.cairn.database.remembered.TableChanges;
import dev.cairn.database.statement.KnownTypes;
import dev.cairn.database.statement.PreparedStatements;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.jdbi.v3.core.statement.SqlStatements;
import org.jdbi.v3.core.statement.TemplateEngine;
import org.jdbi.v3.core.transaction.TransactionIsolationLevel;
import org.jspecify.annotations.Nullable;

/**
 * The database in force: its connections, the schema brought up to date, transactions, and the
 * verbs that stores speak SQL with.
 *
 * <p>A transaction belongs to the thread that runs it. One begun inside another joins it, and so
 * does every statement. Outside a transaction a statement chooses its connection by what it does: a
 * {@link #query} goes to those that read; an {@link #update}, {@link #upsert} or {@link #batch} is
 * a transaction of its own and durable when it returns; a query that locks rows is an error,
 * because the lock would end with it.
 */
public final class Database implements AutoCloseable {
  private static final ScopedValue<Transaction> CURRENT = ScopedValue.newInstance();

  /** Whether a writing transaction has reached its commit, for callers that asked to know. */
  private static final ScopedValue<AtomicBoolean> COMMITTED = ScopedValue.newInstance();

  private static final int CONNECTIONS = 10;

  /** How often something is tried that others overtake. */
  private static final int MOST_TRIES = 10;

  private static final Duration LONGEST_SIGN_OF_LIFE = Duration.ofSeconds(1);

  /** How long a transaction waits for its turn to write, where one writes at a time. */
  private static final Duration LONGEST_QUEUE = Duration.ofMinutes(2);

  private final String url;
  private final FairPool reading;
  private final FairPool writing;
  private final Jdbi reader;
  private final Jdbi writer;
  private final Dialect dialect;
  private final boolean exclusive;
  private final String version;
  private final Durability durability;
  private final Availability availability;
  private final Prelude prelude;
  private final KnownTypes types;
  private final PreparedStatements statements;
  private final TableChanges changes;
  private final Optional<Compaction> compaction;

  /** The newest look for a sign of life. */
  private CompletableFuture<Boolean> looking = CompletableFuture.completedFuture(true);

  /** What comes first in each transaction that is not part of another. */
  public interface Prelude {
    /** Nothing does. */
    Prelude NONE =
        new Prelude() {
          @Override
          public void begin() {}

          @Override
          public void committed() {}
        };

    /** Runs first; what it throws ends the transaction. */
    void begin();

    /** The transaction has ended, and its changes are durable. */
    void committed();

    /** This one, and then another. */
    private Prelude before(Prelude next) {
      return new Prelude() {
        @Override
        public void begin() {
          Prelude.this.begin();
          next.begin();
        }

        @Override
        public void committed() {
          Prelude.this.committed();
          next.committed();
        }
      };
    }
  }

  /**
   * The transaction of a thread.
   *
   * @param asOfOneMoment whether it sees the database as of its beginning
   * @param changed the tables that it has changed
   */
  private record Transaction(
      Handle handle,
      boolean writes,
      boolean asOfOneMoment,
      Set<String> changed,
      List<Runnable> afterCommit) {}

  /**
   * @param url as it was set
   * @param reading connections to read by
   * @param reader reads by them
   * @param writing connections to write by, possibly the same
   */
  private Database(
      String url,
      FairPool reading,
      Jdbi reader,
      FairPool writing,
      Dialect dialect,
      String version,
      Durability durability,
      Availability availability) {
    this.url = url;
    this.reading = reading;
    this.writing = writing;
    this.dialect = dialect;
    this.exclusive = dialect.isExclusive(reading.getJdbcUrl());
    this.version = version;
    this.reader = reader;
    this.writer = jdbi(writing);
    this.types = new KnownTypes(reader);
    this.statements =
        new PreparedStatements(
            dialect.keepsStatementsOf(),
            failure ->
                dialect.canClose(url)
                    && availability.adjudicate(failure) == Availability.Override.MUST_EVICT);
    this.durability = durability;
    this.availability = availability;
    this.prelude = Prelude.NONE;
    this.changes = new TableChanges();
    this.compaction = dialect.compaction(writing, url);
    availability.reopenBy(this::reopen);
  }

  private Database(Database same, Prelude prelude) {
    url = same.url;
    reading = same.reading;
    writing = same.writing;
    dialect = same.dialect;
    exclusive = same.exclusive;
    version = same.version;
    reader = same.reader;
    writer = same.writer;
    durability = same.durability;
    availability = same.availability;
    types = same.types;
    statements = same.statements;
    changes = same.changes;
    compaction = same.compaction;
    this.prelude = prelude;
  }

  /** The same database, each of whose transactions begins with this, after what it begins with. */
  public Database beginningWith(Prelude next) {
    return new Database(this, prelude.before(next));
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

  /**
   * Connects, and brings the schema up to date.
   *
   * @throws DatabaseException in one line, when the database cannot be reached, is in use or is
   *     newer than this program
   */
  public static Database open(DatabaseSettings settings) {
    return open(settings, FairPool::new);
  }

  /** Opens it with pools of another make, which tests have misbehave. */
  static Database open(
      DatabaseSettings settings, BiFunction<HikariConfig, Availability, FairPool> pools) {
    Dialect dialect = Dialect.of(settings.url());
    Schema.begin(settings);
    prepare(dialect, settings.url());
    Availability availability = new Availability(dialect);
    FairPool reading = pool(config(settings, dialect, availability), availability, pools);
    // Both take a while when they are first used: Jdbi does so beside Flyway.
    CompletableFuture<Jdbi> reader = CompletableFuture.supplyAsync(() -> usedOnce(jdbi(reading)));
    try {
      String version =
          migrate(reading, dialect, config(settings, dialect, availability), availability, pools);
      FairPool writing = reading;
      if (dialect.wantsOneWriter(settings.url())) {
        HikariConfig one = config(settings, dialect, availability);
        one.setPoolName("cairn-writer");
        one.setMaximumPoolSize(1);
        one.setConnectionTimeout(LONGEST_QUEUE.toMillis());
        writing = pool(one, availability, pools);
      }
      return new Database(
          settings.url(),
          reading,
          reader.join(),
          writing,
          dialect,
          version,
          dialect.durability(writing, settings.url()),
          availability);
    } catch (RuntimeException e) {
      reading.close();
      throw e;
    }
  }

  /**
   * Writes what a start of the packaged program need not find out of the tables.
   *
   * @param migrations a file for the history of migrations
   * @param empty a file for a database of H2's that has all tables and nothing in them
   */
  public static void prepare(Path migrations, Path empty) throws IOException {
    Schema.prepare(migrations, empty);
  }

  /** A migration may take longer than any other statement is given. */
  private static String migrate(
      FairPool pool,
      Dialect dialect,
      HikariConfig patient,
      Availability availability,
      BiFunction<HikariConfig, Availability, FairPool> pools) {
    if (patient.getDataSourceProperties().remove(Dialect.ANSWER_WITHIN) == null) {
      return Schema.migrate(pool, dialect);
    }
    patient.setPoolName("cairn-migration");
    try (FairPool migrating = pool(patient, availability, pools)) {
      return Schema.migrate(migrating, dialect);
    }
  }

  /**
   * One that is connected to nothing: for whoever puts Cairn together only to see what it can do.
   * It is not for asking anything: it has no tables.
   */
  public static Database unopened() {
    DatabaseSettings settings = DatabaseSettings.inMemory("unopened");
    Dialect dialect = Dialect.of(settings.url());
    Availability availability = new Availability(dialect);
    HikariConfig config = config(settings, dialect, availability);
    config.setMinimumIdle(0);
    config.setInitializationFailTimeout(-1);
    FairPool none = new FairPool(config, availability);
    return new Database(
        settings.url(), none, jdbi(none), none, dialect, "", Durability.NONE_NEEDED, availability);
  }

  private static void prepare(Dialect dialect, String url) {
    try {
      dialect.beforeOpening(url);
    } catch (IOException e) {
      throw new DatabaseException("the file of the database cannot be read: " + e.getMessage(), e);
    }
  }

  private static FairPool pool(
      HikariConfig config,
      Availability availability,
      BiFunction<HikariConfig, Availability, FairPool> pools) {
    try {
      return pools.apply(config, availability);
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

  /** Lets go of every connection, which makes the database open again, and writes to it. */
  private void reopen() throws SQLException {
    reading.evictAll();
    writing.evictAll();
    prepare(dialect, url);
    try (Connection connection = writing.getConnection();
        java.sql.Statement statement = connection.createStatement()) {
      dialect.proveWriting(statement);
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

  /**
   * Runs work so that all of it happens, or none of it. When it returns, what it changed is
   * durable, power loss included.
   */
  public <T extends @Nullable Object> T transaction(Supplier<T> work) {
    if (CURRENT.isBound()) {
      requireWriting(CURRENT.get());
      return work.get();
    }
    return transaction(work, durability::sync);
  }

  /**
   * The same for what nobody asks for any more after a loss of power, which may take it: it does
   * not wait for the disk. Not for work inside a transaction.
   */
  public <T extends @Nullable Object> T unsynced(Supplier<T> work) {
    if (CURRENT.isBound()) {
      throw new IllegalStateException("what is part of a transaction is synced with it");
    }
    String withoutSync = dialect.withoutSync();
    return transaction(
        () -> {
          if (withoutSync != null) {
            update(withoutSync).execute();
          }
          return work.get();
        },
        () -> {});
  }

  private <T extends @Nullable Object> T transaction(Supplier<T> work, Runnable sync) {
    List<Runnable> afterCommit = new ArrayList<>();
    T result = committed(work, afterCommit);
    sync.run();
    prelude.committed();
    afterCommit.forEach(Runnable::run);
    return result;
  }

  private <T extends @Nullable Object> T committed(Supplier<T> work, List<Runnable> afterCommit) {
    Set<String> changed = new HashSet<>();
    try {
      return writer.inTransaction(handle -> {
        T done =
            within(
                new Transaction(handle, true, false, changed, afterCommit),
                () -> {
                  prelude.begin();
                  return work.get();
                });
        if (COMMITTED.isBound()) {
          COMMITTED.get().set(true);
        }
        return done;
      });
    } finally {
      // Also where it failed: a commit of which nothing is known may have been one.
      changes.end(changed);
    }
  }

  /** Runs work that yields nothing so that all of it happens, or none of it. */
  public void transaction(Runnable work) {
    transaction(() -> {
      work.run();
      return true;
    });
  }

  /**
   * Runs work when the transaction of this thread is committed, and at once outside one. It does
   * not run where the transaction fails.
   */
  public void afterCommit(Runnable work) {
    if (CURRENT.isBound()) {
      requireWriting(CURRENT.get());
      CURRENT.get().afterCommit().add(work);
    } else {
      work.run();
    }
  }

  /**
   * What work comes to as of one moment; whatever it changes is undone. Where others change the
   * same meanwhile it is tried again. Not for work inside a transaction.
   */
  public <T> T tried(Supplier<T> work) {
    for (int attempt = 1; ; attempt++) {
      Set<String> changed = new HashSet<>();
      try (Handle handle = writer.open()) {
        handle.setTransactionIsolationLevel(TransactionIsolationLevel.REPEATABLE_READ);
        handle.begin();
        try {
          return within(new Transaction(handle, true, true, changed, new ArrayList<>()), work);
        } finally {
          handle.rollback();
        }
      } catch (JdbiException failure) {
        if (attempt == MOST_TRIES || !isOvertaken(failure)) {
          throw failure;
        }
      } finally {
        changes.end(changed);
      }
    }
  }

  private static boolean isOvertaken(JdbiException failure) {
    return failure.getCause() instanceof SQLException cause && "40001".equals(cause.getSQLState());
  }

  /**
   * Runs work that only reads, all of it by one connection. It is no transaction: as both databases
   * are used, each question would see what is committed by then all the same.
   */
  public <T extends @Nullable Object> T reading(Supplier<T> work) {
    return CURRENT.isBound()
        ? work.get()
        : reader.withHandle(
            handle -> within(new Transaction(handle, false, false, Set.of(), List.of()), work));
  }

  /**
   * A question in SQL, with {@code :names} for values. One that says {@code for update} or ends
   * with what {@link #locked} says locks the rows it finds and belongs into a transaction.
   */
  public Query query(String sql) {
    return new Query(this, sql);
  }

  /** A change in SQL, with {@code :names} for values. */
  public Update update(String sql) {
    return new Update(this, sql);
  }

  /**
   * Updates a row, or inserts it where there is none: the form that both databases take and that
   * two writers at once cannot break.
   *
   * @param insert without a conflict clause
   * @param update of the row with the same key, with the same names for values
   */
  public Upsert upsert(String insert, String update) {
    return new Upsert(this, insert, update);
  }

  /** The same change for many rows. */
  public Batch batch(String sql) {
    return new Batch(this, sql);
  }

  private static void requireWriting(Transaction transaction) {
    if (!transaction.writes()) {
      throw new IllegalStateException("a transaction that reads cannot begin to write");
    }
  }

  /** How types are stored and read. */
  KnownTypes types() {
    return types;
  }

  /** How they are run. */
  PreparedStatements statements() {
    return statements;
  }

  /** Runs a question: in the transaction of this thread, or by a connection that reads. */
  <T extends @Nullable Object> T read(Function<Handle, T> work) {
    return CURRENT.isBound() ? work.apply(CURRENT.get().handle()) : reader.withHandle(work::apply);
  }

  /** Runs changes: in the transaction of this thread, or in one of its own. */
  <T extends @Nullable Object> T write(Function<Handle, T> work) {
    return change(TableChanges.ANY, work);
  }

  /** Runs a statement that changes something: in the transaction of this thread, or in its own. */
  <T extends @Nullable Object> T write(String sql, Function<Handle, T> work) {
    return change(TableChanges.changedBy(sql), work);
  }

  private <T extends @Nullable Object> T change(String table, Function<Handle, T> work) {
    return transaction(() -> {
      Transaction current = CURRENT.get();
      if (current.changed().add(table)) {
        changes.begin(table);
      }
      return work.apply(current.handle());
    });
  }

  /**
   * Keeps answers that are read from tables which are seldom changed, until one of them is. Where
   * another process may change them, each answer is read anew.
   *
   * @param most how many are kept
   * @param tables all that an answer hangs on
   */
  public <K, V> RememberedAnswers<K, V> remembering(int most, String... tables) {
    return remembering(most, Set.of(tables), Set.of());
  }

  /**
   * The same.
   *
   * @param tables a change of which an answer hangs on, whatever it is
   * @param keyed where it hangs on rows that it found by their keys: what is added to such a table
   *     does not change it
   */
  public <K, V> RememberedAnswers<K, V> remembering(
      int most, Set<String> tables, Set<String> keyed) {
    return new RememberedAnswers<>(changes, tables, keyed, this::seesTheLastCommit, most);
  }

  /** Whether a question of this thread is answered by what was committed last. */
  private boolean seesTheLastCommit() {
    return isExclusive() && !(CURRENT.isBound() && CURRENT.get().asOfOneMoment());
  }

  /** Runs a question that locks what it finds: in the transaction of this thread. */
  <T extends @Nullable Object> T lock(Function<Handle, T> work) {
    if (!CURRENT.isBound()) {
      throw new IllegalStateException("a lock outside a transaction would end at once");
    }
    requireWriting(CURRENT.get());
    return work.apply(CURRENT.get().handle());
  }

  /**
   * Runs work and notes whether something of it is kept, or may be: where it fails without, nothing
   * was changed.
   */
  public <T> T track(AtomicBoolean committed, Supplier<T> work) {
    return ScopedValue.where(COMMITTED, committed).call(work::get);
  }

  /** Whether it can keep nothing at present, because the disk is full for example. */
  public boolean isUnavailable() {
    return availability.isDown();
  }

  private static <T extends @Nullable Object> T within(Transaction transaction, Supplier<T> work) {
    return ScopedValue.where(CURRENT, transaction).call(work::get);
  }

  /** Reads as of one moment, however much is written meanwhile. */
  <T> T snapshot(Function<Handle, T> work) {
    return reader.inTransaction(
        TransactionIsolationLevel.REPEATABLE_READ,
        handle ->
            within(
                new Transaction(handle, false, true, Set.of(), List.of()),
                () -> work.apply(handle)));
  }

  /**
   * What a question ends with that locks the rows it finds, for a change: until the transaction
   * under way has ended, no other locks, changes or deletes them. What refers to them can be added,
   * which {@code for update} would keep from others too, and so have two transactions wait for each
   * other that have both added something.
   */
  public String locked() {
    return dialect.locked();
  }

  /**
   * What a question ends with whose rows are to stay as they are until the transaction under way
   * has ended. It keeps nobody from asking the same; it is empty where there is no transaction, and
   * where nobody else can write meanwhile.
   *
   * @param table its name in the question
   */
  public String held(String table) {
    return CURRENT.isBound() && CURRENT.get().writes() ? dialect.held(table) : "";
  }

  /** A text to sort by, character by character and not by some language's customs. */
  public String byCharacter(String text) {
    return dialect.byCharacter(text);
  }

  /** Has every statement told from now on. */
  void tell(PreparedStatements.Listener listener) {
    statements.tell(listener);
  }

  /** Whether no other process can have it open. */
  public boolean isExclusive() {
    return exclusive;
  }

  /** The version of the tables. */
  public String version() {
    return version;
  }

  /** Connections that may write, for libraries that bring their own SQL. */
  public DataSource dataSource() {
    return writing;
  }

  /** Whether somebody has to {@link #compact} it, so that its file stays small. */
  public boolean needsCompaction() {
    return compaction.isPresent();
  }

  /**
   * Moves a little of what is in use where too little of its file is.
   *
   * @return whether something was moved
   * @throws DatabaseException when the disk does not take it; nothing is lost then
   */
  public boolean compact() {
    if (compaction.isEmpty() || availability.isDown()) {
      return false;
    }
    try {
      return compaction.get().step();
    } catch (SQLException e) {
      throw new DatabaseException("the file cannot be compacted: " + e.getMessage(), e);
    }
  }

  /**
   * Whether a connection can be had and answers, which is known within a second. Where the database
   * could not be used, it is tried to open it again.
   */
  public boolean isHealthy() {
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
        java.sql.Statement statement = connection.createStatement()) {
      return statement.execute("select 1");
    } catch (SQLException e) {
      return false;
    }
  }

  /**
   * Has the use of its connections measured.
   *
   * @param meters a registry of Micrometer's
   */
  public void measureBy(Object meters) {
    reading.setMetricRegistry(meters);
    if (dialect.wantsOneWriter(url)) {
      writing.setMetricRegistry(meters);
    }
  }

  @Override
  public void close() {
    durability.close();
    writing.close();
    reading.close();
  }
}
