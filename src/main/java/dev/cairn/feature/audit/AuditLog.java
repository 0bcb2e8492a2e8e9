package dev.cairn.feature.audit;

import dev.cairn.database.Database;
import dev.cairn.domain.MemberId;
import dev.cairn.feature.community.Community;
import dev.cairn.feature.member.Member;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

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

  /**
   * Has a moderator change something, and keeps that they did, both or neither.
   *
   * @param what what was done, in words, given the result
   */
  public <T> T changing(
      Member moderator, Instant at, Supplier<T> change, Function<T, String> what) {
    return database.transaction(() -> {
      T changed = change.get();
      store.add(
          moderator.community(),
          new AuditEntry(
              at, moderator.id().value(), moderator.name(), what.apply(changed), null, null));
      return changed;
    });
  }

  /** Entries, the newest first; see {@link AuditStore#newest}. */
  List<AuditEntry> newest(Community community, Optional<MemberId> about, int skip, int limit) {
    return database.reading(() -> store.newest(community, about, skip, limit));
  }
}
