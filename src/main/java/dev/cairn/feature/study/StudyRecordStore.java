package dev.cairn.feature.study;

import dev.cairn.database.Database;
import dev.cairn.domain.CommunityId;
import dev.cairn.feature.member.Member;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** Keeps which days of the journey members studied. */
public final class StudyRecordStore {
  private final Database database;

  public StudyRecordStore(Database database) {
    this.database = database;
  }

  /**
   * The member studied a day of the journey on a study day of theirs; does nothing where that is
   * known.
   *
   * @param dayId the id of the day of the journey
   * @param interactionId of the interaction that said so
   */
  public void add(
      Member member, LocalDate studyDay, String dayId, Instant at, String interactionId) {
    database
        .update(
            """
            insert into study_record
              (community_id, member_id, study_day, day_id, studied_at, interaction_id)
            values (:community, :member, :studyDay, :day, :at, :interaction)
            on conflict do nothing
            """)
        .bind("community", member.community().id())
        .bind("member", member.id())
        .bind("studyDay", studyDay)
        .bind("day", dayId)
        .bind("at", at)
        .bind("interaction", interactionId)
        .execute();
  }

  /** The days of the journey that the member studied on a study day of theirs, by id. */
  public List<String> on(Member member, LocalDate studyDay) {
    return database
        .query(
            """
            select day_id from study_record
            where community_id = :community and member_id = :member and study_day = :studyDay
            order by day_id
            """)
        .bind("community", member.community().id())
        .bind("member", member.id())
        .bind("studyDay", studyDay)
        .list(String.class);
  }

  /** How many members of a community studied a day of the journey. */
  public int count(CommunityId community, String dayId) {
    return database
        .query(
            """
            select count(distinct member_id) from study_record
            where community_id = :community and day_id = :day
            """)
        .bind("community", community)
        .bind("day", dayId)
        .one(Integer.class);
  }

  /** Forgets what the member studied on a study day of theirs. */
  public void remove(Member member, LocalDate studyDay) {
    database
        .update(
            """
            delete from study_record
            where community_id = :community and member_id = :member and study_day = :studyDay
            """)
        .bind("community", member.community().id())
        .bind("member", member.id())
        .bind("studyDay", studyDay)
        .execute();
  }

  /**
   * The first study day on which the member studied each day of the journey, by the id of the day
   * of the journey, the earliest first.
   */
  public Map<String, LocalDate> firstStudied(Member member) {
    return database
        .query(
            """
            select day_id, min(study_day) as first_studied from study_record
            where community_id = :community and member_id = :member
            group by day_id order by first_studied, day_id
            """)
        .bind("community", member.community().id())
        .bind("member", member.id())
        .map(row -> row.text("day_id"), row -> row.date("first_studied"));
  }

  /** What one member studied, another has studied as well. */
  public void copy(Member from, Member to) {
    database
        .update(
            """
            insert into study_record
              (community_id, member_id, study_day, day_id, studied_at, interaction_id)
            select community_id, cast(:to as bigint), study_day, day_id, studied_at, interaction_id
            from study_record where community_id = :community and member_id = :from
            on conflict do nothing
            """)
        .bind("community", from.community().id())
        .bind("from", from.id())
        .bind("to", to.id())
        .execute();
  }
}
