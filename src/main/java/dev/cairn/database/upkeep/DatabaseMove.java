package dev.cairn.database.upkeep;

import dev.cairn.database.Backup;
import dev.cairn.database.Database;
import dev.cairn.database.DatabaseException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** Moves everything from one database to another, of the same kind or not. */
public final class DatabaseMove {
  private final Database from;
  private final Database to;

  public DatabaseMove(Database from, Database to) {
    this.from = from;
    this.to = to;
  }

  /**
   * Copies all rows into the other, which must be empty, and compares what has arrived. Nobody may
   * use either meanwhile; the first stays as it is.
   *
   * @return of each table what it holds, in both alike
   * @throws DatabaseException when something has not arrived as it was
   */
  public Map<String, Backup.Sum> run() throws IOException {
    Path folder = Files.createTempDirectory("cairn-move");
    Path file = folder.resolve("all.jsonl.gz");
    try {
      new Backup(from).write(file);
      new Backup(to).restore(file);
    } finally {
      Files.deleteIfExists(file);
      Files.delete(folder);
    }
    Map<String, Backup.Sum> left = new Backup(from).sums();
    Map<String, Backup.Sum> arrived = new Backup(to).sums();
    left.forEach((table, sum) -> {
      if (!sum.equals(arrived.get(table))) {
        throw new DatabaseException(
            "what arrived in %s is not what was sent: %s became %s"
                .formatted(table, sum, arrived.get(table)),
            null);
      }
    });
    return left;
  }
}
