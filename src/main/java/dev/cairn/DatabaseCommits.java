package dev.cairn;

import dev.cairn.command.CommitTracker;
import dev.cairn.database.Database;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;

/** What the database knows of commits, for the commands. */
record DatabaseCommits(Database database) implements CommitTracker {
  @Override
  public <T> T track(AtomicBoolean committed, Supplier<T> work) {
    return database.track(committed, work);
  }

  @Override
  public <T> T undone(Supplier<T> work) {
    return database.tried(work);
  }

  @Override
  public boolean isUnavailable() {
    return database.isUnavailable();
  }

  @Override
  public boolean mayHang() {
    return !database.isExclusive();
  }

  @Override
  public boolean answers() {
    return database.isHealthy();
  }
}
