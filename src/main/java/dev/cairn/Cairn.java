package dev.cairn;

import dev.cairn.catalog.Catalog;
import dev.cairn.chat.Account;
import dev.cairn.chat.Caller;
import dev.cairn.chat.Couriers;
import dev.cairn.chat.Doctor;
import dev.cairn.chat.PerPlatform;
import dev.cairn.chat.Platform;
import dev.cairn.chat.Reply;
import dev.cairn.chat.RewardRoles;
import dev.cairn.chat.Roster;
import dev.cairn.command.Command;
import dev.cairn.command.CommandObserver;
import dev.cairn.command.CommandRegistry;
import dev.cairn.command.CommandRouter;
import dev.cairn.command.HelpCommand;
import dev.cairn.command.LineReader;
import dev.cairn.command.RateLimit;
import dev.cairn.feature.DueWork;
import dev.cairn.feature.Notifier;
import dev.cairn.feature.Pictures;
import dev.cairn.feature.announcement.AnnouncementStore;
import dev.cairn.feature.announcement.Announcements;
import dev.cairn.feature.announcement.Composer;
import dev.cairn.feature.announcement.Dispatch;
import dev.cairn.feature.audit.AuditCommand;
import dev.cairn.feature.audit.AuditLog;
import dev.cairn.feature.blog.BlogCommands;
import dev.cairn.feature.blog.Posts;
import dev.cairn.feature.certification.CertificationCommand;
import dev.cairn.feature.checkin.CheckInStore;
import dev.cairn.feature.checkin.CheckIns;
import dev.cairn.feature.checkin.CorrectionCommands;
import dev.cairn.feature.checkin.Corrections;
import dev.cairn.feature.checkin.DayListener;
import dev.cairn.feature.checkin.DoneCommand;
import dev.cairn.feature.community.Communities;
import dev.cairn.feature.daily.Dailies;
import dev.cairn.feature.daily.DailyCommands;
import dev.cairn.feature.daily.DailyPost;
import dev.cairn.feature.feed.FeedCommand;
import dev.cairn.feature.feed.FeedFetcher;
import dev.cairn.feature.feed.FeedReader;
import dev.cairn.feature.feed.Feeds;
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
import dev.cairn.feature.link.LinkParticipants;
import dev.cairn.feature.member.Departures;
import dev.cairn.feature.member.DirectNotifier;
import dev.cairn.feature.member.Members;
import dev.cairn.feature.milestone.DecisionComposer;
import dev.cairn.feature.milestone.MilestoneCommands;
import dev.cairn.feature.milestone.MilestoneComposer;
import dev.cairn.feature.milestone.Milestones;
import dev.cairn.feature.outage.Presence;
import dev.cairn.feature.policy.Policies;
import dev.cairn.feature.policy.PolicyCommands;
import dev.cairn.feature.reminder.ReminderPost;
import dev.cairn.feature.reminder.Reminders;
import dev.cairn.feature.reminder.SnoozeCommand;
import dev.cairn.feature.resource.ResourceCommand;
import dev.cairn.feature.reward.RewardCommands;
import dev.cairn.feature.reward.Rewards;
import dev.cairn.feature.roadmap.RoadmapCommand;
import dev.cairn.feature.role.RoleCommand;
import dev.cairn.feature.search.SearchCommand;
import dev.cairn.feature.settings.SettingsCommand;
import dev.cairn.feature.setup.DoctorCommand;
import dev.cairn.feature.setup.SetupCommand;
import dev.cairn.feature.streak.PauseCommand;
import dev.cairn.feature.streak.StreakCommand;
import dev.cairn.feature.streak.Streaks;
import dev.cairn.feature.topic.TopicCommand;
import dev.cairn.feature.weekly.WeeklyPost;
import dev.cairn.schedule.Schedule;
import dev.cairn.schedule.Stepper;
import dev.cairn.storage.Database;
import dev.cairn.storage.JdbiAgenda;
import dev.cairn.storage.JdbiAnnouncementStore;
import dev.cairn.storage.JdbiAuditStore;
import dev.cairn.storage.JdbiCheckInStore;
import dev.cairn.storage.JdbiCommunityStore;
import dev.cairn.storage.JdbiDailyStore;
import dev.cairn.storage.JdbiFeedStore;
import dev.cairn.storage.JdbiGroupDayStore;
import dev.cairn.storage.JdbiGroupStore;
import dev.cairn.storage.JdbiJourneyStore;
import dev.cairn.storage.JdbiLeaderboardStore;
import dev.cairn.storage.JdbiLinkStore;
import dev.cairn.storage.JdbiMemberStore;
import dev.cairn.storage.JdbiMilestoneStore;
import dev.cairn.storage.JdbiOutageStore;
import dev.cairn.storage.JdbiPostStore;
import dev.cairn.storage.JdbiReminderStore;
import dev.cairn.storage.JdbiRewardStore;
import dev.cairn.storage.JdbiStreakStore;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The one place where the parts are put together. What it makes answers commands; platforms are
 * connected to it.
 */
public final class Cairn {
  private final Communities communities;
  private final Members members;
  private final CheckIns checkIns;
  private final CommandRouter router;
  private final LineReader lineReader;
  private final Rewards rewards;
  private final PerPlatform<Doctor> doctors = new PerPlatform<>();
  private final PerPlatform<RewardRoles> rewardRoles = new PerPlatform<>();
  private final PerPlatform<Roster> rosters = new PerPlatform<>();
  private final HomeCard home;
  private final Presence presence;
  private final Departures departures;
  private final Database database;
  private final InstantSource clock;
  private final JdbiAgenda agenda;
  private final Dispatch dispatch;
  private final List<DueWork> works;
  private final String name = UUID.randomUUID().toString();

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
    this.database = database;
    this.clock = clock;
    communities = new Communities(new JdbiCommunityStore(database), database);
    members = new Members(communities, new JdbiMemberStore(database), database);
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
    agenda = new JdbiAgenda(database);
    AnnouncementStore announcementStore = new JdbiAnnouncementStore(database);
    Announcements announcements = new Announcements(announcementStore, agenda, database);
    Milestones milestones =
        new Milestones(new JdbiMilestoneStore(database), streaks, announcements, audit, database);
    List<DayListener> dayListeners = List.of(groupScores, leaderboards, rewards, milestones);
    checkIns = new CheckIns(checkInStore, members, streaks, dayListeners, database);
    Corrections corrections =
        new Corrections(checkInStore, members, streaks, audit, dayListeners, database);
    Policies policies = new Policies(communities, members, streaks, groups, audit, database);
    Journeys journeys = new Journeys(new JdbiJourneyStore(database), database);

    Pictures pictures = new Pictures();
    departures = new Departures(rosters, communities, members, clock);
    presence =
        new Presence(
            new JdbiOutageStore(database), communities, members, streaks, groupScores, database);

    Notifier notifier = new DirectNotifier(members, couriers, Thread::startVirtualThread);

    Dailies dailies =
        new Dailies(new JdbiDailyStore(database), communities, announcements, agenda, database);
    DailyPost dailyPost =
        new DailyPost(dailies, journeys, checkIns, catalog, announcements, agenda, database, clock);
    WeeklyPost weeklyPost =
        new WeeklyPost(
            dailies,
            members,
            streaks,
            groupScores,
            journeys,
            catalog,
            announcements,
            agenda,
            database,
            clock);
    Reminders reminders =
        new Reminders(
            new JdbiReminderStore(database), communities, members, streaks, agenda, database);
    ReminderPost reminderPost =
        new ReminderPost(reminders, streaks, announcements, database, clock);
    Posts posts =
        new Posts(
            new JdbiPostStore(database), members, streaks, checkIns, List.of(milestones), database);
    home = new HomeCard(catalog, members, journeys, streaks, pictures, groups, groupScores, posts);
    Feeds feeds =
        new Feeds(
            new JdbiFeedStore(database),
            new FeedReader(new FeedFetcher()),
            posts,
            members,
            communities,
            notifier,
            agenda,
            database,
            clock);
    List<Composer> composers =
        List.of(
            dailyPost,
            weeklyPost,
            reminderPost,
            new MilestoneComposer(milestones, communities, members, pictures),
            new DecisionComposer(milestones, communities));
    dispatch = new Dispatch(announcementStore, composers, couriers, agenda, database, clock, name);
    works = List.of(dispatch, dailyPost, weeklyPost, reminderPost, feeds);

    List<Command> commands = new ArrayList<>();
    commands.add(new TopicCommand(catalog, journeys, members).command());
    commands.add(new DoneCommand(checkIns, members).command());
    commands.add(new StreakCommand(streaks, members, pictures).command());
    commands.add(new PauseCommand(streaks, members).command());
    commands.add(new SettingsCommand(members, streaks, reminders, database, clock).command());
    commands.addAll(new GroupCommands(groups, groupScores, members, communities).commands());
    commands.add(new LeaderboardCommand(leaderboards, members, pictures).command());
    commands.add(new RoleCommand(catalog).command());
    commands.add(new RoadmapCommand(catalog).command());
    commands.add(new CertificationCommand(catalog).command());
    commands.add(new ResourceCommand(catalog).command());
    commands.add(new SearchCommand(catalog).command());
    commands.addAll(new BlogCommands(posts, members).commands());
    commands.add(new FeedCommand(feeds, members).command());
    commands.addAll(new MilestoneCommands(milestones, members).commands());
    commands.addAll(new JourneyCommands(journeys, members, catalog).commands());
    commands.addAll(new DailyCommands(dailies, dailyPost, members, clock).commands());
    commands.add(new SnoozeCommand(reminders, members).command());
    commands.addAll(new CorrectionCommands(corrections, members, notifier).commands());
    commands.addAll(new PolicyCommands(policies, members, clock).commands());
    commands.add(new SetupCommand(this::registry).command());
    commands.add(new DoctorCommand(doctors, dailies).command());
    commands.addAll(new RewardCommands(rewards, rewardRoles, members).commands());
    commands.add(new AuditCommand(audit, members).command());
    commands.add(
        new LinkCommand(
                new JdbiLinkStore(database),
                communities,
                members,
                streaks,
                groups,
                dailies,
                audit,
                dayListeners,
                new LinkParticipants(List.of(milestones), List.of(posts, feeds, reminders)),
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

  /** When somebody last checked in at a place. */
  public Optional<Instant> newestCheckIn(Platform platform, String place) {
    return communities.find(platform, place).flatMap(checkIns::newest);
  }

  /** The zone that a member lives in by themselves, not by their community. */
  public Optional<ZoneId> ownZone(Account account) {
    return members.ownZone(account);
  }

  /** Reads typed commands. */
  public LineReader lineReader() {
    return lineReader;
  }

  /** What knows, on the platforms that come to be connected, what keeps us from working there. */
  public PerPlatform<Doctor> doctors() {
    return doctors;
  }

  /** What gives roles, on the platforms that come to be connected and have some. */
  public PerPlatform<RewardRoles> rewardRoles() {
    return rewardRoles;
  }

  /** What knows, on the platforms that come to be connected, who is still there. */
  public PerPlatform<Roster> rosters() {
    return rosters;
  }

  /** Who leaves: to be noted now and then. */
  public Departures departures() {
    return departures;
  }

  /**
   * The roles that streaks earn: to be refreshed now and then, because streaks break by waiting.
   */
  public Rewards rewards() {
    return rewards;
  }

  /** What a member's own page shows at an instant. */
  public Reply.Card home(Caller caller, Instant at) {
    return home.of(caller, at);
  }

  /**
   * What happens without being asked, as the clock runs. Start it when the platforms are connected;
   * close it before them and before the database. Not beside a {@link #stepper}.
   */
  public Schedule schedule() {
    takeOver();
    return new Schedule(database.dataSource(), database.isExclusive(), works, clock, name);
  }

  /**
   * What happens without being asked, one thing at a time on a clock that jumps: run it through the
   * instant that the clock is moved to. Not beside a {@link #schedule}.
   */
  public Stepper stepper(Stepper.SteppedClock stepped) {
    takeOver();
    return new Stepper(agenda, works, stepped);
  }

  /** Goes on at once with what an earlier process was at, where it must be gone. */
  private void takeOver() {
    if (database.isExclusive()) {
      database.write(
          () -> {
            agenda.endClaims();
            dispatch.takeOver();
          });
    }
  }
}
