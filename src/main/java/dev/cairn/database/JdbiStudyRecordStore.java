package dev.cairn.database;

import dev.cairn.feature.member.Member;
import dev.cairn.feature.study.StudyRecordStore;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;

/** Studied days in the database. */
public final class JdbiStudyRecordStore implements StudyRecordStore {
  private final Database database;

  public JdbiStudyRecordStore(Database database) {
    this.database = database;
  }

  @Override
  public void add(
      Member member, LocalDate studyDay, String dayId, Instant at, String interactionId) {
    database.with(
        handle ->
            handle
                .createUpdate(
                    """
                    insert into study_record
                      (community_id, member_id, study_day, day_id, studied_at, interaction_id)
                    values (:community, :member, :studyDay, :day, :at, :interaction)
                    on conflict do nothing
                    """)
                .bind("community", member.community().id().value())
                .bind("member", member.id().value())
                .bind("studyDay", studyDay)
                .bind("day", dayId)
                .bind("at", at)
                .bind("interaction", interactionId)
                .execute());
  }

  @Override
  public void remove(Member member, LocalDate studyDay) {
    database.with(
        handle ->
            handle
                .createUpdate(
                    """
                    delete from study_record
                    where community_id = :community and member_id = :member and study_day = :studyDay
                    """)
                .bind("community", member.community().id().value())
                .bind("member", member.id().value())
                .bind("studyDay", studyDay)
                .execute());
  }

  @Override
  public Map<String, LocalDate> firstStudied(Member member) {
    return database.with(
        handle ->
            handle
                .createQuery(
                    """
                    select day_id, min(study_day) as first_studied from study_record
                    where community_id = :community and member_id = :member
                    group by day_id order by first_studied, day_id
                    """)
                .bind("community", member.community().id().value())
                .bind("member", member.id().value())
                .reduceResultSet(
                    new LinkedHashMap<>(),
                    (map, row, context) -> {
                      map.put(row.getString("day_id"), TimeArguments.date(row, "first_studied"));
                      return map;
                    }));
  }

  @Override
  public void copy(Member from, Member to) {
    database.with(
        handle ->
            handle
                .createUpdate(
                    """
                    insert into study_record
                      (community_id, member_id, study_day, day_id, studied_at, interaction_id)
                    select community_id, cast(:to as bigint), study_day, day_id, studied_at, interaction_id
                    from study_record where community_id = :community and member_id = :from
                    on conflict do nothing
                    """)
                .bind("community", from.community().id().value())
                .bind("from", from.id().value())
                .bind("to", to.id().value())
                .execute());
  }
}
