package dev.cairn.database.upkeep;

import dev.cairn.config.BackupSettings;
import dev.cairn.database.Backup;
import dev.cairn.database.Database;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Backups of a database in a folder, made by the clock; the oldest are thrown away. A file has its
 * name only when it is whole.
 */
public final class ScheduledBackups {
  private static final Logger LOG = LoggerFactory.getLogger(ScheduledBackups.class);
  private static final String BEFORE = "cairn-";
  private static final String AFTER = ".jsonl.gz";
  private static final String UNFINISHED = ".unfinished";
  private static final DateTimeFormatter NAME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH-mm-ss'Z'").withZone(ZoneOffset.UTC);

  private final Database database;
  private final BackupSettings settings;
  private final InstantSource clock;

  public ScheduledBackups(Database database, BackupSettings settings, InstantSource clock) {
    this.database = database;
    this.settings = settings;
    this.clock = clock;
  }

  /**
   * Makes a backup where the newest is old enough, and throws away those beyond what is kept.
   *
   * @return the backup that was made
   * @throws UncheckedIOException when the folder cannot be written to; what was there stays
   */
  public Optional<Path> run() {
    try {
      Instant now = clock.instant();
      Files.createDirectories(settings.folder());
      boolean due =
          newest().map(newest -> !newest.plus(settings.every()).isAfter(now)).orElse(true);
      if (!due) {
        return Optional.empty();
      }
      Path file = write(now);
      throwAway();
      return Optional.of(file);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write the backup: " + e.getMessage(), e);
    }
  }

  private Path write(Instant now) throws IOException {
    Path whole = settings.folder().resolve(BEFORE + NAME.format(now) + AFTER);
    Path begun = settings.folder().resolve(whole.getFileName() + UNFINISHED);
    Files.deleteIfExists(begun);
    long rows = new Backup(database).write(begun);
    Files.move(begun, whole, StandardCopyOption.ATOMIC_MOVE);
    LOG.info("backed up {} rows to {}", rows, whole.getFileName());
    return whole;
  }

  /** When the newest backup was made; empty where there is none. */
  public Optional<Instant> newest() throws IOException {
    return backups().stream().findFirst().map(ScheduledBackups::madeAt);
  }

  /** The backups, the newest first. */
  List<Path> backups() throws IOException {
    try (Stream<Path> files = Files.list(settings.folder())) {
      return files
          .filter(ScheduledBackups::isBackup)
          .sorted((one, other) -> madeAt(other).compareTo(madeAt(one)))
          .toList();
    }
  }

  private void throwAway() throws IOException {
    for (Path old : backups().stream().skip(settings.keep()).toList()) {
      Files.delete(old);
      LOG.info("threw away the backup {}", old.getFileName());
    }
  }

  private static boolean isBackup(Path file) {
    String name = file.getFileName().toString();
    if (!name.startsWith(BEFORE) || !name.endsWith(AFTER)) {
      return false;
    }
    try {
      madeAt(file);
      return true;
    } catch (DateTimeException other) {
      return false;
    }
  }

  private static Instant madeAt(Path file) {
    String name = file.getFileName().toString();
    return NAME.parse(
        name.substring(BEFORE.length(), name.length() - AFTER.length()), Instant::from);
  }
}
