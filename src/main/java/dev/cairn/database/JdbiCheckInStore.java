package dev.cairn.database;

import dev.cairn.domain.CommunityId;
import dev.cairn.feature.checkin.CheckInDetails;
import dev.cairn.feature.checkin.CheckInStore;
import dev.cairn.feature.checkin.CheckIns;
import dev.cairn.feature.member.Member;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Update;
import org.jspecify.annotations.Nullable;

/** Check-ins in the database. */
public final class JdbiCheckInStore implements CheckInStore {
  private final Database database;

  public JdbiCheckInStore(Database database) {
    this.database = database;
  }

  @Override
  public Optional<CheckIns.Entry> entry(Member member, String interactionId) {
    return database.with(
        handle ->
            handle
                .createQuery(
                    """
                    select kind, study_day, counted from check_in_entry
                    where community_id = :community and interaction_id = :interaction
                    """)
                .bind("community", member.community().id().value())
                .bind("interaction", interactionId)
                .map(
                    (row, context) ->
                        new CheckIns.Entry(
                            CheckIns.Kind.valueOf(row.getString("kind")),
                            TimeArguments.date(row, "study_day"),
                            row.getBoolean("counted")))
                .findOne());
  }

  @Override
  public int count(CommunityId community, LocalDate day) {
    return database.with(
        handle ->
            handle
                .createQuery(
                    """
                    select count(*) from check_in c
                    where c.community_id = :community and c.study_day = :day
                      and not exists (select 1 from revocation r
                        where r.community_id = c.community_id and r.member_id = c.member_id
                          and r.study_day = c.study_day)
                    """)
                .bind("community", community.value())
                .bind("day", day)
                .mapTo(Integer.class)
                .one());
  }

  @Override
  public void check(
      Member member, LocalDate day, Instant at, ZoneId zone, @Nullable LocalDate toldLateOn) {
    database.with(
        handle ->
            of(
                    handle,
                    member,
                    day,
                    """
                    insert into check_in (community_id, member_id, study_day, checked_at, zone, told_late_on)
                    values (:community, :member, :day, :at, :zone, :toldLateOn)
                    on conflict do nothing
                    """)
                .bind("at", at)
                .bind("zone", zone.getId())
                .bind("toldLateOn", toldLateOn)
                .execute());
  }

  @Override
  public void undo(Member member, LocalDate day) {
    database.with(
        handle -> {
          of(
                  handle,
                  member,
                  day,
                  "delete from check_in where community_id = :community and member_id = :member and study_day = :day")
              .execute();
          return of(
                  handle,
                  member,
                  day,
                  "update check_in_entry set undone = true where community_id = :community and member_id = :member and study_day = :day")
              .execute();
        });
  }

  @Override
  public void grant(Member member, LocalDate day, Instant at, Member by, String reason) {
    ZoneId zone = member.zoneAt(at);
    database.with(
        handle -> {
          // The day may have been revoked before: then the row is there, and what it says is new.
          of(
                  handle,
                  member,
                  day,
                  "delete from revocation where community_id = :community and member_id = :member and study_day = :day")
              .execute();
          return new Upsert(
                  """
                  insert into check_in (community_id, member_id, study_day, checked_at, zone, granted_by, reason)
                  values (:community, :member, :day, :at, :zone, :grantedBy, :reason)
                  """,
                  """
                  update check_in set checked_at = :at, zone = :zone, granted_by = :grantedBy, reason = :reason
                  where community_id = :community and member_id = :member and study_day = :day
                  """)
              .run(
                  handle,
                  statement ->
                      statement
                          .bind("community", member.community().id().value())
                          .bind("member", member.id().value())
                          .bind("day", day)
                          .bind("at", at)
                          .bind("zone", zone.getId())
                          .bind("grantedBy", by.id().value())
                          .bind("reason", reason));
        });
  }

  @Override
  public void revoke(Member member, LocalDate day, String reason) {
    insertReason("revocation", member, day, reason);
  }

  @Override
  public void excuse(Member member, LocalDate day, String reason) {
    insertReason("excuse", member, day, reason);
  }

  private void insertReason(String table, Member member, LocalDate day, String reason) {
    database.with(
        handle ->
            of(
                    handle,
                    member,
                    day,
                    "insert into "
                        + table
                        + " (community_id, member_id, study_day, reason) values (:community, :member, :day, :reason)")
                .bind("reason", reason)
                .execute());
  }

  private static Update of(Handle handle, Member member, LocalDate day, String sql) {
    return handle
        .createUpdate(sql)
        .bind("community", member.community().id().value())
        .bind("member", member.id().value())
        .bind("day", day);
  }

  @Override
  public void add(
      Member member,
      String interactionId,
      CheckIns.Entry entry,
      Instant at,
      CheckInDetails remarks) {
    URI link = remarks.link();
    database.with(
        handle ->
            handle
                .createUpdate(
                    """
                    insert into check_in_entry
                      (community_id, interaction_id, member_id, study_day, said_at, counted, note, minutes, link, kind)
                    values (:community, :interaction, :member, :day, :at, :counted, :note, :minutes, :link, :kind)
                    """)
                .bind("community", member.community().id().value())
                .bind("interaction", interactionId)
                .bind("member", member.id().value())
                .bind("day", entry.studyDay())
                .bind("kind", entry.kind().name())
                .bind("at", at)
                .bind("counted", entry.counted())
                .bind("note", remarks.note())
                .bind("minutes", remarks.minutes())
                .bind("link", link == null ? null : link.toString())
                .execute());
  }

  @Override
  public Map<LocalDate, Integer> minutes(Member member) {
    return database.with(
        handle ->
            handle
                .createQuery(
                    """
                    select e.study_day, sum(e.minutes) as minutes from check_in_entry e
                    join check_in c on c.community_id = e.community_id and c.member_id = e.member_id
                      and c.study_day = e.study_day
                    where e.community_id = :community and e.member_id = :member
                      and e.minutes is not null and not e.undone
                    group by e.study_day
                    """)
                .bind("community", member.community().id().value())
                .bind("member", member.id().value())
                .map(
                    (row, context) ->
                        Map.entry(TimeArguments.date(row, "study_day"), row.getInt("minutes")))
                .collectToMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  @Override
  public Optional<Instant> newest(CommunityId community) {
    return database.with(
        handle ->
            handle
                .createQuery(
                    "select max(said_at) as newest from check_in_entry where community_id = :community")
                .bind("community", community.value())
                .mapTo(Instant.class)
                .findOne());
  }
}
