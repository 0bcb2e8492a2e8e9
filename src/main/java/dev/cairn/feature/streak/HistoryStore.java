package dev.cairn.feature.streak;

import dev.cairn.database.Database;
import dev.cairn.database.Query;
import dev.cairn.database.Row;
import dev.cairn.domain.CommunityId;
import dev.cairn.domain.MemberHistory;
import dev.cairn.domain.MemberId;
import dev.cairn.domain.Pause;
import dev.cairn.domain.RestDays;
import dev.cairn.feature.Weekdays;
import dev.cairn.feature.member.Member;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;

/** Reads what is on record of members' days: all of it in two statements. */
public final class HistoryStore {
  /**
   * The check-ins of members since a day; whoever has none has one empty row. It is an outer join
   * so that H2 begins with the members: else it goes through the days of the whole community, by
   * the index that counts them. Inside a union it would, too.
   */
  static final String CHECK_INS =
      """
      select wanted.id as member_id, study_day, granted_by, reason, told_late_on
      from unnest(:members) as wanted(id)
      left join check_in
        on community_id = :community and member_id = wanted.id and study_day >= :since
      """;

  /**
   * All that was decided, in the order in which it was: one row a decision, with the columns that
   * its kind has. Members are joined to, not tested by "= any(:members)": for that H2 would go
   * through the whole community.
   */
  private static final String DECISIONS =
      """
      select member_id, 'REVOKED' as kind, 0 as position, study_day as on_day, cast(null as date) as from_day,
        cast(null as date) as until_day, reason as detail, cast(null as timestamp with time zone) as from_moment,
        cast(null as timestamp with time zone) as until_moment
      from unnest(:members) as wanted(id) join revocation on member_id = wanted.id
      where community_id = :community
      union all
      select member_id, 'EXCUSED', 0, study_day, null, null, reason, null, null
      from unnest(:members) as wanted(id) join excuse on member_id = wanted.id
      where community_id = :community
      union all
      select member_id, 'REST_CHOSEN', 0, chosen_on, from_day, null, weekdays, decided_at, null
      from unnest(:members) as wanted(id) join rest_choice on member_id = wanted.id
      where community_id = :community
      union all
      select member_id, 'PAUSED', decision_id, made_on, from_day, until_day, null, null, null
      from unnest(:members) as wanted(id) join pause_decision on member_id = wanted.id
      where community_id = :community
      union all
      select distinct a.member_id, 'CUT_OFF', 0, cast(null as date), cast(null as date), cast(null as date),
        cast(null as varchar), o.started_at, o.ended_at
      from unnest(:members) as wanted(id)
      join account a on a.community_id = :community and a.member_id = wanted.id
      join outage o on o.platform = a.platform
      order by position, from_moment nulls first, on_day
      """;

  private final Database database;

  public HistoryStore(Database database) {
    this.database = database;
  }

  /** What a row of {@link #DECISIONS} tells. */
  private enum Kind {
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
    CommunityId community = members.iterator().next().community().id();
    database.reading(
        () -> {
          each(
              database.query(CHECK_INS).bind("since", since),
              community,
              histories,
              HistoryStore::addCheckIn);
          each(database.query(DECISIONS), community, histories, HistoryStore::addDecision);
          return true;
        });
    return histories.entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, each -> each.getValue().build()));
  }

  private static void each(
      Query query,
      CommunityId community,
      Map<MemberId, MemberHistory.Builder> histories,
      BiConsumer<Row, MemberHistory.Builder> adding) {
    query
        .bind("community", community)
        .bindArray("members", MemberId.class, histories.keySet())
        .each(
            row ->
                adding.accept(
                    row,
                    Objects.requireNonNull(histories.get(row.get("member_id", MemberId.class)))));
  }

  private static MemberHistory.Builder begun(Member member) {
    return MemberHistory.in(member.zoneHistory()).metAt(member.metAt()).policy(member.policy());
  }

  private static void addDecision(Row row, MemberHistory.Builder history) {
    switch (row.get("kind", Kind.class)) {
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
    LocalDate day = row.find("study_day", LocalDate.class);
    if (day == null) {
      return;
    }
    LocalDate toldLateOn = row.find("told_late_on", LocalDate.class);
    if (toldLateOn != null) {
      history.toldLateOn(toldLateOn);
    }
    if (row.find("granted_by", Long.class) != null) {
      history.grant(day, row.text("reason"));
    } else if (toldLateOn != null) {
      history.checkInLate(toldLateOn);
    } else {
      history.checkIn(day);
    }
  }
}
