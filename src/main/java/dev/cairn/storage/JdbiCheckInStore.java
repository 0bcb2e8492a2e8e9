package dev.cairn.storage;

import dev.cairn.feature.checkin.CheckInStore;
import dev.cairn.feature.checkin.CheckIns;
import dev.cairn.feature.checkin.Remarks;
import dev.cairn.feature.member.Member;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;

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
                    select study_day, counted from check_in_entry
                    where community_id = :community and interaction_id = :interaction
                    """)
                .bind("community", member.community().id().value())
                .bind("interaction", interactionId)
                .map(
                    (row, context) ->
                        new CheckIns.Entry(
                            TimeArguments.date(row, "study_day"), row.getBoolean("counted")))
                .findOne());
  }

  @Override
  public void check(Member member, LocalDate day, Instant at, ZoneId zone) {
    database.with(
        handle -> {
          handle
              .createUpdate(
                  "delete from revocation where community_id = :community and member_id = :member and study_day = :day")
              .bind("community", member.community().id().value())
              .bind("member", member.id().value())
              .bind("day", day)
              .execute();
          return handle
              .createUpdate(
                  """
                    insert into check_in (community_id, member_id, study_day, checked_at, zone)
                    values (:community, :member, :day, :at, :zone) on conflict do nothing
                    """)
              .bind("community", member.community().id().value())
              .bind("member", member.id().value())
              .bind("day", day)
              .bind("at", at)
              .bind("zone", zone.getId())
              .execute();
        });
  }

  @Override
  public void add(
      Member member, String interactionId, CheckIns.Entry entry, Instant at, Remarks remarks) {
    URI link = remarks.link();
    database.with(
        handle ->
            handle
                .createUpdate(
                    """
                    insert into check_in_entry
                      (community_id, interaction_id, member_id, study_day, said_at, counted, note, minutes, link)
                    values (:community, :interaction, :member, :day, :at, :counted, :note, :minutes, :link)
                    """)
                .bind("community", member.community().id().value())
                .bind("interaction", interactionId)
                .bind("member", member.id().value())
                .bind("day", entry.studyDay())
                .bind("at", at)
                .bind("counted", entry.counted())
                .bind("note", remarks.note())
                .bind("minutes", remarks.minutes())
                .bind("link", link == null ? null : link.toString())
                .execute());
  }
}
