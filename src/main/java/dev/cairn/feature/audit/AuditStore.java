package dev.cairn.feature.audit;

import dev.cairn.database.Database;
import dev.cairn.domain.MemberId;
import dev.cairn.feature.community.Community;
import java.util.List;
import java.util.Optional;

/** Keeps the audit log. */
public final class AuditStore {
  private final Database database;

  public AuditStore(Database database) {
    this.database = database;
  }

  /** Adds an entry. */
  public void add(Community community, AuditEntry entry) {
    database
        .update(
            """
            insert into audit (community_id, done_at, done_by, done_by_name, what, about, reason)
            values (:community, :at, :by, :byName, :what, :about, :reason)
            """)
        .bind("community", community.id())
        .bind("at", entry.at())
        .bind("by", entry.by())
        .bind("byName", entry.byName())
        .bind("what", entry.what())
        .bind("about", entry.about())
        .bind("reason", entry.reason())
        .execute();
  }

  /**
   * Entries, the newest first.
   *
   * @param about only those about this member, where given
   * @param skip how many of the newest to leave out
   * @param limit how many at most
   */
  public List<AuditEntry> newest(
      Community community, Optional<MemberId> about, int skip, int limit) {
    String only = about.isPresent() ? "and about = :about " : "";
    return database.reading(() -> {
      var query =
          database
              .query(
                  "select * from audit where community_id = :community "
                      + only
                      + "order by audit_id desc limit :limit offset :skip")
              .bind("community", community.id())
              .bind("limit", limit)
              .bind("skip", skip);
      about.ifPresent(member -> query.bind("about", member));
      return query.list(row ->
          new AuditEntry(
              row.instant("done_at"),
              row.big("done_by"),
              row.text("done_by_name"),
              row.text("what"),
              row.find("about", Long.class),
              row.findText("reason")));
    });
  }
}
