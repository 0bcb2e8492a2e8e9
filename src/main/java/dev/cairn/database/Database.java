package dev.cairn.database;

import dev.cairn.config.DatabaseSettings;
import dev.cairn.database.h2.Compaction;
import dev.cairn.database.pool.FairPool;
import dev.cairn.database.remembered.RememberedAnswers;
import dev.cairn.database.remembered.TableChanges;
import dev.cairn.database.statement.KnownTypes;
import dev.cairn.database.statement.PreparedStatements;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.JdbiException;
import org.jdbi.v3.core.transaction.TransactionIsolationLevel;
import org.jspecify.annotations.Nullable;

/**
 * The database in force: its transactions, and the verbs that stores speak SQL with.
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

  /** How often something is tried that others overtake. */
  private static final int MOST_TRIES = 10;

  private final ConnectionPools pools;
  private final Dialect dialect;
  private final boolean exclusive;
  private final Durability durability;
  private final Prelude prelude;
  private final KnownTypes types;
  private final PreparedStatements statements;
  private final TableChanges changes;
  private final Optional<Compaction> compaction;

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

  private Database(ConnectionPools pools, Durability durability) {
    this.pools = pools;
    this.dialect = pools.dialect();
    this.exclusive = pools.isExclusive();
    this.durability = durability;
    this.prelude = Prelude.NONE;
    this.types = new KnownTypes(pools.reader());
    this.statements = new PreparedStatements(dialect.keepsStatementsOf(), pools::isGone);
    this.changes = new TableChanges();
    this.compaction = dialect.compaction(pools.writing(), pools.url());
  }

  private Database(Database same, Prelude prelude) {
    pools = same.pools;
    dialect = same.dialect;
    exclusive = same.exclusive;
    durability = same.durability;
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
  static Database open(DatabaseSettings settings, ConnectionPools.Maker maker) {
    ConnectionPools pools = ConnectionPools.open(settings, maker);
    try {
      return new Database(pools, pools.dialect().durability(pools.writing(), pools.url()));
    } catch (RuntimeException e) {
      pools.close();
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

  /**
   * One that is connected to nothing: for whoever puts Cairn together only to see what it can do.
   * It is not for asking anything: it has no tables.
   */
  public static Database unopened() {
    return new Database(ConnectionPools.unopened(), Durability.NONE_NEEDED);
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
      return pools
          .writer()
          .inTransaction(handle -> {
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
      try (Handle handle = pools.writer().open()) {
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
        : pools
            .reader()
            .withHandle(
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
    return CURRENT.isBound()
        ? work.apply(CURRENT.get().handle())
        : pools.reader().withHandle(work::apply);
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
    return pools.isDown();
  }

  private static <T extends @Nullable Object> T within(Transaction transaction, Supplier<T> work) {
    return ScopedValue.where(CURRENT, transaction).call(work::get);
  }

  /** Reads as of one moment, however much is written meanwhile. */
  <T> T snapshot(Function<Handle, T> work) {
    return pools
        .reader()
        .inTransaction(
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
    return pools.version();
  }

  /** Connections that may write, for libraries that bring their own SQL. */
  public DataSource dataSource() {
    return pools.writing();
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
    if (compaction.isEmpty() || pools.isDown()) {
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
    return pools.isHealthy();
  }

  /**
   * Has the use of its connections measured.
   *
   * @param meters a registry of Micrometer's
   */
  public void measureBy(Object meters) {
    pools.measureBy(meters);
  }

  @Override
  public void close() {
    durability.close();
    pools.close();
  }
}
