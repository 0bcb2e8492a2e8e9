package dev.cairn.database;

import dev.cairn.database.statement.PreparedStatements;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.locks.ReentrantLock;

/** The statements that a database runs, as they are run. */
public final class Statements {
  private final ReentrantLock lock = new ReentrantLock();
  private final List<String> statements = new ArrayList<>();
  private final Set<Connection> connections = Collections.newSetFromMap(new IdentityHashMap<>());

  private Statements() {}

  /** What a database runs from now on. */
  public static Statements of(Database database) {
    Statements statements = new Statements();
    database.tell(
        new PreparedStatements.Listener() {
          @Override
          public void before(String sql, Connection connection) {
            statements.add(sql, connection);
          }
        });
    return statements;
  }

  /** Has something done before and after each statement that a database runs from now on. */
  public static void around(Database database, Runnable work) {
    database.tell(
        new PreparedStatements.Listener() {
          @Override
          public void before(String sql, Connection connection) {
            work.run();
          }

          @Override
          public void after(String sql) {
            work.run();
          }
        });
  }

  /**
   * Has something done by another thread after each statement that contains a text. What kills that
   * one kills whoever runs the statement.
   */
  public static void after(Database database, String text, Runnable work) {
    database.tell(
        new PreparedStatements.Listener() {
          @Override
          public void after(String sql) {
            if (sql.contains(text)) {
              try {
                CompletableFuture.runAsync(work, task -> Thread.startVirtualThread(task)).join();
              } catch (CompletionException failed) {
                if (failed.getCause() instanceof Error killed) {
                  throw killed;
                }
                throw failed;
              }
            }
          }
        });
  }

  /** Whether any transaction of a database of PostgreSQL's waits for another. */
  public static boolean anyWaits(Database database) {
    return database
            .query(
                "select count(*) from pg_locks l join pg_stat_activity a on a.pid = l.pid"
                    + " where not l.granted and a.datname = current_database()")
            .one(Integer.class)
        > 0;
  }

  private void add(String sql, Connection connection) {
    lock.lock();
    try {
      statements.add(sql.strip().replaceAll("\\s+", " "));
      connections.add(connection);
    } finally {
      lock.unlock();
    }
  }

  /** What was run since it was last taken, and by how many transactions. */
  public Taken take() {
    lock.lock();
    try {
      Taken taken = new Taken(List.copyOf(statements), connections.size());
      statements.clear();
      connections.clear();
      return taken;
    } finally {
      lock.unlock();
    }
  }

  /**
   * Statements that were run.
   *
   * @param transactions how many times a connection was taken for them
   */
  public record Taken(List<String> sql, int transactions) {}
}
