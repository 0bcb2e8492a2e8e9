package dev.cairn;

import dev.cairn.catalog.Catalog;
import dev.cairn.command.CommandObserver;
import dev.cairn.connection.Connections;
import dev.cairn.database.Database;
import java.time.InstantSource;
import java.util.Optional;

/** The whole of Cairn as tests put it together: nobody is held back, and nothing is counted. */
public final class TestCairn {
  private TestCairn() {}

  /** With the built-in content. */
  public static CairnApp of(Database database, InstantSource clock, Connections connections) {
    return of(database, TestConversation.CATALOG, clock, connections);
  }

  /** With this content. */
  public static CairnApp of(
      Database database, Catalog catalog, InstantSource clock, Connections connections) {
    return new CairnApp(
        database, catalog, clock, Optional.empty(), CommandObserver.NONE, connections);
  }
}
