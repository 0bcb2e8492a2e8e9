package dev.cairn.feature.streak;

import dev.cairn.database.Database;
import dev.cairn.database.Query;
import dev.cairn.database.Row;
import dev.cairn.domain.day.Pause;
import dev.cairn.domain.streak.RestDays;
import dev.cairn.domain.streak.StreakState;
import dev.cairn.feature.Weekdays;
import dev.cairn.feature.member.Member;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Keeps what bears on streaks, and the figures derived from it. */
public final class StreakStore {
  private final Database database;

  public StreakStore(Database database) {
    this.database = database;
  }

  /** The member chose the weekdays to rest on from a day on; replaces a choice of the same day. */
  public void chooseRest(Member member, LocalDate from, RestDays chosen, Instant at) {
    database
        .upsert(
            "insert into rest_choice (community_id, member_id, chosen_on, from_day, decided_at,"
                + " weekdays) values (:community, :member, :on, :from, :at, :days)",
            "update rest_choice set weekdays = :days, from_day = :from, decided_at = :at where"
                + " community_id = :community and member_id = :member and chosen_on = :on")
        .bind("community", member.community().id())
        .bind("member", member.id())
        .bind("on", chosen.chosenOn())
        .bind("from", from)
        .bind("at", at)
        .bind("days", Weekdays.typed(chosen.weekdays()))
        .execute();
  }

  /** The member is away. */
  public void pause(Member member, Pause pause) {
    decide(member, pause.madeOn(), pause.from(), pause.until());
  }

  /** The member is back: their study day {@code today} and later are not covered by a pause. */
  public void endPause(Member member, LocalDate today) {
    decide(member, today, today, null);
  }

  private void decide(Member member, LocalDate on, LocalDate from, @Nullable LocalDate until) {
    database
        .update(
            """
            insert into pause_decision (community_id, member_id, made_on, from_day, until_day)
            values (:community, :member, :on, :from, :until)
            """)
        .bind("community", member.community().id())
        .bind("member", member.id())
        .bind("on", on)
        .bind("from", from)
        .bind("until", until)
        .execute();
  }

  /** How far the member's streak is settled; {@link StreakState#NONE} where it never was. */
  public StreakState settled(Member member) {
    return of(
            member, "select * from streak where community_id = :community and member_id = :member")
        .find(StreakStore::settled)
        .orElse(StreakState.NONE);
  }

  private static StreakState settled(Row row) {
    LocalDate firstDay = row.find("first_day", LocalDate.class);
    return firstDay == null
        ? StreakState.NONE
        : new StreakState(
            firstDay,
            row.date("last_day"),
            row.date("settled_through"),
            row.number("settled_streak"),
            row.number("settled_longest"),
            row.number("settled_freezes"),
            row.number("settled_gap"),
            row.find("gap_from", LocalDate.class),
            row.find("mended_on", LocalDate.class),
            chance(row));
  }

  private static StreakState.@Nullable Chance chance(Row row) {
    Integer lost = row.find("lost_streak", Integer.class);
    return lost == null
        ? null
        : new StreakState.Chance(
            lost,
            row.number("lost_freezes"),
            row.number("lost_missed"),
            row.number("comeback_days"),
            row.number("comeback_of"));
  }

  /**
   * Replaces the figures derived for a member.
   *
   * @param settled how far the streak is settled
   * @param streak the current streak
   * @param longest the longest streak
   * @param breaksAt when the streak becomes zero if nothing else happens; null where it is zero
   */
  public void save(
      Member member, StreakState settled, int streak, int longest, @Nullable Instant breaksAt) {
    boolean begun = settled.firstDay() != null;
    StreakState.Chance chance = settled.chance();
    database
        .upsert(
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
        .bind("community", member.community().id())
        .bind("member", member.id())
        .bind("first", settled.firstDay())
        .bind("last", settled.lastDay())
        .bind("through", begun ? settled.settledThrough() : null)
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
        .bind("breaksAt", breaksAt)
        .execute();
  }

  /**
   * What is kept of a member's streak, as it stands at an instant.
   *
   * @param length 0 where it has broken by waiting
   * @param breaksAt null where it is broken
   */
  record Figures(int length, int longest, @Nullable Instant breaksAt) {}

  /** What is kept of a member's streak; nothing where it never was derived. */
  Figures figures(Member member, Instant now) {
    return of(
            member,
            "select streak, longest, breaks_at from streak where community_id = :community and"
                + " member_id = :member")
        .find(row -> {
          Instant breaksAt = row.find("breaks_at", Instant.class);
          boolean broken = breaksAt != null && !breaksAt.isAfter(now);
          return new Figures(
              broken ? 0 : row.number("streak"), row.number("longest"), broken ? null : breaksAt);
        })
        .orElse(new Figures(0, 0, null));
  }

  private Query of(Member member, String sql) {
    return database
        .query(sql)
        .bind("community", member.community().id())
        .bind("member", member.id());
  }
}
