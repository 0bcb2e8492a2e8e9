package dev.cairn.database;

import dev.cairn.config.DatabaseSettings;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.flywaydb.core.Flyway;

/**
 * The databases that every store is tested on: each opening is an empty one. The schema is migrated
 * once, from the first migration on, and then copied.
 */
public enum DatabaseUnderTest {
  H2 {
    @Override
    public DatabaseSettings settings() {
      return DatabaseSettings.inMemory("test-" + UUID.randomUUID());
    }

    @Override
    public Database open() {
      DatabaseSettings settings = settings();
      // One in memory lasts as long as somebody is connected to it.
      try (Connection connection = connect(settings);
          Statement statement = connection.createStatement()) {
        for (String line : MigratedH2.SCRIPT) {
          statement.execute(line);
        }
        return Database.open(settings);
      } catch (SQLException e) {
        throw new IllegalStateException(e);
      }
    }
  },
  /** A real one, started once for all tests of this JVM and stopped with it. */
  POSTGRESQL {
    @Override
    public DatabaseSettings settings() {
      return created("template0");
    }

    @Override
    public Database open() {
      return Database.open(created(MigratedPostgres.NAME));
    }
  };

  /** Settings of a database of its own. */
  public abstract DatabaseSettings settings();

  /** An empty database of its own; whoever opens it closes it. */
  public abstract Database open();

  /**
   * A database as a version left it, opened with that of today.
   *
   * @param version its last migration
   * @param facts statements that fill it
   * @param then what is done with it; it is closed afterwards
   */
  public void upgrade(String version, List<String> facts, Consumer<Database> then)
      throws SQLException {
    upgrade(List.of(new Version(version, facts)), then);
  }

  /** What a version kept: its last migration, and statements that fill it. */
  public record Version(String number, List<String> facts) {}

  /**
   * A database that several versions filled, one after the other, opened with that of today.
   *
   * @param then what is done with it; it is closed afterwards
   */
  public void upgrade(List<Version> versions, Consumer<Database> then) throws SQLException {
    DatabaseSettings settings = settings();
    // One in memory lasts as long as somebody is connected to it.
    try (Connection kept = connect(settings);
        Statement statement = kept.createStatement()) {
      for (Version version : versions) {
        Flyway.configure()
            .dataSource(url(settings), user(settings), settings.password())
            .target(version.number())
            .load()
            .migrate();
        for (String fact : version.facts()) {
          statement.execute(fact);
        }
      }
      try (Database database = Database.open(settings)) {
        then.accept(database);
      }
    }
  }

  private static String url(DatabaseSettings settings) {
    return Dialect.of(settings.url()).jdbcUrl(settings.url());
  }

  private static String user(DatabaseSettings settings) {
    return settings.user().isEmpty() ? "sa" : settings.user();
  }

  private static Connection connect(DatabaseSettings settings) throws SQLException {
    return DriverManager.getConnection(url(settings), user(settings), settings.password());
  }

  private static DatabaseSettings created(String template) {
    String name = "test_" + UUID.randomUUID().toString().replace('-', '_');
    try (Connection connection = Server.POSTGRES.getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("create database " + name + " template " + template);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    return new DatabaseSettings(Server.POSTGRES.getJdbcUrl("postgres", name), "", "");
  }

  /** What H2 makes the migrated schema from in one go. */
  private static final class MigratedH2 {
    private static final List<String> SCRIPT = script();

    private static List<String> script() {
      DatabaseSettings settings = H2.settings();
      try (Connection connection = connect(settings);
          Statement statement = connection.createStatement()) {
        Database.open(settings).close();
        List<String> lines = new ArrayList<>();
        try (ResultSet script = statement.executeQuery("script nosettings")) {
          while (script.next()) {
            lines.add(script.getString(1));
          }
        }
        return List.copyOf(lines);
      } catch (SQLException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  /** The name of what PostgreSQL copies. */
  private static final class MigratedPostgres {
    private static final String NAME = migrated();

    private static String migrated() {
      DatabaseSettings settings = POSTGRESQL.settings();
      Database.open(settings).close();
      return settings.url().replaceFirst(".*/(\\w+).*", "$1");
    }
  }

  private static final class Server {
    private static final EmbeddedPostgres POSTGRES = start();

    private static EmbeddedPostgres start() {
      try {
        return EmbeddedPostgres.builder().start();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
