package dev.cairn.database;

import dev.cairn.domain.CommunityId;
import dev.cairn.domain.MemberHistory;
import dev.cairn.domain.MemberId;
import dev.cairn.domain.Pause;
import dev.cairn.domain.RestDays;
import dev.cairn.domain.StreakState;
import dev.cairn.feature.Weekdays;
import dev.cairn.feature.member.Member;
import dev.cairn.feature.streak.StreakStore;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;

/** What bears on streaks, and the figures derived from it, in the database. */
public final class JdbiStreakStore implements StreakStore {
  /**
   * The check-ins of members since a day; whoever has none has one empty row. It is an outer join
   * so that H2 begins with the members: else it goes through the days of the whole community, by
   * the index that counts them.
   */
  static final String CHECK_INS =
      """
      select wanted.id as member_id, study_day, granted_by, reason, told_late_on
      from unnest(:members) as wanted(id)
      left join check_in
        on community_id = :community and member_id = wanted.id and study_day >= :since
      """;

  private final Database database;

  public JdbiStreakStore(Database database) {
    this.database = database;
  }

  @Override
  public Map<MemberId, MemberHistory> histories(Collection<Member> members, LocalDate since) {
    if (members.isEmpty()) {
      return Map.of();
    }
    return database.with(
        handle -> {
          Gathering gathering = new Gathering(handle, members);
          gathering.checkIns(since);
          gathering.revocations();
          gathering.excuses();
          gathering.restDays();
          gathering.pauses();
          gathering.outages();
          return gathering.histories();
        });
  }

  /** Adds to a history what a moderator decided of one of its days. */
  private interface DayDecision {
    MemberHistory.Builder on(MemberHistory.Builder history, LocalDate day, String reason);
  }

  /** Gathers the histories of members of one community. */
  private static final class Gathering {
    private final Handle handle;
    private final CommunityId community;
    private final Map<MemberId, MemberHistory.Builder> builders = new HashMap<>();

    Gathering(Handle handle, Collection<Member> members) {
      this.handle = handle;
      this.community = members.iterator().next().community().id();
      for (Member member : members) {
        builders.put(
            member.id(),
            MemberHistory.in(member.zoneHistory()).metAt(member.metAt()).policy(member.policy()));
      }
    }

    void checkIns(LocalDate since) {
      of(CHECK_INS)
          .bind("since", TimeArguments.storable(since))
          .map(
              (row, context) -> {
                LocalDate day = row.getObject("study_day", LocalDate.class);
                if (day == null) {
                  return builder(row);
                }
                LocalDate toldLateOn = row.getObject("told_late_on", LocalDate.class);
                if (toldLateOn != null) {
                  builder(row).toldLateOn(toldLateOn);
                }
                row.getLong("granted_by");
                if (!row.wasNull()) {
                  return builder(row).grant(day, row.getString("reason"));
                }
                return toldLateOn == null
                    ? builder(row).checkIn(day)
                    : builder(row).checkInLate(toldLateOn);
              })
          .list();
    }

    void revocations() {
      reasons("revocation", MemberHistory.Builder::revoke);
    }

    void excuses() {
      reasons("excuse", MemberHistory.Builder::excuse);
    }

    /** What moderators decided of single days, by the table of the decision. */
    private void reasons(String table, DayDecision decision) {
      of("""
          select member_id, study_day, reason
          from unnest(:members) as wanted(id) join %s on member_id = wanted.id
          where community_id = :community
          """
              .formatted(table))
          .map(
              (row, context) ->
                  decision.on(
                      builder(row), TimeArguments.date(row, "study_day"), row.getString("reason")))
          .list();
    }

    void restDays() {
      of("""
          select member_id, chosen_on, from_day, weekdays
          from unnest(:members) as wanted(id) join rest_choice on member_id = wanted.id
          where community_id = :community order by decided_at nulls first, chosen_on
          """)
          .map(
              (row, context) ->
                  builder(row)
                      .rest(
                          TimeArguments.date(row, "from_day"),
                          new RestDays(
                              TimeArguments.date(row, "chosen_on"),
                              Weekdays.read("weekdays", row.getString("weekdays")))))
          .list();
    }

    void pauses() {
      of("""
          select member_id, made_on, from_day, until_day
          from unnest(:members) as wanted(id) join pause_decision on member_id = wanted.id
          where community_id = :community order by decision_id
          """)
          .map(
              (row, context) -> {
                LocalDate from = TimeArguments.date(row, "from_day");
                LocalDate until = row.getObject("until_day", LocalDate.class);
                return until == null
                    ? builder(row).endPause(from)
                    : builder(row)
                        .pause(new Pause(TimeArguments.date(row, "made_on"), from, until));
              })
          .list();
    }

    void outages() {
      of("""
          select distinct a.member_id, o.started_at, o.ended_at from unnest(:members) as wanted(id)
          join account a on a.community_id = :community and a.member_id = wanted.id
          join outage o on o.platform = a.platform
          """)
          .map(
              (row, context) ->
                  builder(row)
                      .outage(
                          TimeArguments.instant(row, "started_at"),
                          TimeArguments.instant(row, "ended_at")))
          .list();
    }

    Map<MemberId, MemberHistory> histories() {
      return builders.entrySet().stream()
          .collect(Collectors.toMap(Map.Entry::getKey, each -> each.getValue().build()));
    }

    private MemberHistory.Builder builder(ResultSet row) throws SQLException {
      return Objects.requireNonNull(builders.get(new MemberId(row.getLong("member_id"))));
    }

    // Joined, not "= any(:members)": for that H2 would go through the whole community.
    private Query of(String sql) {
      return handle
          .createQuery(sql)
          .bind("community", community.value())
          .bindArray(
              "members", Long.class, builders.keySet().stream().map(MemberId::value).toList());
    }
  }

  @Override
  public void chooseRest(Member member, LocalDate from, RestDays chosen, Instant at) {
    database.with(
        handle ->
            new Upsert(
                    "insert into rest_choice (community_id, member_id, chosen_on, from_day, decided_at, weekdays) values (:community, :member, :on, :from, :at, :days)",
                    "update rest_choice set weekdays = :days, from_day = :from, decided_at = :at where community_id = :community and member_id = :member and chosen_on = :on")
                .run(
                    handle,
                    statement ->
                        statement
                            .bind("community", member.community().id().value())
                            .bind("member", member.id().value())
                            .bind("on", chosen.chosenOn())
                            .bind("from", from)
                            .bind("at", at)
                            .bind("days", Weekdays.typed(chosen.weekdays()))));
  }

  @Override
  public void pause(Member member, Pause pause) {
    decide(member, pause.madeOn(), pause.from(), pause.until());
  }

  @Override
  public void endPause(Member member, LocalDate today) {
    decide(member, today, today, null);
  }

  private void decide(Member member, LocalDate on, LocalDate from, @Nullable LocalDate until) {
    database.with(
        handle ->
            handle
                .createUpdate(
                    """
                    insert into pause_decision (community_id, member_id, made_on, from_day, until_day)
                    values (:community, :member, :on, :from, :until)
                    """)
                .bind("community", member.community().id().value())
                .bind("member", member.id().value())
                .bind("on", on)
                .bind("from", from)
                .bind("until", until)
                .execute());
  }

  @Override
  public StreakState settled(Member member) {
    return database.with(
        handle ->
            of(
                    handle,
                    member,
                    "select * from streak where community_id = :community and member_id = :member")
                .map((row, context) -> settled(row))
                .findOne()
                .orElse(StreakState.NONE));
  }

  private static StreakState settled(ResultSet row) throws SQLException {
    LocalDate firstDay = row.getObject("first_day", LocalDate.class);
    return firstDay == null
        ? StreakState.NONE
        : new StreakState(
            firstDay,
            row.getObject("last_day", LocalDate.class),
            TimeArguments.date(row, "settled_through"),
            row.getInt("settled_streak"),
            row.getInt("settled_longest"),
            row.getInt("settled_freezes"),
            row.getInt("settled_gap"),
            row.getObject("gap_from", LocalDate.class),
            row.getObject("mended_on", LocalDate.class),
            chance(row));
  }

  private static StreakState.@Nullable Chance chance(ResultSet row) throws SQLException {
    int lost = row.getInt("lost_streak");
    return row.wasNull()
        ? null
        : new StreakState.Chance(
            lost,
            row.getInt("lost_freezes"),
            row.getInt("lost_missed"),
            row.getInt("comeback_days"),
            row.getInt("comeback_of"));
  }

  @Override
  public void save(
      Member member, StreakState settled, int streak, int longest, @Nullable Instant breaksAt) {
    boolean begun = settled.firstDay() != null;
    StreakState.Chance chance = settled.chance();
    database.with(
        handle ->
            new Upsert(
                    """
                    insert into streak (community_id, member_id, first_day, last_day, settled_through, settled_streak,
                      settled_longest, settled_freezes, settled_gap, gap_from, mended_on, lost_streak, lost_freezes,
                      lost_missed, comeback_days, comeback_of, streak, longest, breaks_at)
                    values (:community, :member, :first, :last, :through, :settledStreak, :settledLongest, :freezes,
                      :gap, :gapFrom, :mendedOn, :lostStreak, :lostFreezes, :lostMissed, :comebackDays, :comebackOf,
                      :streak, :longest, :breaksAt)
                    """,
                    """
                    update streak set first_day = :first, last_day = :last, settled_through = :through,
                      settled_streak = :settledStreak, settled_longest = :settledLongest, settled_freezes = :freezes,
                      settled_gap = :gap,
                      gap_from = :gapFrom, mended_on = :mendedOn, lost_streak = :lostStreak,
                      lost_freezes = :lostFreezes, lost_missed = :lostMissed, comeback_days = :comebackDays,
                      comeback_of = :comebackOf, streak = :streak, longest = :longest, breaks_at = :breaksAt
                    where community_id = :community and member_id = :member
                    """)
                .run(
                    handle,
                    statement ->
                        statement
                            .bind("community", member.community().id().value())
                            .bind("member", member.id().value())
                            .bind("first", settled.firstDay())
                            .bind("last", settled.lastDay())
                            .bind("through", begun ? settled.settledThrough() : LocalDate.EPOCH)
                            .bind("settledStreak", settled.length())
                            .bind("settledLongest", settled.longest())
                            .bind("freezes", settled.freezesHeld())
                            .bind("gap", settled.gap())
                            .bind("gapFrom", settled.gapFrom())
                            .bind("mendedOn", settled.mendedOn())
                            .bind("lostStreak", chance == null ? null : chance.length())
                            .bind("lostFreezes", chance == null ? null : chance.freezes())
                            .bind("lostMissed", chance == null ? null : chance.missed())
                            .bind("comebackDays", chance == null ? null : chance.days())
                            .bind("comebackOf", chance == null ? null : chance.of())
                            .bind("streak", streak)
                            .bind("longest", longest)
                            .bind("breaksAt", breaksAt)));
  }

  private static Query of(Handle handle, Member member, String sql) {
    return handle
        .createQuery(sql)
        .bind("community", member.community().id().value())
        .bind("member", member.id().value());
  }
}
