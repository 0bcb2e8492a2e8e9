package dev.cairn.feature.leaderboard;

import dev.cairn.database.Database;
import dev.cairn.database.remembered.RememberedAnswers;
import dev.cairn.domain.CommunityId;
import dev.cairn.domain.GroupId;
import dev.cairn.domain.MemberId;
import dev.cairn.domain.day.Period;
import dev.cairn.domain.group.GroupStanding;
import dev.cairn.domain.group.MemberStanding;
import dev.cairn.feature.badge.Badges;
import dev.cairn.feature.checkin.DayListener;
import dev.cairn.feature.community.Community;
import dev.cairn.feature.group.Group;
import dev.cairn.feature.group.GroupStandings;
import dev.cairn.feature.group.Groups;
import dev.cairn.feature.leaderboard.Board.GroupRow;
import dev.cairn.feature.leaderboard.Board.MemberRow;
import dev.cairn.feature.leaderboard.Board.Row;
import dev.cairn.feature.member.Member;
import dev.cairn.feature.streak.StreakDerivation;
import dev.cairn.feature.streak.Streaks;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Ranks members and groups, from counts that each check-in keeps up to date. */
public final class Leaderboards implements DayListener {
  /** The farthest that today in a community is from the date in UTC, and a day for its start. */
  private static final int DAYS_FROM_UTC = 2;

  /** How many pages of boards are remembered. */
  private static final int MOST_PAGES = 50;

  /** One check-in in 64 sums up what the tally was told since. */
  private static final int SUMS_UP_BITS = 6;

  /**
   * How many members whose streak would break are derived before a board is shown, while all are
   * being derived: those of its first pages.
   */
  private static final int MOST_DERIVED = 100;

  private final LeaderboardStore store;
  private final Streaks streaks;
  private final StreakDerivation derivation;
  private final Groups groups;
  private final GroupStandings standings;
  private final Badges badges;
  private final Database database;
  private final RememberedAnswers<Asked, Page> pages;

  public Leaderboards(
      LeaderboardStore store,
      Streaks streaks,
      StreakDerivation derivation,
      Groups groups,
      GroupStandings standings,
      Badges badges,
      Database database) {
    this.store = store;
    this.streaks = streaks;
    this.derivation = derivation;
    this.groups = groups;
    this.standings = standings;
    this.badges = badges;
    this.database = database;
    this.pages =
        database.remembering(
            MOST_PAGES,
            Stream.of(LeaderboardStore.TABLES, Badges.TABLES)
                .flatMap(Set::stream)
                .collect(Collectors.toUnmodifiableSet()),
            // For what those are called who stand there already.
            Set.of("member"));
  }

  /** Which page of which board. */
  private record Asked(CommunityId community, Measure measure, int page) {}

  /**
   * A page of a board of members, the same for all who look at it.
   *
   * @param number of the page
   * @param pages how many there are
   */
  private record Page(
      Tally tally,
      int number,
      int pages,
      List<MemberStanding> standings,
      Map<MemberId, Badges.Best> best) {}

  @Override
  public void dayChanged(
      Member member, LocalDate day, int change, Streaks.Change streak, Instant at) {
    Set<String> counted = change == 0 ? Set.of() : boards(Stream.of(day));
    store.add(member, counted, change, beside(counted, streak, at));
    if (sumsUp(member, day)) {
      counted.forEach(board -> store.sumUp(member.community().id(), board));
      store.sumUp(member.community().id(), Measure.STREAK);
    }
  }

  /** Other boards that may be shown now, on which nothing but the longest streak has changed. */
  private static Set<String> beside(Set<String> counted, Streaks.Change streak, Instant at) {
    if (streak.before().longest() == streak.after().longest()) {
      return Set.of();
    }
    LocalDate today = LocalDate.ofInstant(at, ZoneOffset.UTC);
    Set<String> beside =
        boards(today.minusDays(DAYS_FROM_UTC).datesUntil(today.plusDays(DAYS_FROM_UTC + 1)));
    beside.removeAll(counted);
    return beside;
  }

  /** Spread over members and days, and the same whenever it is told again. */
  private static boolean sumsUp(Member member, LocalDate day) {
    long mixed = (member.id().value() * 31 + day.toEpochDay()) * 0x9E3779B97F4A7C15L;
    return mixed >>> (Long.SIZE - SUMS_UP_BITS) == 0;
  }

  /** The boards on which days count, in one order, so that no two transactions wait for another. */
  private static Set<String> boards(Stream<LocalDate> days) {
    return days.flatMap(day -> Stream.of(Period.values()).map(period -> period.key(day)))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /**
   * Counts the check-ins of a community anew.
   *
   * @return how many counts were not what they are now
   */
  public int recompute(Community community) {
    return database.transaction(() -> {
      Map<LeaderboardStore.Counted, Integer> kept = store.counts(community.id());
      Map<LeaderboardStore.Counted, Integer> right = new HashMap<>();
      store
          .days(community.id())
          .forEach((member, days) -> {
            for (LocalDate day : days) {
              for (Period period : Period.values()) {
                right.merge(new LeaderboardStore.Counted(member, period.key(day)), 1, Integer::sum);
              }
            }
          });
      Set<LeaderboardStore.Counted> all = new HashSet<>(kept.keySet());
      all.addAll(right.keySet());
      all.removeIf(each -> Objects.equals(kept.get(each), right.get(each)));
      all.forEach(each -> store.set(community.id(), each, right.getOrDefault(each, 0)));
      return all.size() + (store.putRight(community.id()) ? 1 : 0);
    });
  }

  /** Members by their current streak. */
  public Board byStreak(Member caller, int page, Instant now) {
    Measure measure = new Measure.CurrentStreak();
    CommunityId community = caller.community().id();
    Optional<Board> board =
        database.reading(() ->
            store.lags(community, now)
                ? Optional.empty()
                : Optional.of(members(caller, measure, null, page)));
    return board.orElseGet(() -> {
      if (derivation.isUnderWay(community)) {
        derive(community, now);
        return members(caller, measure, null, page);
      }
      return database.transaction(() -> {
        store.settle(community, now);
        return members(caller, measure, null, page);
      });
    });
  }

  /**
   * Looks at the days of those whose streak has broken by what is kept, which may be by the rules
   * of before: nobody is taken off the board whose streak stands. The others stand on it until they
   * are derived.
   */
  private void derive(CommunityId community, Instant now) {
    database
        .reading(() -> store.breaking(community, now, MOST_DERIVED))
        .forEach(member -> streaks.refreshLater(community, member, now));
  }

  /** Members by their check-ins in the period that the community's today lies in. */
  public Board byCheckIns(Member caller, Period period, int page, Instant now) {
    String key = period.key(caller.community().today(now));
    return members(caller, new Measure.CheckIns(key), period, page);
  }

  private Board members(Member caller, Measure measure, @Nullable Period period, int page) {
    Asked asked = new Asked(caller.community().id(), measure, page);
    return database.reading(() -> {
      Page shown = pages.get(asked, () -> read(asked));
      return new Board(
          Board.Of.MEMBERS,
          period,
          shown.number(),
          shown.pages(),
          shown.standings().stream()
              .map(standing ->
                  row(
                      shown.tally(),
                      standing.name(),
                      standing.value(),
                      shown.best().getOrDefault(standing.member(), Badges.Best.NONE),
                      standing.member().equals(caller.id())))
              .toList(),
          own(caller, measure, shown.tally()));
    });
  }

  private Page read(Asked asked) {
    Tally tally = store.tally(asked.community(), asked.measure());
    int pages = pages(tally.size());
    int number = Math.min(asked.page(), pages);
    int offset = (number - 1) * Board.ROWS_A_PAGE;
    long first = tally.after(offset);
    List<MemberStanding> standings =
        store.list(
            asked.community(),
            asked.measure(),
            first,
            offset - tally.above(first),
            Board.ROWS_A_PAGE);
    return new Page(
        tally,
        number,
        pages,
        standings,
        badges.best(asked.community(), standings.stream().map(MemberStanding::member).toList()));
  }

  private static Row row(Tally tally, String name, long value, Badges.Best badges, boolean own) {
    return new MemberRow(tally.above(value) + 1, name, value, badges, own);
  }

  private @Nullable Row own(Member caller, Measure measure, Tally tally) {
    OptionalLong value = store.value(caller, measure);
    return value.isEmpty()
        ? null
        : row(tally, caller.name(), value.getAsLong(), Badges.Best.NONE, true);
  }

  /** Groups by their score over the period that the community's today lies in. */
  public Board groups(Member caller, Period period, int page, Instant now) {
    Optional<GroupId> own = groups.of(caller).map(Group::id);
    GroupStandings.Page shown =
        standings.page(caller.community(), period, page, Board.ROWS_A_PAGE, own, now);
    GroupStandings.Placed ownPlace = shown.own();
    return new Board(
        Board.Of.GROUPS,
        period,
        shown.number(),
        shown.pages(),
        shown.groups().stream().map(placed -> row(placed, own)).toList(),
        ownPlace == null ? null : row(ownPlace, own));
  }

  private static Row row(GroupStandings.Placed placed, Optional<GroupId> ownGroup) {
    GroupStanding standing = placed.standing();
    return new GroupRow(
        placed.place(),
        standing.name(),
        standing.score().present(),
        standing.score().percent(),
        standing.streak(),
        ownGroup.filter(standing.group()::equals).isPresent());
  }

  private static int pages(int rows) {
    return Math.max(1, (rows + Board.ROWS_A_PAGE - 1) / Board.ROWS_A_PAGE);
  }
}
