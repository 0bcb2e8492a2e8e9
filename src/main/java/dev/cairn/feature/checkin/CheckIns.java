package dev.cairn.feature.checkin;

import dev.cairn.domain.MemberHistory;
import dev.cairn.domain.Streak;
import dev.cairn.feature.Transactions;
import dev.cairn.feature.community.Community;
import dev.cairn.feature.member.Member;
import dev.cairn.feature.member.Members;
import dev.cairn.feature.streak.Streaks;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Counts check-ins: one a member a study day, each interaction once. */
public final class CheckIns {
  private final CheckInStore store;
  private final Members members;
  private final Streaks streaks;
  private final List<DayListener> listeners;
  private final Transactions transactions;

  public CheckIns(
      CheckInStore store,
      Members members,
      Streaks streaks,
      List<DayListener> listeners,
      Transactions transactions) {
    this.store = store;
    this.members = members;
    this.streaks = streaks;
    this.listeners = List.copyOf(listeners);
    this.transactions = transactions;
  }

  /**
   * What came of a check-in.
   *
   * @param studyDay the day it was read as
   * @param counted whether it made the day count; false where the day had been counted already
   */
  public record Entry(LocalDate studyDay, boolean counted) {}

  /** A check-in, and the streak after it. */
  public record Result(Entry entry, Streak streak) {}

  /**
   * Checks a member in for the study day that it is for them. On a day already counted the remarks
   * are added to it.
   *
   * @param interactionId the platform's own id; a repeated one changes nothing and is answered as
   *     the first time
   */
  public Result checkIn(Member member, String interactionId, Instant at, CheckInDetails remarks) {
    return transactions.write(
        () -> {
          members.lock(member);
          Optional<Entry> repeated = store.entry(member, interactionId);
          return repeated.isPresent()
              ? new Result(repeated.get(), streaks.of(member, at))
              : count(member, interactionId, at, remarks);
        });
  }

  /** How many members of a community studied on a day. */
  public int count(Community community, LocalDate day) {
    return transactions.read(() -> store.count(community.id(), day));
  }

  /** When a member of a community last checked in. */
  public Optional<Instant> newest(Community community) {
    return transactions.read(() -> store.newest(community.id()));
  }

  private Result count(Member member, String interactionId, Instant at, CheckInDetails remarks) {
    MemberHistory history = streaks.recentHistory(member);
    LocalDate day = history.today(at);
    boolean counted = !history.checked().containsKey(day);
    Entry entry = new Entry(day, counted);
    store.add(member, interactionId, entry, at, remarks);
    if (!counted) {
      return new Result(entry, streaks.of(member, at));
    }
    store.check(member, day, at, member.zoneAt(at));
    Streak streak = streaks.checked(member, history, day, at);
    listeners.forEach(listener -> listener.dayChanged(member, day, 1, streak, at));
    return new Result(entry, streak);
  }
}
