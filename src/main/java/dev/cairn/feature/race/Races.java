package dev.cairn.feature.race;

import dev.cairn.chat.Account;
import dev.cairn.chat.reply.Problem;
import dev.cairn.chat.reply.Refusal;
import dev.cairn.chat.reply.RichText;
import dev.cairn.connection.Connections;
import dev.cairn.connection.RewardRoles;
import dev.cairn.database.Database;
import dev.cairn.domain.group.GroupStanding;
import dev.cairn.domain.group.Leaderboard;
import dev.cairn.domain.group.RaceDates;
import dev.cairn.domain.group.RaceDates.State;
import dev.cairn.feature.Wording;
import dev.cairn.feature.audit.AuditEntry;
import dev.cairn.feature.audit.AuditLog;
import dev.cairn.feature.audit.Undo;
import dev.cairn.feature.community.Communities;
import dev.cairn.feature.community.Community;
import dev.cairn.feature.group.GroupScores;
import dev.cairn.feature.group.Groups;
import dev.cairn.feature.member.Member;
import dev.cairn.feature.member.Members;
import dev.cairn.feature.outbox.Outbox;
import dev.cairn.jobs.JobHandler;
import dev.cairn.jobs.JobKey;
import dev.cairn.jobs.JobQueue;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs races. A race that has ended keeps its standing: what is told or corrected later changes
 * streaks, not the race.
 */
public final class Races implements JobHandler {
  /** Of what is announced, and of what falls due. */
  static final String KIND = "race";

  private static final Logger LOG = LoggerFactory.getLogger(Races.class);
  private static final Duration WORTH_TELLING = Duration.ofDays(7);

  /** Every zone's days end on a quarter of an hour. */
  private static final Duration QUARTER = Duration.ofMinutes(15);

  private static final String RESULT = "result";
  private static final String LEAD = "lead";

  private final RaceStore store;
  private final GroupScores scores;
  private final Groups groups;
  private final Communities communities;
  private final Members members;
  private final Outbox outbox;
  private final JobQueue jobs;
  private final AuditLog audit;
  private final Connections connections;
  private final Database database;
  private final Database once;
  private final InstantSource clock;

  /**
   * @param connections of the platforms that have some
   * @param once of what a moderator decides: also whoever only looks may be the first to see that a
   *     race is over
   */
  public Races(
      RaceStore store,
      GroupScores scores,
      Groups groups,
      Communities communities,
      Members members,
      Outbox outbox,
      JobQueue jobs,
      AuditLog audit,
      Connections connections,
      Database database,
      Database once,
      InstantSource clock) {
    this.store = store;
    this.scores = scores;
    this.groups = groups;
    this.communities = communities;
    this.members = members;
    this.outbox = outbox;
    this.jobs = jobs;
    this.audit = audit;
    this.connections = connections;
    this.database = database;
    this.once = once;
    this.clock = clock;
  }

  /** A race as it stands. */
  record Standing(Race race, State state, List<Race.Row> rows) {

    /** The groups on the first place; none unless the race is over. */
    List<Race.Row> winners() {
      return state == State.OVER ? rows.stream().filter(Race.Row::isFirst).toList() : List.of();
    }
  }

  /**
   * Plans a race.
   *
   * @param race not planned yet
   * @throws Refusal where there is one already, or its dates are none that a race may have
   */
  Standing start(Member moderator, Race race, Instant now) {
    Community community = moderator.community();
    return once.transaction(() -> {
      communities.lock(community);
      Optional<Standing> current = newest(community, now).filter(Races::goesOn);
      if (current.isPresent()) {
        throw Refusal.of(
            Problem.CONFLICT,
            RichText.EMPTY
                .bold(current.get().race().name())
                .plain(" is on, and one race at a time is the limit. To stop it: ")
                .command("race stop"));
      }
      Race added = store.add(community.id(), race, now);
      audit(
          moderator,
          "planned the race " + race.name(),
          Undo.never("A race is ended by race stop, and stays in the list as stopped."),
          now);
      plan(community, added, now);
      return standing(community, added, now);
    });
  }

  /** Whether a community may start a race on a date. */
  static boolean mayBegin(LocalDate from, Community community, Instant now) {
    return from.isAfter(community.today(now));
  }

  /** The race that goes on or is planned, or else the newest. */
  Optional<Standing> newest(Community community, Instant now) {
    return database.transaction(() ->
        store.all(community.id()).stream().findFirst().map(race -> standing(community, race, now)));
  }

  /** All races of a community, the newest first. */
  List<Standing> all(Community community, Instant now) {
    return database.transaction(() ->
        store.all(community.id()).stream().map(race -> standing(community, race, now)).toList());
  }

  /** The race of this id. */
  Optional<Standing> find(Community community, long id, Instant now) {
    return database.transaction(
        () -> store.find(community.id(), id).map(race -> standing(community, race, now)));
  }

  /**
   * Stops the race that goes on or is planned.
   *
   * @throws Refusal where there is none
   */
  Standing stop(Member moderator, Instant now) {
    Community community = moderator.community();
    return once.transaction(() -> {
      communities.lock(community);
      Standing current =
          newest(community, now)
              .filter(Races::goesOn)
              .orElseThrow(
                  () -> Refusal.of(Problem.NOT_FOUND, "There is no race that could be stopped."));
      store.end(community.id(), current.race(), State.STOPPED, current.rows(), now);
      audit(
          moderator,
          "stopped the race " + current.race().name(),
          Undo.never("A race that was stopped stays stopped. Start another one."),
          now);
      return new Standing(current.race(), State.STOPPED, current.rows());
    });
  }

  private static boolean goesOn(Standing standing) {
    return switch (standing.state()) {
      case PLANNED, RUNNING, CLOSING -> true;
      case OVER, STOPPED -> false;
    };
  }

  private void audit(Member moderator, String what, Undo undo, Instant now) {
    audit.add(moderator.community(), AuditEntry.of(moderator, now, what, undo));
  }

  /** How a race stands; the first to see that it is over keeps its result, and has it announced. */
  private Standing standing(Community community, Race race, Instant now) {
    State ended = race.ended();
    if (ended != null) {
      return new Standing(race, ended, store.rows(community.id(), race));
    }
    GroupScores.Field field = scores.field(community, race.dates(), now);
    State state = race.dates().state(community.today(now), field.lastDateClosed());
    if (state != State.OVER) {
      List<GroupStanding> standings =
          scores.standings(community, race.dates().range(), now).stream()
              .filter(each -> field.groups().contains(each.group()))
              .toList();
      return new Standing(race, state, rows(standings));
    }
    communities.lock(community);
    Race current = store.find(community.id(), race.id()).orElseThrow();
    if (current.ended() != null) {
      return new Standing(current, current.ended(), store.rows(community.id(), current));
    }
    List<Race.Row> rows = rows(scores.atTheEnd(community, race.dates(), field.groups(), now));
    store.end(community.id(), race, State.OVER, rows, now);
    announce(community, race, RESULT + ":" + race.id(), now);
    if (race.role() != null) {
      jobs.plan(job(community, race), now.plus(QUARTER));
    }
    return new Standing(race, State.OVER, rows);
  }

  static List<Race.Row> rows(List<GroupStanding> standings) {
    Leaderboard<GroupStanding> board = Leaderboard.ofGroups(standings);
    List<Race.Row> rows = new ArrayList<>();
    board.ranked().forEach(rank -> rows.add(row(rank.place(), rank.standing())));
    board.unranked().forEach(standing -> rows.add(row(null, standing)));
    return rows;
  }

  private static Race.Row row(@Nullable Integer place, GroupStanding standing) {
    return new Race.Row(
        place,
        standing.group().value(),
        standing.name(),
        standing.score().percent(),
        standing.streak(),
        standing.score().present());
  }

  private void announce(Community community, Race race, String key, Instant now) {
    race.toldIn()
        .ifPresent(channel ->
            outbox.announce(community.id(), KIND, key, channel, now, now.plus(WORTH_TELLING)));
  }

  private static JobKey job(Community community, Race race) {
    return new JobKey(KIND, community.id(), String.valueOf(race.id()));
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public void run(JobKey job, Instant due) {
    long race = Long.parseLong(job.subject());
    Instant now = clock.instant();
    List<Reward> owed =
        database.transaction(() ->
            communities
                .find(job.community())
                .flatMap(found -> find(found, race, now).map(each -> go(found, each, now)))
                .orElse(List.of()));
    // Platforms are asked outside of the transaction: they may take their time.
    if (owed.stream().filter(reward -> !give(reward)).count() > 0) {
      database.transaction(() -> jobs.plan(job, now.plus(QUARTER)));
    }
  }

  private List<Reward> go(Community community, Standing standing, Instant now) {
    if (goesOn(standing)) {
      tellLead(community, standing, now);
      plan(community, standing.race(), now);
      return List.of();
    }
    return owed(community, standing, now);
  }

  /** When to look again: at the end of a date of the community's, and ever so often at the end. */
  private void plan(Community community, Race race, Instant now) {
    boolean passed = community.today(now).isAfter(race.dates().until());
    jobs.plan(
        job(community, race),
        passed
            ? Instant.ofEpochSecond((quarter(now) + 1) * QUARTER.toSeconds())
            : community.days().endOfToday(now));
  }

  /** In which quarter of an hour an instant is; they are counted. */
  static long quarter(Instant at) {
    return at.getEpochSecond() / QUARTER.toSeconds();
  }

  /** A message when another group alone has taken the lead, at most one a day. */
  private void tellLead(Community community, Standing standing, Instant now) {
    List<Race.Row> first = standing.rows().stream().filter(Race.Row::isFirst).toList();
    if (standing.state() != State.RUNNING || first.size() != 1) {
      return;
    }
    Race race = standing.race();
    String name = first.getFirst().name();
    String before = race.leader();
    if (!name.equals(before)) {
      store.setLeader(community.id(), race, name);
      if (before != null) {
        announce(community, race, LEAD + ":" + race.id() + ":" + community.today(now), now);
      }
    }
  }

  private record Reward(Account account, String role) {}

  /** What the winners get, for as long as it may have to wait. */
  private List<Reward> owed(Community community, Standing standing, Instant now) {
    Instant endedAt = standing.race().endedAt();
    String role = standing.race().role();
    if (role == null || endedAt == null || now.isAfter(endedAt.plus(WORTH_TELLING))) {
      return List.of();
    }
    List<Long> winners = standing.winners().stream().map(Race.Row::group).toList();
    return groups.all(community).stream()
        .filter(group -> winners.contains(group.id().value()))
        .flatMap(group -> groups.members(community, group).stream())
        .flatMap(member -> members.accounts(member).stream())
        .filter(account -> account.platform() == standing.race().place().platform())
        .map(account -> new Reward(account, role))
        .toList();
  }

  /** Whether nothing is left to be done about it. */
  private boolean give(Reward reward) {
    return connections
        .rewardRoles(reward.account().platform())
        .map(platform ->
            switch (platform.set(reward.account(), reward.role(), true)) {
              case RewardRoles.Outcome.Done() -> true;
              case RewardRoles.Outcome.Later(String reason) -> false;
              case RewardRoles.Outcome.Refused(String reason) -> {
                LOG.warn("the winners' role {} is refused: {}", reward.role(), reason);
                yield true;
              }
            })
        .orElse(true);
  }

  /** What an announcement is about: whether it tells the result, and of which race. */
  record Word(boolean result, long race) {
    static Word of(String key) {
      String[] parts = key.split(":", -1);
      return new Word(parts[0].equals(RESULT), Long.parseLong(parts[1]));
    }
  }

  /** The dates of a race in words. */
  static String inWords(RaceDates dates) {
    return Wording.date(dates.from()) + " to " + Wording.date(dates.until());
  }
}
