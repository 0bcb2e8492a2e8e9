package dev.cairn.domain.group;

import dev.cairn.domain.DateRange;
import dev.cairn.domain.MemberId;
import dev.cairn.domain.streak.MemberCalendar;
import dev.cairn.domain.streak.MemberHistory;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** A group's dates, streak and score at an instant, folded over its members' histories. */
public final class GroupFold {
  private final GroupHistory history;
  private final Map<MemberId, Standing> standings = new HashMap<>();

  /** Reads a group at an instant. */
  public GroupFold(GroupHistory history, Instant now) {
    this.history = history;
    history.members().forEach((member, facts) -> standings.put(member, new Standing(facts, now)));
  }

  /** What a date is to the group. */
  public GroupDay on(LocalDate date) {
    int expected = 0;
    int present = 0;
    boolean closed = true;
    for (Membership membership : history.memberships()) {
      if (membership.countsOn(date)) {
        Standing standing = standing(membership);
        closed &= standing.closed(date);
        expected += standing.expected(date) ? 1 : 0;
        present += standing.present(date) ? 1 : 0;
      }
    }
    return new GroupDay(date, expected, present, state(date, expected, present, closed));
  }

  private GroupDay.State state(LocalDate date, int expected, int present, boolean closed) {
    if (expected == 0) {
      return GroupDay.State.COVERED;
    }
    if (history.quorum().at(date).keptBy(present, expected)) {
      return GroupDay.State.KEPT;
    }
    return closed ? GroupDay.State.MISSED : GroupDay.State.OPEN;
  }

  /**
   * The group's dates from the first on which anyone belongs to it to the newest that has begun for
   * a member.
   */
  public List<GroupDay> days() {
    if (history.memberships().isEmpty()) {
      return List.of();
    }
    LocalDate founded =
        history.memberships().stream()
            .map(Membership::joinedOn)
            .min(Comparator.naturalOrder())
            .orElseThrow();
    return days(founded.plusDays(1));
  }

  /** The group's dates from {@code first} to the newest that has begun for a member. */
  public List<GroupDay> days(LocalDate first) {
    Optional<LocalDate> today =
        standings.values().stream().map(Standing::today).max(Comparator.naturalOrder());
    return today.isPresent() && !today.get().isBefore(first)
        ? first.datesUntil(today.get().plusDays(1)).map(this::on).toList()
        : List.of();
  }

  /**
   * The group's streak: closed dates as for a member but without freezes, and open dates that are
   * already kept.
   */
  public GroupStreak streak() {
    GroupStreak streak = GroupStreak.NONE;
    for (GroupDay day : days()) {
      streak = streak.and(day);
    }
    return streak;
  }

  /** The group's streak as of a date that has closed. */
  public GroupStreak streakThrough(LocalDate last) {
    GroupStreak streak = GroupStreak.NONE;
    for (GroupDay day : days()) {
      if (!day.date().isAfter(last)) {
        streak = streak.and(day);
      }
    }
    return streak;
  }

  /** Whether a date has closed for every member who belongs to the group on it. */
  public boolean hasClosed(LocalDate date) {
    return history.memberships().stream()
        .filter(membership -> membership.countsOn(date))
        .allMatch(membership -> standing(membership).closed(date));
  }

  /**
   * The group's score over a period, up to each member's today, which counts for those who checked
   * in already.
   */
  public GroupScore score(DateRange period) {
    int expected = 0;
    int present = 0;
    for (Membership membership : history.memberships()) {
      Standing standing = standing(membership);
      for (LocalDate date : datesExpected(membership, period)) {
        expected += standing.closed(date) || standing.present(date) ? 1 : 0;
        present += standing.present(date) ? 1 : 0;
      }
    }
    return new GroupScore(present, expected, ranked(period));
  }

  /** Whether a date of the period that has begun for a member had enough expected to be ranked. */
  private boolean ranked(DateRange period) {
    return history.memberships().stream()
        .flatMap(membership -> datesExpected(membership, period).stream())
        .distinct()
        .anyMatch(date -> on(date).expected() >= GroupScore.RANKED_FROM);
  }

  /** Whether a member is expected on a date that has begun for them. */
  public boolean expects(MemberId member, LocalDate date) {
    DateRange only = new DateRange(date, date);
    return history.memberships().stream()
        .anyMatch(membership ->
            membership.member().equals(member) && !datesExpected(membership, only).isEmpty());
  }

  private List<LocalDate> datesExpected(Membership membership, DateRange period) {
    Standing standing = standing(membership);
    return Stream.iterate(
            later(period.from(), membership.joinedOn().plusDays(1)),
            date ->
                period.contains(date)
                    && membership.countsOn(date)
                    && !date.isAfter(standing.today()),
            date -> date.plusDays(1))
        .filter(standing::expected)
        .toList();
  }

  private Standing standing(Membership membership) {
    return Objects.requireNonNull(standings.get(membership.member()));
  }

  private static LocalDate later(LocalDate one, LocalDate other) {
    return one.isBefore(other) ? other : one;
  }

  /** How a member stands on each date, as of now. */
  private static final class Standing {
    private final MemberHistory history;
    private final MemberCalendar calendar;
    private final LocalDate today;

    Standing(MemberHistory history, Instant now) {
      this.history = history;
      this.calendar = new MemberCalendar(history);
      this.today = calendar.today(now);
    }

    LocalDate today() {
      return today;
    }

    boolean closed(LocalDate date) {
      return date.isBefore(today);
    }

    boolean present(LocalDate date) {
      return history.checked().containsKey(date);
    }

    boolean expected(LocalDate date) {
      return present(date) || calendar.coverOn(date) == null;
    }
  }
}
