package dev.cairn.feature.streak;

import dev.cairn.database.Database;
import dev.cairn.database.Row;
import dev.cairn.domain.MemberId;
import dev.cairn.domain.day.Pause;
import dev.cairn.domain.streak.MemberHistory;
import dev.cairn.domain.streak.RestDays;
import dev.cairn.feature.Weekdays;
import dev.cairn.feature.member.Member;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** Reads what is on record of members' days: all of it in one statement. */
public final class HistoryStore {
  /**
   * All that is on record, what was decided in the order in which it was: one row for each fact,
   * with the columns that its kind has. What a moderator revoked comes after what was checked in,
   * and undoes it. Members are joined to, not tested by "= any(:members)", and the check-ins are an
   * outer join whose day H2 cannot look for in an index: else it would go through the days of the
   * whole community. Whoever has no check-in has one row without a day.
   */
  private static final String FACTS =
      """
      select wanted.id as member_id, case when granted_by is null then 'CHECKED' else 'GRANTED' end as kind,
        1 as turn, 0 as position, study_day as on_day, told_late_on as from_day, cast(null as date) as until_day,
        reason as detail, cast(null as timestamp with time zone) as from_moment,
        cast(null as timestamp with time zone) as until_moment
      from unnest(:members) as wanted(id)
      left join check_in
        on community_id = :community and member_id = wanted.id and {since}
      union all
      select member_id, 'REVOKED', 2, 0, study_day, null, null, reason, null, null
      from unnest(:members) as wanted(id) join revocation on member_id = wanted.id
      where community_id = :community
      union all
      select member_id, 'EXCUSED', 3, 0, study_day, null, null, reason, null, null
      from unnest(:members) as wanted(id) join excuse on member_id = wanted.id
      where community_id = :community
      union all
      select member_id, 'REST_CHOSEN', 4, 0, chosen_on, from_day, null, weekdays, decided_at, null
      from unnest(:members) as wanted(id) join rest_choice on member_id = wanted.id
      where community_id = :community
      union all
      select member_id, 'PAUSED', 5, decision_id, made_on, from_day, until_day, null, null, null
      from unnest(:members) as wanted(id) join pause_decision on member_id = wanted.id
      where community_id = :community
      union all
      select distinct a.member_id, 'CUT_OFF', 6, 0, cast(null as date), cast(null as date), cast(null as date),
        cast(null as varchar), o.started_at, o.ended_at
      from unnest(:members) as wanted(id)
      join account a on a.community_id = :community and a.member_id = wanted.id
      join outage o on o.platform = a.platform
      """;

  private final Database database;

  /** A select around the union: H2 would parse a bare union anew each time. */
  private final String ordered;

  public HistoryStore(Database database) {
    this.database = database;
    ordered =
        "select * from (%s) as facts order by turn, position, from_moment nulls first, on_day"
            .formatted(facts(database));
  }

  /** The question that reads it, as this database takes it. */
  static String facts(Database database) {
    return FACTS.replace("{since}", database.notByIndex("study_day >= :since"));
  }

  /** What a row of {@link #FACTS} tells. */
  private enum Kind {
    CHECKED,
    GRANTED,
    REVOKED,
    EXCUSED,
    REST_CHOSEN,
    PAUSED,
    CUT_OFF
  }

  /**
   * Everything on record that bears on the streaks of members of one community.
   *
   * @param since leaves out checked days before this one; {@link LocalDate#MIN} for all
   */
  public Map<MemberId, MemberHistory> histories(Collection<Member> members, LocalDate since) {
    if (members.isEmpty()) {
      return Map.of();
    }
    Map<MemberId, MemberHistory.Builder> histories = new HashMap<>();
    members.forEach(member -> histories.put(member.id(), begun(member)));
    database
        .query(ordered)
        .bind("community", members.iterator().next().community().id())
        .bindArray("members", MemberId.class, histories.keySet())
        .bind("since", since)
        .each(row ->
            add(row, Objects.requireNonNull(histories.get(row.get("member_id", MemberId.class)))));
    return histories.entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, each -> each.getValue().build()));
  }

  private static MemberHistory.Builder begun(Member member) {
    return MemberHistory.in(member.zoneHistory()).metAt(member.metAt()).policy(member.policy());
  }

  private static void add(Row row, MemberHistory.Builder history) {
    switch (row.get("kind", Kind.class)) {
      case CHECKED, GRANTED -> addCheckIn(row, history);
      case REVOKED -> history.revoke(row.date("on_day"), row.text("detail"));
      case EXCUSED -> history.excuse(row.date("on_day"), row.text("detail"));
      case REST_CHOSEN ->
          history.rest(
              row.date("from_day"),
              new RestDays(row.date("on_day"), Weekdays.read("weekdays", row.text("detail"))));
      case PAUSED -> {
        LocalDate from = row.date("from_day");
        LocalDate until = row.find("until_day", LocalDate.class);
        if (until == null) {
          history.endPause(from);
        } else {
          history.pause(new Pause(row.date("on_day"), from, until));
        }
      }
      case CUT_OFF -> history.outage(row.instant("from_moment"), row.instant("until_moment"));
    }
  }

  /** A day that was checked, or the empty row of whoever has none. */
  private static void addCheckIn(Row row, MemberHistory.Builder history) {
    LocalDate day = row.find("on_day", LocalDate.class);
    if (day == null) {
      return;
    }
    LocalDate toldLateOn = row.find("from_day", LocalDate.class);
    if (toldLateOn != null) {
      history.toldLateOn(toldLateOn);
    }
    if (row.get("kind", Kind.class) == Kind.GRANTED) {
      history.grant(day, row.text("detail"));
    } else if (toldLateOn != null) {
      history.checkInLate(toldLateOn);
    } else {
      history.checkIn(day);
    }
  }
}
