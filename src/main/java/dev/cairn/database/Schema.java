package dev.cairn.database;

import dev.cairn.config.DatabaseSettings;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.output.MigrateResult;

/**
 * The tables, and the migrations that made them.
 *
 * <p>The packaged program knows what the history of migrations has to be, and brings an H2 database
 * that has all tables and nothing in them. So a start compares one history and a first one copies a
 * file; Flyway is asked wherever there is anything else to do or to say.
 */
final class Schema {
  private static final String PREPARED_HISTORY = "/prepared/migrations";
  private static final String PREPARED_DATABASE = "/prepared/database";

  private Schema() {}

  /** Brings the tables up to date and tells their version. */
  static String migrate(DataSource pool, Dialect dialect) {
    try (InputStream prepared = Schema.class.getResourceAsStream(PREPARED_HISTORY)) {
      return prepared == null
          ? byFlyway(pool, dialect)
          : versionAfter(lines(prepared), pool).orElseGet(() -> byFlyway(pool, dialect));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> lines(InputStream prepared) throws IOException {
    return new String(prepared.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
  }

  private static String byFlyway(DataSource pool, Dialect dialect) {
    try {
      Flyway flyway =
          Flyway.configure(Schema.class.getClassLoader())
              .dataSource(pool)
              .locations("classpath:db/migration")
              .placeholders(Map.of("byCharacter", dialect.byCharacter("")))
              .failOnMissingLocations(true)
              .load();
      MigrateResult migrated = flyway.migrate();
      return migrated.targetSchemaVersion == null
          ? migrated.initialSchemaVersion
          : migrated.targetSchemaVersion;
    } catch (FlywayException e) {
      String told = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
      throw new DatabaseException("cannot bring the database up to date: " + told, e);
    }
  }

  /** The version of tables that have exactly this history; empty for all others. */
  static Optional<String> versionAfter(List<String> history, DataSource pool) {
    try {
      return history(pool).equals(history)
          ? Optional.of(history.getLast().split(" ", 2)[0])
          : Optional.empty();
    } catch (SQLException none) {
      return Optional.empty();
    }
  }

  /**
   * A line for each migration, the oldest first: its version, its script, its checksum, success.
   */
  static List<String> history(DataSource pool) throws SQLException {
    try (Connection connection = pool.getConnection();
        java.sql.Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                // Flyway's note that it made its table has no version, and is not everywhere.
                "select version, script, checksum, success from flyway_schema_history where version is not null order by installed_rank")) {
      List<String> history = new ArrayList<>();
      while (row.next()) {
        history.add(
            "%s %s %s %s"
                .formatted(
                    row.getString(1), row.getString(2), row.getString(3), row.getBoolean(4)));
      }
      return history;
    }
  }

  /**
   * Lets a new database of H2's begin as a copy of one that has all tables. Where it cannot, the
   * migrations make them.
   */
  static void begin(DatabaseSettings settings) {
    try (InputStream prepared = Schema.class.getResourceAsStream(PREPARED_DATABASE)) {
      if (prepared != null) {
        begin(settings, prepared);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Copies a database to where none is. Settings of its own decide how a database is made. */
  static void begin(DatabaseSettings settings, InputStream prepared) throws IOException {
    if (settings.url().contains(";")
        || !settings.user().isEmpty()
        || !settings.password().isEmpty()) {
      return;
    }
    if (settings.url().startsWith(TemporaryFile.url())) {
      TemporaryFile.begin(settings.url(), prepared.readAllBytes());
    }
    Optional<Path> file = H2File.of(settings.url());
    if (file.isPresent() && !Files.exists(file.get())) {
      copy(prepared, file.get());
    }
  }

  private static void copy(InputStream prepared, Path file) {
    try {
      Path place = file.toAbsolutePath();
      Path copy = Path.of(place + "." + ProcessHandle.current().pid());
      Files.createDirectories(place.resolveSibling(""));
      try {
        Files.write(copy, prepared.readAllBytes());
        try (FileChannel written = FileChannel.open(copy, StandardOpenOption.WRITE)) {
          written.force(true);
        }
        // Whole or not at all, and never over one that another process has made meanwhile.
        Files.createLink(place, copy);
      } finally {
        Files.deleteIfExists(copy);
      }
    } catch (IOException | UnsupportedOperationException impossible) {
      // H2 says what is wrong with the folder, if anything is.
    }
  }

  /**
   * Writes what {@link #migrate} and {@link #begin} look for in the packaged program.
   *
   * @param migrations a file for the history
   * @param empty a file for the database
   */
  static void prepare(Path migrations, Path empty) throws IOException {
    Path scratch = Files.createTempDirectory("cairn-database");
    DatabaseSettings settings =
        new DatabaseSettings("jdbc:h2:file:" + scratch.resolve("cairn"), "", "");
    try (Database database = Database.open(settings)) {
      Files.write(migrations, history(database.dataSource()));
    } catch (SQLException e) {
      throw DatabaseException.unreachable(e);
    }
    Dialect dialect = Dialect.of(settings.url());
    try (Connection connection =
            DriverManager.getConnection(
                dialect.jdbcUrl(settings.url()), dialect.defaultUser(), settings.password());
        java.sql.Statement statement = connection.createStatement()) {
      statement.execute("shutdown compact");
    } catch (SQLException e) {
      throw DatabaseException.unreachable(e);
    }
    Files.move(scratch.resolve("cairn.mv.db"), empty);
    Files.delete(scratch);
  }
}
