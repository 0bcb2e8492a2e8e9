package dev.cairn;

import dev.cairn.database.Database;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/**
 * Whether the database answers, told in time: whoever asks for our health would take a database
 * that keeps them waiting for a process that hangs. However many ask, the database is asked once.
 */
final class DatabaseProbe {
  private static final Duration PATIENCE = Duration.ofMillis(1500);

  private final BooleanSupplier database;
  private CompletableFuture<Boolean> underWay = CompletableFuture.completedFuture(false);

  DatabaseProbe(Database database) {
    this(database::isHealthy);
  }

  DatabaseProbe(BooleanSupplier database) {
    this.database = database;
  }

  /** Whether it answers within a second and a half. */
  boolean isUp() {
    return asked()
        .copy()
        .completeOnTimeout(false, PATIENCE.toMillis(), TimeUnit.MILLISECONDS)
        .join();
  }

  private synchronized CompletableFuture<Boolean> asked() {
    if (underWay.isDone()) {
      underWay =
          CompletableFuture.supplyAsync(database::getAsBoolean, Thread::startVirtualThread)
              .exceptionally(failure -> false);
    }
    return underWay;
  }
}
