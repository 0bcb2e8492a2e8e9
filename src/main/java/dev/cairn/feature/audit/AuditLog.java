package dev.cairn.feature.audit;

import dev.cairn.domain.MemberId;
import dev.cairn.feature.Transactions;
import dev.cairn.feature.community.Community;
import java.util.List;
import java.util.Optional;

/** What moderators changed. An entry belongs into the transaction of its change. */
public final class AuditLog {
  private final AuditStore store;
  private final Transactions transactions;

  public AuditLog(AuditStore store, Transactions transactions) {
    this.store = store;
    this.transactions = transactions;
  }

  /** Adds an entry. */
  public void add(Community community, AuditEntry entry) {
    transactions.write(() -> store.add(community, entry));
  }

  /** Entries, the newest first; see {@link AuditStore#newest}. */
  List<AuditEntry> newest(Community community, Optional<MemberId> about, int skip, int limit) {
    return transactions.read(() -> store.newest(community, about, skip, limit));
  }
}
