package dev.cairn.database;

import java.sql.Connection;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.ReentrantLock;
import org.jdbi.v3.core.statement.SqlLogger;
import org.jdbi.v3.core.statement.StatementContext;

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
        new SqlLogger() {
          @Override
          public void logBeforeExecution(StatementContext context) {
            statements.add(context);
          }
        });
    return statements;
  }

  /** Has something done before and after each statement that a database runs from now on. */
  public static void around(Database database, Runnable work) {
    database.tell(
        new SqlLogger() {
          @Override
          public void logBeforeExecution(StatementContext context) {
            work.run();
          }

          @Override
          public void logAfterExecution(StatementContext context) {
            work.run();
          }
        });
  }

  /** Has something done by another thread after each statement that contains a text. */
  public static void after(Database database, String text, Runnable work) {
    database.tell(
        new SqlLogger() {
          @Override
          public void logAfterExecution(StatementContext context) {
            if (context.getRenderedSql().contains(text)) {
              CompletableFuture.runAsync(work).join();
            }
          }
        });
  }

  private void add(StatementContext context) {
    lock.lock();
    try {
      statements.add(context.getRenderedSql().strip().replaceAll("\\s+", " "));
      connections.add(context.getConnection());
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
