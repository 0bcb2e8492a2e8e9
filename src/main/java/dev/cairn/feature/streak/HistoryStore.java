package dev.cairn.feature.streak;

import dev.cairn.database.Database;
import dev.cairn.database.Row;
import dev.cairn.domain.MemberId;
import dev.cairn.domain.day.Pause;
import dev.cairn.domain.streak.MemberHistory;
import dev.cairn.domain.streak.RestDays;
import dev.cairn.feature.Weekdays;
import dev.cairn.feature.member.Member;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads what is on record of members' days: all of it in one statement. */
public final class HistoryStore {
  /**
   * Whoever has no check-in has one row without a day. Members are joined to, not tested by "=
   * any(:members)", and the check-ins by an outer join: else H2 would go through the days of the
   * whole community.
   */
  private static final String OF_SEVERAL =
      facts(
          "cast(wanted.id as bigint) as member_id,",
          """
          unnest(:members) as wanted(id) left join check_in
            on community_id = :community and member_id = wanted.id and study_day >= :since
          """,
          table ->
              "unnest(:members) as wanted(id) join %s on member_id = wanted.id where community_id = :community"
                  .formatted(table),
          """
          unnest(:members) as wanted(id)
          join account a on a.community_id = :community and a.member_id = wanted.id
          join outage o on o.platform = a.platform
          """);

  /** The question that is asked most often. */
  static final String OF_ONE =
      facts(
          "",
          "check_in where community_id = :community and member_id = :member and study_day >= :since",
          table -> table + " where community_id = :community and member_id = :member",
          """
          account a join outage o on o.platform = a.platform
          where a.community_id = :community and a.member_id = :member
          """);

  private final Database database;

  public HistoryStore(Database database) {
    this.database = database;
  }

  /** All that is on record: one row for each fact, with the columns that its kind has. */
  private static String facts(
      String member, String checkIns, UnaryOperator<String> of, String outages) {
    return """
    select %1$s case when granted_by is null then 'CHECKED' else 'GRANTED' end as kind, 0 as position,
      study_day as on_day, told_late_on as from_day, cast(null as date) as until_day, reason as detail,
      cast(null as timestamp with time zone) as from_moment,
      cast(null as timestamp with time zone) as until_moment
    from %2$s
    union all
    select %1$s 'REVOKED', 0, study_day, null, null, reason, null, null from %3$s
    union all
    select %1$s 'EXCUSED', 0, study_day, null, null, reason, null, null from %4$s
    union all
    select %1$s 'REST_CHOSEN', 0, chosen_on, from_day, null, weekdays, decided_at, null from %5$s
    union all
    select %1$s 'PAUSED', decision_id, made_on, from_day, until_day, null, null, null from %6$s
    union all
    select distinct %1$s 'CUT_OFF', 0, cast(null as date), cast(null as date), cast(null as date),
      cast(null as varchar), o.started_at, o.ended_at
    from %7$s
    """
        .formatted(
            member,
            checkIns,
            of.apply("revocation"),
            of.apply("excuse"),
            of.apply("rest_choice"),
            of.apply("pause_decision"),
            outages);
  }

  /** What a row tells, in the order in which it is taken in. */
  private enum Kind {
    CHECKED,
    GRANTED,
    /** It undoes a check-in. */
    REVOKED,
    EXCUSED,
    REST_CHOSEN,
    PAUSED,
    CUT_OFF
  }

  /**
   * Everything on record that bears on a member's streak.
   *
   * @param since leaves out checked days before this one; {@link LocalDate#MIN} for all
   */
  public MemberHistory history(Member member, LocalDate since) {
    Reading reading = new Reading(member);
    database
        .query(OF_ONE)
        .bind("community", member.community().id())
        .bind("member", member.id())
        .bind("since", since)
        .each(reading::add);
    return reading.history();
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
    Map<MemberId, Reading> histories = new HashMap<>();
    members.forEach(member -> histories.put(member.id(), new Reading(member)));
    database
        .query(OF_SEVERAL)
        .bind("community", members.iterator().next().community().id())
        .bindArray("members", MemberId.class, histories.keySet())
        .bind("since", since)
        .each(row ->
            Objects.requireNonNull(histories.get(row.get("member_id", MemberId.class))).add(row));
    return histories.entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, each -> each.getValue().history()));
  }

  /** A history that is being read. */
  private static final class Reading {
    private final MemberHistory.Builder history;

    /** What is taken in when all check-ins are, in its order: there is seldom any. */
    private final List<Later> later = new ArrayList<>();

    Reading(Member member) {
      history =
          MemberHistory.in(member.zoneHistory()).metAt(member.metAt()).policy(member.policy());
    }

    void add(Row row) {
      Kind kind = row.get("kind", Kind.class);
      switch (kind) {
        case CHECKED -> addCheckIn(row, false);
        case GRANTED -> addCheckIn(row, true);
        case REVOKED, EXCUSED, REST_CHOSEN, PAUSED, CUT_OFF -> later.add(Later.of(kind, row));
      }
    }

    /** A day that was checked, or the empty row of whoever has none. */
    private void addCheckIn(Row row, boolean granted) {
      LocalDate day = row.find("on_day", LocalDate.class);
      if (day == null) {
        return;
      }
      LocalDate toldLateOn = row.find("from_day", LocalDate.class);
      if (toldLateOn != null) {
        history.toldLateOn(toldLateOn);
      }
      if (granted) {
        history.grant(day, row.text("detail"));
      } else if (toldLateOn != null) {
        history.checkInLate(toldLateOn);
      } else {
        history.checkIn(day);
      }
    }

    MemberHistory history() {
      later.stream().sorted().forEach(each -> each.taken().accept(history));
      return history.build();
    }
  }

  /**
   * What is taken in after all check-ins: kinds one after the other, and what was decided in the
   * order in which it was.
   *
   * @param position among its kind, where it was numbered
   * @param from a moment; null where none is known
   * @param day null where it is about none
   */
  private record Later(
      Kind kind,
      long position,
      @Nullable Instant from,
      @Nullable LocalDate day,
      Consumer<MemberHistory.Builder> taken)
      implements Comparable<Later> {
    private static final Comparator<Later> ORDER =
        Comparator.comparing(Later::kind)
            .thenComparingLong(Later::position)
            .thenComparing(Later::from, Comparator.nullsFirst(Comparator.naturalOrder()))
            .thenComparing(Later::day, Comparator.nullsFirst(Comparator.naturalOrder()));

    static Later of(Kind kind, Row row) {
      return new Later(
          kind,
          row.big("position"),
          row.find("from_moment", Instant.class),
          row.find("on_day", LocalDate.class),
          taken(kind, row));
    }

    private static Consumer<MemberHistory.Builder> taken(Kind kind, Row row) {
      return switch (kind) {
        case CHECKED, GRANTED -> throw new IllegalArgumentException("taken in at once: " + kind);
        case REVOKED -> {
          LocalDate day = row.date("on_day");
          String reason = row.text("detail");
          yield history -> history.revoke(day, reason);
        }
        case EXCUSED -> {
          LocalDate day = row.date("on_day");
          String reason = row.text("detail");
          yield history -> history.excuse(day, reason);
        }
        case REST_CHOSEN -> {
          LocalDate from = row.date("from_day");
          RestDays chosen =
              new RestDays(row.date("on_day"), Weekdays.read("weekdays", row.text("detail")));
          yield history -> history.rest(from, chosen);
        }
        case PAUSED -> pausing(row);
        case CUT_OFF -> {
          Instant from = row.instant("from_moment");
          Instant until = row.instant("until_moment");
          yield history -> history.outage(from, until);
        }
      };
    }

    private static Consumer<MemberHistory.Builder> pausing(Row row) {
      LocalDate from = row.date("from_day");
      LocalDate until = row.find("until_day", LocalDate.class);
      if (until == null) {
        return history -> history.endPause(from);
      }
      Pause pause = new Pause(row.date("on_day"), from, until);
      return history -> history.pause(pause);
    }

    @Override
    public int compareTo(Later other) {
      return ORDER.compare(this, other);
    }
  }
}
