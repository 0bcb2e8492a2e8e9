package dev.cairn.feature.audit;

import dev.cairn.domain.MemberId;
import dev.cairn.feature.community.Community;
import java.util.List;
import java.util.Optional;

/** Keeps the audit log. */
public interface AuditStore {

  /** Adds an entry. */
  void add(Community community, AuditEntry entry);

  /**
   * Entries, the newest first.
   *
   * @param about only those about this member, where given
   * @param skip how many of the newest to leave out
   * @param limit how many at most
   */
  List<AuditEntry> newest(Community community, Optional<MemberId> about, int skip, int limit);
}
