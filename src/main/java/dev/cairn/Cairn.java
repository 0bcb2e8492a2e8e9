package dev.cairn;

import dev.cairn.catalog.Catalog;
import dev.cairn.chat.Caller;
import dev.cairn.chat.Couriers;
import dev.cairn.chat.Doctor;
import dev.cairn.chat.PerPlatform;
import dev.cairn.chat.Reply;
import dev.cairn.chat.RewardRoles;
import dev.cairn.command.Command;
import dev.cairn.command.CommandObserver;
import dev.cairn.command.CommandRegistry;
import dev.cairn.command.CommandRouter;
import dev.cairn.command.HelpCommand;
import dev.cairn.command.LineReader;
import dev.cairn.command.RateLimit;
import dev.cairn.feature.Notifier;
import dev.cairn.feature.Pictures;
import dev.cairn.feature.audit.AuditCommand;
import dev.cairn.feature.audit.AuditLog;
import dev.cairn.feature.certification.CertificationCommand;
import dev.cairn.feature.checkin.CheckInStore;
import dev.cairn.feature.checkin.CheckIns;
import dev.cairn.feature.checkin.CorrectionCommands;
import dev.cairn.feature.checkin.Corrections;
import dev.cairn.feature.checkin.DayListener;
import dev.cairn.feature.checkin.DoneCommand;
import dev.cairn.feature.community.Communities;
import dev.cairn.feature.group.GroupCommands;
import dev.cairn.feature.group.GroupDayStore;
import dev.cairn.feature.group.GroupScores;
import dev.cairn.feature.group.GroupStore;
import dev.cairn.feature.group.Groups;
import dev.cairn.feature.home.HomeCard;
import dev.cairn.feature.journey.JourneyCommands;
import dev.cairn.feature.journey.Journeys;
import dev.cairn.feature.leaderboard.LeaderboardCommand;
import dev.cairn.feature.leaderboard.Leaderboards;
import dev.cairn.feature.link.LinkCommand;
import dev.cairn.feature.member.DirectNotifier;
import dev.cairn.feature.member.Members;
import dev.cairn.feature.outage.Presence;
import dev.cairn.feature.policy.Policies;
import dev.cairn.feature.policy.PolicyCommands;
import dev.cairn.feature.resource.ResourceCommand;
import dev.cairn.feature.reward.RewardCommands;
import dev.cairn.feature.reward.Rewards;
import dev.cairn.feature.roadmap.RoadmapCommand;
import dev.cairn.feature.role.RoleCommand;
import dev.cairn.feature.settings.SettingsCommand;
import dev.cairn.feature.setup.DoctorCommand;
import dev.cairn.feature.setup.SetupCommand;
import dev.cairn.feature.streak.PauseCommand;
import dev.cairn.feature.streak.StreakCommand;
import dev.cairn.feature.streak.Streaks;
import dev.cairn.feature.topic.TopicCommand;
import dev.cairn.storage.Database;
import dev.cairn.storage.JdbiAuditStore;
import dev.cairn.storage.JdbiCheckInStore;
import dev.cairn.storage.JdbiCommunityStore;
import dev.cairn.storage.JdbiGroupDayStore;
import dev.cairn.storage.JdbiGroupStore;
import dev.cairn.storage.JdbiJourneyStore;
import dev.cairn.storage.JdbiLeaderboardStore;
import dev.cairn.storage.JdbiLinkStore;
import dev.cairn.storage.JdbiMemberStore;
import dev.cairn.storage.JdbiOutageStore;
import dev.cairn.storage.JdbiRewardStore;
import dev.cairn.storage.JdbiStreakStore;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The one place where the parts are put together. What it makes answers commands; platforms are
 * connected to it.
 */
public final class Cairn {
  private final CommandRouter router;
  private final LineReader lineReader;
  private final HomeCard home;
  private final Rewards rewards;
  private final PerPlatform<Doctor> doctors = new PerPlatform<>();
  private final PerPlatform<RewardRoles> rewardRoles = new PerPlatform<>();
  private final Presence presence;

  /**
   * Puts the parts together.
   *
   * @param database in force; closed by whoever opened it
   * @param catalog what is studied
   * @param clock tells the time wherever a platform does not
   * @param rateLimit empty where nobody can flood us
   * @param observer counts what is answered
   * @param couriers send what nobody asked for, on the platforms that come to be connected
   */
  public Cairn(
      Database database,
      Catalog catalog,
      InstantSource clock,
      Optional<RateLimit> rateLimit,
      CommandObserver observer,
      Couriers couriers) {
    Communities communities = new Communities(new JdbiCommunityStore(database), database);
    Members members = new Members(communities, new JdbiMemberStore(database), database);
    Streaks streaks = new Streaks(new JdbiStreakStore(database), members, database);
    CheckInStore checkInStore = new JdbiCheckInStore(database);
    AuditLog audit = new AuditLog(new JdbiAuditStore(database), database);
    GroupStore groupStore = new JdbiGroupStore(database);
    GroupDayStore groupDays = new JdbiGroupDayStore(database);
    Groups groups = new Groups(groupStore, groupDays, members, streaks, database);
    GroupScores groupScores = new GroupScores(groupStore, groupDays, members, streaks, database);
    rewards =
        new Rewards(
            new JdbiRewardStore(database),
            communities,
            members,
            streaks,
            rewardRoles,
            database,
            clock,
            Thread::startVirtualThread);
    Leaderboards leaderboards =
        new Leaderboards(new JdbiLeaderboardStore(database), groups, groupScores, database);
    List<DayListener> dayListeners = List.of(groupScores, leaderboards, rewards);
    CheckIns checkIns = new CheckIns(checkInStore, members, streaks, dayListeners, database);
    Corrections corrections =
        new Corrections(checkInStore, members, streaks, audit, dayListeners, database);
    Policies policies = new Policies(communities, members, streaks, groups, audit, database);
    Journeys journeys = new Journeys(new JdbiJourneyStore(database), database);

    Pictures pictures = new Pictures();
    home = new HomeCard(catalog, members, journeys, streaks, pictures, groups, groupScores);

    presence =
        new Presence(
            new JdbiOutageStore(database), communities, members, streaks, groupScores, database);

    Notifier notifier = new DirectNotifier(members, couriers, Thread::startVirtualThread);

    List<Command> commands = new ArrayList<>();
    commands.add(new TopicCommand(catalog, journeys, members).command());
    commands.add(new DoneCommand(checkIns, members).command());
    commands.add(new StreakCommand(streaks, members, pictures).command());
    commands.add(new PauseCommand(streaks, members).command());
    commands.add(new SettingsCommand(members, streaks, database, clock).command());
    commands.addAll(new GroupCommands(groups, groupScores, members, communities).commands());
    commands.add(new LeaderboardCommand(leaderboards, members, pictures).command());
    commands.add(new RoleCommand(catalog).command());
    commands.add(new RoadmapCommand(catalog).command());
    commands.add(new CertificationCommand(catalog).command());
    commands.add(new ResourceCommand(catalog).command());
    commands.addAll(new JourneyCommands(journeys, members, catalog).commands());
    commands.addAll(new CorrectionCommands(corrections, members, notifier).commands());
    commands.addAll(new PolicyCommands(policies, members, clock).commands());
    commands.add(new SetupCommand(this::registry).command());
    commands.add(new DoctorCommand(doctors).command());
    commands.addAll(new RewardCommands(rewards, rewardRoles, members).commands());
    commands.add(new AuditCommand(audit, members).command());
    commands.add(
        new LinkCommand(
                new JdbiLinkStore(database),
                communities,
                members,
                streaks,
                groups,
                audit,
                dayListeners,
                new SecureRandom(),
                database)
            .command());
    commands.add(new HelpCommand(this::registry).command());

    router = new CommandRouter(new CommandRegistry(commands), rateLimit, observer);
    lineReader = new LineReader(router.registry());
  }

  private CommandRegistry registry() {
    return router.registry();
  }

  /** Answers commands. */
  public CommandRouter router() {
    return router;
  }

  /** Is told when platforms are in reach. */
  public Presence presence() {
    return presence;
  }

  /** Reads typed commands. */
  public LineReader lineReader() {
    return lineReader;
  }

  /** What a member's own page shows at an instant. */
  public Reply.Card home(Caller caller, Instant at) {
    return home.of(caller, at);
  }

  /** What knows, on the platforms that come to be connected, what keeps us from working there. */
  public PerPlatform<Doctor> doctors() {
    return doctors;
  }

  /** What gives roles, on the platforms that come to be connected and have some. */
  public PerPlatform<RewardRoles> rewardRoles() {
    return rewardRoles;
  }

  /**
   * The roles that streaks earn: to be refreshed now and then, because streaks break by waiting.
   */
  public Rewards rewards() {
    return rewards;
  }
}
