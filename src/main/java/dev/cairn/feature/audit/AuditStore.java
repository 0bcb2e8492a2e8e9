package dev.cairn.feature.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.cairn.database.Database;
import dev.cairn.database.Query;
import dev.cairn.database.Row;
import dev.cairn.database.Update;
import dev.cairn.domain.MemberId;
import dev.cairn.feature.community.Community;
import dev.cairn.feature.member.Member;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Keeps the audit log. */
public final class AuditStore {
  private static final ObjectMapper JSON = new ObjectMapper();

  private static final String SELECT =
      """
      select a.*, u.done_by_name as undone_by from audit a
      left join audit u on u.community_id = a.community_id and u.undoes = a.audit_id
      where a.community_id = :community
      """;

  private final Database database;

  public AuditStore(Database database) {
    this.database = database;
  }

  /** Adds an entry. */
  public void add(Community community, AuditEntry entry) {
    insert(community, entry, null).execute();
  }

  /**
   * Adds that an entry was undone.
   *
   * @return false where it was undone before: then nothing is added
   */
  boolean addUndoing(Community community, AuditEntry entry, long undoes) {
    return insert(community, entry, undoes).execute() > 0;
  }

  private Update insert(Community community, AuditEntry entry, @Nullable Long undoes) {
    Undo undo = entry.undo();
    return database
        .update(
            """
            insert into audit (community_id, done_at, done_by, done_by_name, what, about, reason,
              undo_kind, undo_detail, undoes)
            values (:community, :at, :by, :byName, :what, :about, :reason, :kind, :detail, :undoes)
            on conflict do nothing
            """)
        .bind("community", community.id())
        .bind("at", entry.at())
        .bind("by", entry.by())
        .bind("byName", entry.byName())
        .bind("what", entry.what())
        .bind("about", entry.about())
        .bind("reason", entry.reason())
        .bind("kind", undo == null ? null : undo.kind())
        .bind("detail", undo == null ? null : json(undo.detail()))
        .bind("undoes", undoes);
  }

  /**
   * Entries, the newest first.
   *
   * @param about only those about this member, where given
   * @param skip how many of the newest to leave out
   * @param limit how many at most
   */
  List<AuditLog.Kept> newest(Community community, Optional<MemberId> about, int skip, int limit) {
    String only = about.isPresent() ? "and a.about = :about " : "";
    Query query =
        of(community, only + "order by a.audit_id desc limit :limit offset :skip")
            .bind("limit", limit)
            .bind("skip", skip);
    about.ifPresent(member -> query.bind("about", member));
    return query.list(AuditStore::kept);
  }

  /** The entry of this id. */
  Optional<AuditLog.Kept> find(Community community, long id) {
    return of(community, "and a.audit_id = :id").bind("id", id).find(AuditStore::kept);
  }

  /** What a moderator did last and was not undone; undoings are left out. */
  Optional<AuditLog.Kept> last(Member moderator) {
    return of(
            moderator.community(),
            """
            and a.done_by = :by and a.undoes is null and u.audit_id is null
            order by a.audit_id desc limit 1
            """)
        .bind("by", moderator.id())
        .find(AuditStore::kept);
  }

  private Query of(Community community, String condition) {
    return database.query(SELECT + condition).bind("community", community.id());
  }

  private static AuditLog.Kept kept(Row row) {
    String kind = row.findText("undo_kind");
    return new AuditLog.Kept(
        row.big("audit_id"),
        new AuditEntry(
            row.instant("done_at"),
            row.big("done_by"),
            row.text("done_by_name"),
            row.text("what"),
            row.find("about", Long.class),
            row.findText("reason"),
            kind == null ? null : new Undo(kind, details(row.text("undo_detail")))),
        row.find("undoes", Long.class),
        row.findText("undone_by"));
  }

  private static String json(Map<String, String> details) {
    try {
      return JSON.writeValueAsString(details);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static Map<String, String> details(String json) {
    try {
      return JSON.readValue(json, new TypeReference<Map<String, String>>() {});
    } catch (JsonProcessingException notOurs) {
      throw new IllegalStateException("kept with an action to undo it: " + json, notOurs);
    }
  }
}
