package dev.cairn.feature.group;

import dev.cairn.database.Database;
import dev.cairn.domain.DateRange;
import dev.cairn.domain.GroupId;
import dev.cairn.domain.MemberId;
import dev.cairn.domain.day.Period;
import dev.cairn.domain.day.StudyClock;
import dev.cairn.domain.day.StudyDays;
import dev.cairn.domain.group.GroupDay;
import dev.cairn.domain.group.GroupFold;
import dev.cairn.domain.group.GroupStanding;
import dev.cairn.domain.group.RaceDates;
import dev.cairn.feature.checkin.DayListener;
import dev.cairn.feature.community.Community;
import dev.cairn.feature.member.Member;
import dev.cairn.feature.member.Members;
import dev.cairn.feature.streak.Streaks;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Tells the streaks and scores of groups. Dates that have ended in every zone on Earth are settled
 * once, and only the few that are open somewhere are folded each time.
 */
public final class GroupScores implements DayListener {
  /**
   * The farthest that a date in one zone is from the date in UTC, and a day for the day's start.
   */
  private static final int DAYS_FROM_UTC = 2;

  /** How many times in which no day ends it is told ahead how a group stands. */
  private static final int SPANS = 2;

  /** How much later than another command one may be answered that came before it. */
  private static final Duration EARLIER = Duration.ofMinutes(10);

  private final GroupStore groups;
  private final GroupDayStore days;
  private final GroupChangeStore changes;
  private final Members members;
  private final Streaks streaks;
  private final Database database;

  public GroupScores(
      GroupStore groups, GroupDayStore days, Members members, Streaks streaks, Database database) {
    this.groups = groups;
    this.days = days;
    this.changes = new GroupChangeStore(database);
    this.members = members;
    this.streaks = streaks;
    this.database = database;
  }

  /** How every group of a community stands over the period that the community's today lies in. */
  public List<GroupStanding> standings(Community community, Period period, Instant now) {
    return standings(community, period.around(community.today(now)), now);
  }

  /** How every group of a community stands over some days, none of them later than today. */
  public List<GroupStanding> standings(Community community, DateRange days, Instant now) {
    return read(community, () -> groups.all(community.id()), days, now).stream()
        .map(GroupReading::standing)
        .toList();
  }

  /**
   * Settles the dates of a community's groups anew, from everything on record.
   *
   * @return the groups that did not stand as they do now
   */
  Set<GroupId> recompute(Community community, Instant now) {
    Set<GroupStanding> kept = Set.copyOf(standings(community, Period.ALL, now));
    database.transaction(() -> groups.all(community.id()).forEach(days::forget));
    return standings(community, Period.ALL, now).stream()
        .filter(standing -> !kept.contains(standing))
        .map(GroupStanding::group)
        .collect(Collectors.toSet());
  }

  /** How a group stands over this week, and today. */
  public GroupReport report(Community community, Group group, Instant now) {
    DateRange week = Period.WEEK.around(community.today(now));
    return read(community, () -> List.of(group), week, now).getFirst().report();
  }

  /**
   * Who has a part in a race, and how far it is.
   *
   * @param groups that have members on one of its dates
   * @param lastDateClosed whether its last date has closed for every member who belongs to one on
   *     it
   */
  public record Field(List<GroupId> groups, boolean lastDateClosed) {}

  /** Which groups of a community have a part in a race. */
  public Field field(Community community, RaceDates dates, Instant now) {
    return database.reading(() -> {
      List<Group> all = groups.all(community.id());
      GroupHistories histories = histories(community, all, dates.from());
      List<Group> racing =
          all.stream()
              .filter(group ->
                  histories.of(group.id()).stream()
                      .map(Belonging::membership)
                      .anyMatch(dates::concern))
              .toList();
      return new Field(
          racing.stream().map(Group::id).toList(),
          racing.stream()
              .allMatch(group -> new GroupFold(histories.of(group), now).hasClosed(dates.until())));
    });
  }

  /** How groups stand at the end of a race, by the facts from scratch. */
  public List<GroupStanding> atTheEnd(
      Community community, RaceDates dates, Collection<GroupId> racing, Instant now) {
    return database.reading(() -> {
      List<Group> all =
          groups.all(community.id()).stream().filter(group -> racing.contains(group.id())).toList();
      LocalDate founded =
          all.stream()
              .map(group -> LocalDate.ofInstant(group.foundedAt(), ZoneOffset.UTC))
              .min(Comparator.naturalOrder())
              .orElse(dates.from())
              .minusDays(DAYS_FROM_UTC);
      GroupHistories histories = histories(community, all, founded);
      List<GroupStanding> standings = new ArrayList<>();
      for (Group group : all) {
        GroupFold fold = new GroupFold(histories.of(group), now);
        standings.add(
            new GroupStanding(
                group.id(),
                group.name(),
                fold.score(dates.range()),
                fold.streakThrough(dates.until()).streak()));
      }
      return standings;
    });
  }

  private List<GroupReading> read(
      Community community, Supplier<List<Group>> some, DateRange range, Instant now) {
    LocalDate open = StudyClock.openSomewhere(community.policy(), now);
    Optional<List<GroupReading>> readings =
        database.reading(() -> fold(community, some.get(), open, range, now));
    return readings.orElseGet(() ->
        database.transaction(() -> {
          settle(community, some.get(), open, now);
          return fold(community, some.get(), open, range, now).orElseThrow();
        }));
  }

  /** Empty where a group is not settled through the day before {@code open}. */
  private Optional<List<GroupReading>> fold(
      Community community, List<Group> some, LocalDate open, DateRange range, Instant now) {
    Map<GroupId, GroupDayStore.Kept> kept = days.find(community.id(), ids(some), range.from());
    if (some.stream().anyMatch(group -> settled(community, group, kept).lags(open))) {
      return Optional.empty();
    }
    GroupHistories histories = histories(community, some, open);
    List<GroupReading> readings = new ArrayList<>();
    for (Group group : some) {
      GroupDayStore.Kept found = kept.get(group.id());
      readings.add(
          new GroupReading(
              community,
              group,
              found == null ? GroupDayStore.Kept.nothing(settled(community, group, kept)) : found,
              histories,
              new GroupFold(histories.of(group), now),
              open,
              range,
              now));
    }
    return Optional.of(readings);
  }

  /**
   * How groups stand on every board, now and after the next day that ends. Belongs into a
   * transaction that holds them.
   */
  List<HeldGroup> held(Community community, List<Group> locked, Instant now) {
    LocalDate open = StudyClock.openSomewhere(community.policy(), now);
    settleLocked(community, locked, open, now);
    GroupHistories histories = histories(community, locked, open);
    Map<LocalDate, Map<GroupId, GroupDayStore.Kept>> kept = new HashMap<>();
    List<HeldGroup> held = new ArrayList<>();
    for (Group group : locked) {
      List<StudyDays> clocks = new ArrayList<>(histories.days(group.id()));
      clocks.add(community.days());
      List<HeldGroup.Span> spans = new ArrayList<>();
      Instant at = now;
      while (spans.size() < SPANS) {
        GroupFold fold = new GroupFold(histories.of(group), at);
        Map<Period, GroupStanding> standings = new EnumMap<>(Period.class);
        for (Period period : Period.values()) {
          DateRange range = period.around(community.today(at));
          GroupDayStore.Kept found =
              kept.computeIfAbsent(
                      range.from(), from -> days.find(community.id(), ids(locked), from))
                  .get(group.id());
          GroupReading reading =
              new GroupReading(
                  community,
                  group,
                  found == null
                      ? GroupDayStore.Kept.nothing(settled(community, group, Map.of()))
                      : found,
                  histories,
                  fold,
                  open,
                  range,
                  at);
          standings.put(period, reading.standing());
        }
        Instant from = spans.isEmpty() ? since(clocks, now) : at;
        Instant until = nextEnd(clocks, at);
        spans.add(new HeldGroup.Span(from, until, standings));
        at = until;
      }
      held.add(new HeldGroup(group, spans));
    }
    return held;
  }

  /** The first instant at which a day ends by one of these clocks. */
  private static Instant nextEnd(List<StudyDays> clocks, Instant now) {
    return clocks.stream()
        .map(clock -> clock.endOfToday(now))
        .min(Comparator.naturalOrder())
        .orElseThrow();
  }

  /**
   * A while ago, where all days that are open now were open then: of two commands the one that came
   * first may be answered last, and what the other has derived is to hold for it.
   */
  private static Instant since(List<StudyDays> clocks, Instant now) {
    Instant earlier = now.minus(EARLIER);
    boolean same =
        clocks.stream()
            .allMatch(clock ->
                clock.today(earlier).equals(clock.today(now))
                    && clock.endOfToday(earlier).isAfter(now));
    return same ? earlier : now;
  }

  private static SettledGroup settled(
      Community community, Group group, Map<GroupId, GroupDayStore.Kept> kept) {
    GroupDayStore.Kept found = kept.get(group.id());
    // Nobody joins on an earlier day than the earliest that was open when the group was founded.
    return found == null
        ? SettledGroup.before(
            StudyClock.openSomewhere(community.policy(), group.foundedAt()).plusDays(1))
        : found.group();
  }

  /** Settles groups through the day before {@code open}. */
  private void settle(Community community, List<Group> some, LocalDate open, Instant now) {
    settleLocked(community, groups.lock(community.id(), ids(some)), open, now);
  }

  private void settleLocked(Community community, List<Group> locked, LocalDate open, Instant now) {
    Map<GroupId, GroupDayStore.Kept> kept = days.find(community.id(), ids(locked), open);
    List<Group> lagging =
        locked.stream().filter(group -> settled(community, group, kept).lags(open)).toList();
    Optional<LocalDate> from =
        lagging.stream()
            .map(group -> settled(community, group, kept).through().plusDays(1))
            .min(Comparator.naturalOrder());
    if (from.isPresent()) {
      GroupHistories histories = histories(community, lagging, from.get());
      for (Group group : lagging) {
        settle(
            group,
            settled(community, group, kept),
            new GroupFold(histories.of(group), now),
            open.minusDays(1));
      }
    }
  }

  private void settle(Group group, SettledGroup from, GroupFold fold, LocalDate last) {
    LocalDate first = from.through().plusDays(1);
    List<GroupDayStore.Settled> more = new ArrayList<>();
    SettledGroup sum = from;
    for (GroupDay day : first.datesUntil(last.plusDays(1)).map(fold::on).toList()) {
      sum = sum.and(day);
      more.add(new GroupDayStore.Settled(day, sum));
    }
    days.add(group, more);
  }

  /** What is on record of groups from a date on. */
  private GroupHistories histories(Community community, List<Group> some, LocalDate from) {
    List<Belonging> belongings =
        groups.since(community.id(), ids(some), from.minusDays(GroupHistories.YOUNG_DAYS));
    Map<MemberId, Member> belonging =
        members.all(
            community, belongings.stream().map(Belonging::member).collect(Collectors.toSet()));
    return new GroupHistories(
        belongings.stream().collect(Collectors.groupingBy(Belonging::group)),
        belonging,
        streaks.histories(belonging.values(), from),
        groups.policy(community.id()).map(GroupPolicy::quorum),
        from);
  }

  private static Set<GroupId> ids(Collection<Group> some) {
    return some.stream().map(Group::id).collect(Collectors.toSet());
  }

  @Override
  public void dayChanged(
      Member member, LocalDate day, int change, Streaks.Change streak, Instant at) {
    factChanged(member, day, at);
  }

  /**
   * A fact about a member's day has changed (a check-in, an excuse), in the transaction under way:
   * where the day was settled for a group of theirs, the group's dates will be settled anew.
   */
  public void factChanged(Member member, LocalDate day, Instant at) {
    changes.note(member, day);
    // A day that is open somewhere is not settled, nor about to be, so no lock is needed.
    if (day.isBefore(StudyClock.openSomewhere(member.community().policy(), at))) {
      for (GroupId group : groups.on(member, day)) {
        if (groups.lock(member.community().id(), group).isPresent()) {
          days.forget(member.community().id(), group, day);
        }
      }
    }
  }

  /**
   * An outage that began at an instant has become known, in the current transaction: it may cover
   * settled dates.
   */
  public void outageKnown(Instant from) {
    changes.noteAll();
    days.forgetAll(LocalDate.ofInstant(from, ZoneOffset.UTC).minusDays(DAYS_FROM_UTC));
  }
}
