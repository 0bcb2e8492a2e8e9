package dev.cairn.feature.audit;

import dev.cairn.database.Database;
import dev.cairn.domain.MemberId;
import dev.cairn.feature.community.Community;
import java.util.List;
import java.util.Optional;

/** What moderators changed. An entry belongs into the transaction of its change. */
public final class AuditLog {
  private final AuditStore store;
  private final Database database;

  public AuditLog(AuditStore store, Database database) {
    this.store = store;
    this.database = database;
  }

  /** Adds an entry. */
  public void add(Community community, AuditEntry entry) {
    database.transaction(() -> store.add(community, entry));
  }

  /** Entries, the newest first; see {@link AuditStore#newest}. */
  List<AuditEntry> newest(Community community, Optional<MemberId> about, int skip, int limit) {
    return database.reading(() -> store.newest(community, about, skip, limit));
  }
}
