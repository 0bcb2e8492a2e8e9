package dev.cairn.database;

import dev.cairn.config.DatabaseSettings;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.UUID;

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
      } catch (java.sql.SQLException e) {
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
