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
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
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
  private final AtomicLong failures = new AtomicLong();
  private volatile @Nullable Instant newest;

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
      look(now);
      Instant last = newest;
      if (last != null && last.plus(settings.every()).isAfter(now)) {
        return Optional.empty();
      }
      clearUnfinished();
      Path file = write(now);
      look(now);
      throwAway(now);
      return Optional.of(file);
    } catch (IOException e) {
      failures.incrementAndGet();
      throw new UncheckedIOException("cannot write the backup: " + e.getMessage(), e);
    } catch (RuntimeException e) {
      failures.incrementAndGet();
      throw e;
    }
  }

  /** When the newest backup was made, as of the last look; empty where there is none. */
  public Optional<Instant> newest() {
    return Optional.ofNullable(newest);
  }

  /** How often one could not be made since the start. */
  public long failures() {
    return failures.get();
  }

  /** How long it is from one to the next. */
  public Duration every() {
    return settings.every();
  }

  private void look(Instant now) throws IOException {
    newest =
        backups(now).stream()
            .map(ScheduledBackups::madeAt)
            .filter(at -> !at.isAfter(now))
            .findFirst()
            .orElse(null);
  }

  /** What a process left behind that ended while it wrote. */
  private void clearUnfinished() throws IOException {
    try (Stream<Path> files = Files.list(settings.folder())) {
      for (Path begun : files.filter(ScheduledBackups::isUnfinished).toList()) {
        Files.delete(begun);
        LOG.info("threw away {}, which was not finished", begun.getFileName());
      }
    }
  }

  private Path write(Instant now) throws IOException {
    Path whole = settings.folder().resolve(BEFORE + NAME.format(now) + AFTER);
    Path begun = settings.folder().resolve(whole.getFileName() + UNFINISHED);
    long rows = new Backup(database).write(begun);
    Files.move(begun, whole, StandardCopyOption.ATOMIC_MOVE);
    LOG.info("backed up {} rows to {}", rows, whole.getFileName());
    return whole;
  }

  /**
   * The backups, the newest first. One that is dated later than now was made before the clock was
   * put back, and comes last.
   */
  private List<Path> backups(Instant now) throws IOException {
    try (Stream<Path> files = Files.list(settings.folder())) {
      return files
          .filter(ScheduledBackups::isBackup)
          .sorted(
              Comparator.comparing((Path file) -> madeAt(file).isAfter(now))
                  .thenComparing(ScheduledBackups::madeAt, Comparator.reverseOrder()))
          .toList();
    }
  }

  private void throwAway(Instant now) throws IOException {
    for (Path old : backups(now).stream().skip(settings.keep()).toList()) {
      Files.delete(old);
      LOG.info("threw away the backup {}", old.getFileName());
    }
  }

  private static boolean isUnfinished(Path file) {
    String name = file.getFileName().toString();
    return name.endsWith(UNFINISHED)
        && isBackup(file.resolveSibling(name.substring(0, name.length() - UNFINISHED.length())));
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
