package dev.cairn.database;

import dev.cairn.domain.MemberId;
import dev.cairn.feature.audit.AuditEntry;
import dev.cairn.feature.audit.AuditStore;
import dev.cairn.feature.community.Community;
import java.util.List;
import java.util.Optional;

/** The audit log in the database. */
public final class JdbiAuditStore implements AuditStore {
  private final Database database;

  public JdbiAuditStore(Database database) {
    this.database = database;
  }

  @Override
  public void add(Community community, AuditEntry entry) {
    database.with(
        handle ->
            handle
                .createUpdate(
                    """
                    insert into audit (community_id, done_at, done_by, done_by_name, what, about, reason)
                    values (:community, :at, :by, :byName, :what, :about, :reason)
                    """)
                .bind("community", community.id().value())
                .bind("at", entry.at())
                .bind("by", entry.by())
                .bind("byName", entry.byName())
                .bind("what", entry.what())
                .bind("about", entry.about())
                .bind("reason", entry.reason())
                .execute());
  }

  @Override
  public List<AuditEntry> newest(
      Community community, Optional<MemberId> about, int skip, int limit) {
    String only = about.isPresent() ? "and about = :about " : "";
    return database.with(
        handle -> {
          var query =
              handle
                  .createQuery(
                      "select * from audit where community_id = :community "
                          + only
                          + "order by audit_id desc limit :limit offset :skip")
                  .bind("community", community.id().value())
                  .bind("limit", limit)
                  .bind("skip", skip);
          about.ifPresent(member -> query.bind("about", member.value()));
          return query
              .map(
                  (row, context) ->
                      new AuditEntry(
                          TimeArguments.instant(row, "done_at"),
                          row.getLong("done_by"),
                          row.getString("done_by_name"),
                          row.getString("what"),
                          row.getObject("about", Long.class),
                          row.getString("reason")))
              .list();
        });
  }
}
