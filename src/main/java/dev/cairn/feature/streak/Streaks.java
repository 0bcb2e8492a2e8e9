package dev.cairn.feature.streak;

import dev.cairn.database.Database;
import dev.cairn.domain.CommunityId;
import dev.cairn.domain.MemberId;
import dev.cairn.domain.day.Pause;
import dev.cairn.domain.day.StudyClock;
import dev.cairn.domain.streak.MemberHistory;
import dev.cairn.domain.streak.RestDays;
import dev.cairn.domain.streak.Streak;
import dev.cairn.domain.streak.StreakFold;
import dev.cairn.domain.streak.StreakState;
import dev.cairn.feature.member.Member;
import dev.cairn.feature.member.Members;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** Tells streaks, and keeps the figures derived from them equal to the facts. */
public final class Streaks {
  /** How many checked days before the settled one a fold still looks at: its "N of the last 30". */
  private static final int LOOK_BACK_DAYS = 31;

  private final StreakStore store;
  private final HistoryStore histories;
  private final Members members;
  private final StreakListener listener;
  private final Database database;

  public Streaks(
      StreakStore store,
      HistoryStore histories,
      Members members,
      StreakListener listener,
      Database database) {
    this.store = store;
    this.histories = histories;
    this.members = members;
    this.listener = listener;
    this.database = database;
    members.whenZoneIsReported(this::refreshLater);
  }

  /** The member's streak at an instant. */
  public Streak of(Member member, Instant now) {
    return recent(member).streak(now);
  }

  /**
   * What is needed to tell the member's study day and current streak.
   *
   * @param settled how far the streak is settled
   * @param history what is on record since a while before that
   */
  public record Recent(StreakState settled, MemberHistory history) {
    /** The member's streak at an instant. */
    public Streak streak(Instant now) {
      return StreakFold.fold(settled, history, now);
    }

    /** How many missed days the member's freezes bridge so far. */
    public int bridging(Instant now) {
      return StreakFold.bridging(settled, history, now);
    }
  }

  /** What is needed to tell the member's study day and current streak. */
  public Recent recent(Member member) {
    return database.reading(() -> {
      StreakState settled = store.settled(member);
      return new Recent(settled, historySince(member, settled));
    });
  }

  /** The streak at an instant, computed from a whole history. */
  public static Streak of(MemberHistory history, Instant now) {
    return StreakFold.fold(StreakState.NONE, history, now);
  }

  /** Everything on record that bears on the member's streak. */
  public MemberHistory history(Member member) {
    return historySince(member, LocalDate.MIN);
  }

  /**
   * Everything on record that bears on the streaks of members of one community.
   *
   * @param since leaves out checked days before this one
   */
  public Map<MemberId, MemberHistory> histories(Collection<Member> some, LocalDate since) {
    return database.reading(() -> histories.histories(some, since));
  }

  /** What of it is needed to tell the member's study day and current streak. */
  public MemberHistory recentHistory(Member member) {
    return recent(member).history();
  }

  /** When the member's study day ends. */
  public Instant endOfToday(Member member, Instant now) {
    return member.days().endOfToday(now);
  }

  /**
   * The member chooses the weekdays to rest on.
   *
   * @return the day from which the choice holds
   */
  public LocalDate chooseRest(Member member, Set<DayOfWeek> weekdays, Instant now) {
    return change(
        member,
        now,
        history -> {
          LocalDate today = history.today(now);
          LocalDate from = history.restDaysFrom(today);
          store.chooseRest(member, from, new RestDays(today, weekdays), now);
          return from;
        });
  }

  /**
   * Pauses the member's streak from the next study day on.
   *
   * @param until the last day away; {@link Pause#allowed} says which are
   */
  public Pause pause(Member member, LocalDate until, Instant now) {
    return change(
        member,
        now,
        history -> {
          Pause pause = new Pause(history.today(now), firstDayOfPause(history, now), until);
          store.pause(member, pause);
          return pause;
        });
  }

  /** The first day that a pause made now would cover. */
  public static LocalDate firstDayOfPause(MemberHistory history, Instant now) {
    return Pause.firstDay(history.today(now));
  }

  /** Ends the member's pause: today and later are no longer covered by it. */
  public void endPause(Member member, Instant now) {
    change(
        member,
        now,
        history -> {
          store.endPause(member, history.today(now));
          return true;
        });
  }

  private <T> T change(Member member, Instant now, Function<MemberHistory, T> decision) {
    return database.transaction(() -> {
      members.lock(member);
      T result = decision.apply(historySince(member, store.settled(member)));
      refresh(member, LocalDate.MAX, now);
      return result;
    });
  }

  /**
   * The member lives in this zone from now on. No day is taken for it, and none given: the one that
   * is open ends at the later of its hours.
   */
  public void setZone(Member member, ZoneId zone, Instant now) {
    database.transaction(() -> {
      members.lock(member);
      members.setZone(member, now, zone);
      // A streak breaks when a day ends where the member lives.
      refresh(members.reload(member), LocalDate.MAX, now);
    });
  }

  private void refreshLater(Member member, Instant now) {
    refreshLater(member.community().id(), member.id(), now);
  }

  /**
   * Derives anew what hangs on the time to come, after a change of zone or policy. Nothing happens
   * where the member is gone.
   */
  public void refreshLater(CommunityId community, MemberId id, Instant now) {
    database.transaction(() ->
        members.locked(community, id).ifPresent(member -> refresh(member, LocalDate.MAX, now)));
  }

  /**
   * Derives the member's figures anew from everything on record.
   *
   * @return whether they were not what they are now
   */
  public boolean recompute(Member member, Instant now) {
    return database.transaction(() -> {
      members.lock(member);
      StreakStore.Figures kept = store.figures(member, now);
      derive(members.reload(member), LocalDate.MIN, now);
      return !store.figures(member, now).equals(kept);
    });
  }

  /** Derives the member's figures anew after an outage has become known. */
  public void outageKnown(Member member, Instant from, Instant now) {
    LocalDate earliest = StudyClock.openSomewhere(member.community().policy(), from);
    database.transaction(() -> {
      members.lock(member);
      refresh(member, earliest, now);
    });
  }

  /**
   * Derives the member's figures anew. Belongs into the transaction that changed a fact.
   *
   * @param changed the earliest study day of which a fact was changed
   */
  public Streak refresh(Member member, LocalDate changed, Instant now) {
    Streak streak = derive(member, changed, now);
    listener.streakChanged(member);
    return streak;
  }

  private Streak derive(Member member, LocalDate changed, Instant now) {
    StreakState settled = store.settled(member);
    if (!changed.isAfter(settled.settledThrough())) {
      settled = StreakState.NONE;
    }
    return derive(member, settled, historySince(member, settled), now);
  }

  /**
   * Derives the member's figures anew after they checked in for today. Belongs into the same
   * transaction.
   *
   * @param before what does not know of it yet
   */
  public Change checked(Member member, Recent before, Instant now) {
    MemberHistory history = before.history();
    MemberHistory after = history.and().checkIn(history.today(now)).build();
    return new Change(before.streak(now), derive(member, before.settled(), after, now));
  }

  /** A streak before something happened, and after. */
  public record Change(Streak before, Streak after) {}

  /**
   * Changes a fact about one of the member's days, and derives their figures anew. Belongs into the
   * transaction in which the member is locked.
   *
   * @param day the study day
   * @param fact changes it
   */
  public Change change(Member member, LocalDate day, Runnable fact, Instant now) {
    Streak before = of(member, now);
    fact.run();
    return new Change(before, derive(member, day, now));
  }

  private Streak derive(Member member, StreakState settled, MemberHistory history, Instant now) {
    Streak streak = StreakFold.fold(settled, history, now);
    store.save(
        member,
        StreakFold.settle(settled, history, now),
        streak.length(),
        streak.longest(),
        StreakFold.breaksAt(settled, history, now));
    return streak;
  }

  private MemberHistory historySince(Member member, StreakState settled) {
    LocalDate since =
        settled.firstDay() == null
            ? LocalDate.MIN
            : settled.settledThrough().minusDays(LOOK_BACK_DAYS);
    return historySince(member, since);
  }

  private MemberHistory historySince(Member member, LocalDate since) {
    return database.reading(() -> histories.history(member, since));
  }
}
