package dev.cairn.feature.checkin;

import dev.cairn.database.Database;
import dev.cairn.database.Query;
import dev.cairn.database.Update;
import dev.cairn.domain.CommunityId;
import dev.cairn.domain.MemberId;
import dev.cairn.domain.streak.DaysOnRecord;
import dev.cairn.feature.member.Member;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Keeps check-ins. */
public final class CheckInStore {
  private static final String IT =
      " where community_id = :community and member_id = :member and study_day = :day";

  private final Database database;

  public CheckInStore(Database database) {
    this.database = database;
  }

  /** The result of an interaction that has already been counted; empty if it has not. */
  public Optional<CheckIns.Entry> entry(Member member, String interactionId) {
    return database
        .query(
            """
            select kind, study_day, counted from check_in_entry
            where community_id = :community and interaction_id = :interaction
            """)
        .bind("community", member.community().id())
        .bind("interaction", interactionId)
        .find(row ->
            new CheckIns.Entry(
                row.get("kind", CheckIns.Kind.class), row.date("study_day"), row.flag("counted")));
  }

  /** How many times a member said something about a day in words. */
  long said(Member member, LocalDate day) {
    return database
        .query(
            """
            select count(*) from check_in_entry
            where community_id = :community and member_id = :member and study_day = :day
              and (note is not null or link is not null)
            """)
        .bind("community", member.community().id())
        .bind("member", member.id())
        .bind("day", day)
        .one(Long.class);
  }

  /** How many members of a community studied on a day. */
  public int count(CommunityId community, LocalDate day) {
    return database
        .query(
            """
            select count(*) from check_in c
            where c.community_id = :community and c.study_day = :day
              and not exists (select 1 from revocation r
                where r.community_id = c.community_id and r.member_id = c.member_id
                  and r.study_day = c.study_day)
            """)
        .bind("community", community)
        .bind("day", day)
        .one(Integer.class);
  }

  /**
   * The member checks in for a day; does nothing where they have.
   *
   * @param toldLateOn the study day on which they do, where it is not that day itself
   */
  public void check(
      Member member, LocalDate day, Instant at, ZoneId zone, @Nullable LocalDate toldLateOn) {
    of(
            member,
            day,
            """
            insert into check_in (community_id, member_id, study_day, checked_at, zone, told_late_on)
            values (:community, :member, :day, :at, :zone, :toldLateOn)
            on conflict do nothing
            """)
        .bind("at", at)
        .bind("zone", zone)
        .bind("toldLateOn", toldLateOn)
        .execute();
  }

  /** The member takes back the check-in of a day, as if it had never been made. */
  public void undo(Member member, LocalDate day) {
    database.transaction(() -> {
      of(
              member,
              day,
              "delete from check_in where community_id = :community and member_id = :member and"
                  + " study_day = :day")
          .execute();
      of(
              member,
              day,
              "update check_in_entry set undone = true where community_id = :community and"
                  + " member_id = :member and study_day = :day")
          .execute();
    });
  }

  /** A moderator grants a day. */
  public void grant(Member member, LocalDate day, Instant at, Member by, String reason) {
    ZoneId zone = member.zoneAt(at);
    database.transaction(() -> {
      // The day may have been revoked before: then the row is there, and what it says is new.
      of(
              member,
              day,
              "delete from revocation where community_id = :community and member_id = :member"
                  + " and study_day = :day")
          .execute();
      database
          .upsert(
              """
              insert into check_in (community_id, member_id, study_day, checked_at, zone, granted_by, reason)
              values (:community, :member, :day, :at, :zone, :grantedBy, :reason)
              """,
              """
              update check_in set checked_at = :at, zone = :zone, granted_by = :grantedBy, reason = :reason
              where community_id = :community and member_id = :member and study_day = :day
              """)
          .bind("community", member.community().id())
          .bind("member", member.id())
          .bind("day", day)
          .bind("at", at)
          .bind("zone", zone)
          .bind("grantedBy", by.id())
          .bind("reason", reason)
          .execute();
    });
  }

  /** A moderator revokes a day that counts. */
  public void revoke(Member member, LocalDate day, String reason) {
    insertReason("revocation", member, day, reason);
  }

  /** A moderator excuses a day. */
  public void excuse(Member member, LocalDate day, String reason) {
    insertReason("excuse", member, day, reason);
  }

  /** The check-in of a day, revoked or not. */
  Optional<DaysOnRecord.CheckIn> find(Member member, LocalDate day) {
    return query(member, day, "select * from check_in")
        .find(row ->
            new DaysOnRecord.CheckIn(
                row.instant("checked_at"),
                row.get("zone", ZoneId.class),
                row.find("granted_by", Long.class),
                row.findText("reason"),
                row.find("told_late_on", LocalDate.class)));
  }

  /** Why a moderator revoked a day; empty where none did. */
  Optional<String> revoked(Member member, LocalDate day) {
    return query(member, day, "select reason from revocation").find(String.class);
  }

  /** Why a moderator excused a day; empty where none did. */
  Optional<String> excused(Member member, LocalDate day) {
    return query(member, day, "select reason from excuse").find(String.class);
  }

  private Query query(Member member, LocalDate day, String select) {
    return database
        .query(select + IT)
        .bind("community", member.community().id())
        .bind("member", member.id())
        .bind("day", day);
  }

  /** A moderator takes the grant of a day back. */
  void takeBackGrant(Member member, LocalDate day) {
    of(member, day, "delete from check_in" + IT).execute();
  }

  /** A moderator takes the revocation of a day back. */
  void takeBackRevocation(Member member, LocalDate day) {
    of(member, day, "delete from revocation" + IT).execute();
  }

  /** A moderator takes the excuse of a day back. */
  void takeBackExcuse(Member member, LocalDate day) {
    of(member, day, "delete from excuse" + IT).execute();
  }

  /** The check-in of a day is again what it was. */
  void putBack(Member member, LocalDate day, DaysOnRecord.CheckIn checkIn) {
    of(
            member,
            day,
            """
            insert into check_in (community_id, member_id, study_day, checked_at, zone, granted_by, reason, told_late_on)
            values (:community, :member, :day, :at, :zone, :grantedBy, :reason, :toldLateOn)
            """)
        .bind("at", checkIn.at())
        .bind("zone", checkIn.zone())
        .bind("grantedBy", checkIn.grantedBy())
        .bind("reason", checkIn.reason())
        .bind("toldLateOn", checkIn.toldLateOn())
        .execute();
  }

  private void insertReason(String table, Member member, LocalDate day, String reason) {
    of(
            member,
            day,
            "insert into "
                + table
                + " (community_id, member_id, study_day, reason) values (:community, :member, :day,"
                + " :reason)")
        .bind("reason", reason)
        .execute();
  }

  private Update of(Member member, LocalDate day, String sql) {
    return database
        .update(sql)
        .bind("community", member.community().id())
        .bind("member", member.id())
        .bind("day", day);
  }

  /**
   * Keeps what was said with a check-in.
   *
   * @return false where this interaction is known: then nothing is changed
   */
  public boolean add(
      Member member,
      String interactionId,
      CheckIns.Entry entry,
      Instant at,
      CheckInDetails remarks) {
    URI link = remarks.link();
    return database
            .update(
                """
                insert into check_in_entry
                  (community_id, interaction_id, member_id, study_day, said_at, counted, note, minutes, link, kind)
                values (:community, :interaction, :member, :day, :at, :counted, :note, :minutes, :link, :kind)
                on conflict do nothing
                """)
            .bind("community", member.community().id())
            .bind("interaction", interactionId)
            .bind("member", member.id())
            .bind("day", entry.studyDay())
            .bind("kind", entry.kind())
            .bind("at", at)
            .bind("counted", entry.counted())
            .bind("note", remarks.note())
            .bind("minutes", remarks.minutes())
            .bind("link", link == null ? null : link.toString())
            .execute()
        > 0;
  }

  /** When a member of a community last checked in. */
  public Optional<Instant> newest(CommunityId community) {
    return database
        .query("select max(said_at) as newest from check_in_entry where community_id = :community")
        .bind("community", community)
        .find(Instant.class);
  }

  /** How many minutes the member said they studied, by checked study day. */
  public Map<LocalDate, Integer> minutes(Member member) {
    return database
        .query(
            """
            select e.study_day, sum(e.minutes) as minutes from check_in_entry e
            join check_in c on c.community_id = e.community_id and c.member_id = e.member_id
              and c.study_day = e.study_day
            where e.community_id = :community and e.member_id = :member
              and e.minutes is not null and not e.undone
            group by e.study_day
            """)
        .bind("community", member.community().id())
        .bind("member", member.id())
        .map(row -> row.date("study_day"), row -> row.number("minutes"));
  }

  /** When members checked in since an instant, themselves and on the day itself. */
  public Map<MemberId, List<Instant>> times(
      CommunityId community, Collection<MemberId> members, Instant since) {
    Map<MemberId, List<Instant>> times = new HashMap<>();
    database
        .query(
            """
            select c.member_id, c.checked_at
            from unnest(:members) as wanted(id)
            join check_in c on c.community_id = :community and c.member_id = wanted.id
            where c.checked_at >= :since and c.granted_by is null and c.told_late_on is null
            """)
        .bindArray("members", MemberId.class, members)
        .bind("community", community)
        .bind("since", since)
        .each(row ->
            times
                .computeIfAbsent(row.get("member_id", MemberId.class), id -> new ArrayList<>())
                .add(row.instant("checked_at")));
    return times;
  }
}
