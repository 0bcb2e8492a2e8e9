package dev.cairn.bench;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;

/**
 * A PostgreSQL whose commits are on the disk when they return, as those of an installed one are.
 * The library's own settings are for tests: they sync nothing.
 */
final class DurablePostgres {
  private DurablePostgres() {}

  static EmbeddedPostgres start() throws IOException {
    return EmbeddedPostgres.builder()
        .setServerConfig("fsync", "on")
        .setServerConfig("synchronous_commit", "on")
        .start();
  }
}
