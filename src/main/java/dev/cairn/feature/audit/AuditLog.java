package dev.cairn.feature.audit;

import dev.cairn.database.Database;
import dev.cairn.domain.MemberId;
import dev.cairn.feature.community.Community;
import dev.cairn.feature.member.Member;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What moderators changed. An entry belongs into the transaction of its change. */
public final class AuditLog {
  private final AuditStore store;
  private final Database database;

  public AuditLog(AuditStore store, Database database) {
    this.store = store;
    this.database = database;
  }

  /**
   * An entry as it is kept.
   *
   * @param undoes the id of the entry that it tells the undoing of; null for most
   * @param undoneBy who undid it; null while nobody did
   */
  record Kept(long id, AuditEntry entry, @Nullable Long undoes, @Nullable String undoneBy) {}

  /**
   * What came of a change.
   *
   * @param what what was done, in words
   */
  public record Deed<T>(T result, String what, Undo undo) {}

  /** Adds an entry. */
  public void add(Community community, AuditEntry entry) {
    database.transaction(() -> store.add(community, entry));
  }

  /** Has a moderator change something, and keeps that they did, both or neither. */
  public <T> T changing(Member moderator, Instant at, Supplier<Deed<T>> change) {
    return database.transaction(() -> {
      Deed<T> deed = change.get();
      store.add(moderator.community(), AuditEntry.of(moderator, at, deed.what(), deed.undo()));
      return deed.result();
    });
  }

  /** Entries, the newest first; see {@link AuditStore#newest}. */
  List<Kept> newest(Community community, Optional<MemberId> about, int skip, int limit) {
    return database.reading(() -> store.newest(community, about, skip, limit));
  }
}
