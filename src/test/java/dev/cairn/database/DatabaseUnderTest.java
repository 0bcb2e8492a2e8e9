package dev.cairn.database;

import dev.cairn.config.DatabaseSettings;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.flywaydb.core.Flyway;

/** The databases that every store is tested on: each opening is an empty one. */
public enum DatabaseUnderTest {
  H2 {
    @Override
    public DatabaseSettings settings() {
      return DatabaseSettings.inMemory("test-" + UUID.randomUUID());
    }
  },
  /** A real one, started once for all tests of this JVM and stopped with it. */
  POSTGRESQL {
    @Override
    public DatabaseSettings settings() {
      String name = "test_" + UUID.randomUUID().toString().replace('-', '_');
      try (var connection = Server.POSTGRES.getPostgresDatabase().getConnection();
          var statement = connection.createStatement()) {
        statement.execute("create database " + name);
      } catch (SQLException e) {
        throw new IllegalStateException(e);
      }
      return new DatabaseSettings(Server.POSTGRES.getJdbcUrl("postgres", name), "", "");
    }
  };

  /** Settings of a database of its own. */
  public abstract DatabaseSettings settings();

  /** An empty database of its own; whoever opens it closes it. */
  public Database open() {
    return Database.open(settings());
  }

  /**
   * A database as a version left it, opened with that of today.
   *
   * @param version its last migration
   * @param facts statements that fill it
   * @param then what is done with it; it is closed afterwards
   */
  public void upgrade(String version, List<String> facts, Consumer<Database> then)
      throws SQLException {
    DatabaseSettings settings = settings();
    String user = settings.user().isEmpty() ? "sa" : settings.user();
    // One in memory lasts as long as somebody is connected to it.
    try (Connection kept = DriverManager.getConnection(settings.url(), user, settings.password());
        Statement statement = kept.createStatement()) {
      Flyway.configure()
          .dataSource(settings.url(), user, settings.password())
          .target(version)
          .load()
          .migrate();
      for (String fact : facts) {
        statement.execute(fact);
      }
      try (Database database = Database.open(settings)) {
        then.accept(database);
      }
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
