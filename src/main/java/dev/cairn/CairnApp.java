package dev.cairn;

import dev.cairn.catalog.Catalog;
import dev.cairn.chat.Account;
import dev.cairn.chat.Caller;
import dev.cairn.chat.Place;
import dev.cairn.chat.Platform;
import dev.cairn.chat.reply.Reply;
import dev.cairn.command.Command;
import dev.cairn.command.CommandObserver;
import dev.cairn.command.CommandRegistry;
import dev.cairn.command.CommandRouter;
import dev.cairn.command.Dialogue;
import dev.cairn.command.RateLimit;
import dev.cairn.command.help.HelpCommand;
import dev.cairn.connection.Connections;
import dev.cairn.connection.ShardLeases;
import dev.cairn.database.Database;
import dev.cairn.feature.Idempotence;
import dev.cairn.feature.InteractionStore;
import dev.cairn.feature.Pictures;
import dev.cairn.feature.audit.AuditCommand;
import dev.cairn.feature.audit.AuditLog;
import dev.cairn.feature.audit.AuditStore;
import dev.cairn.feature.audit.Undos;
import dev.cairn.feature.badge.BadgeStore;
import dev.cairn.feature.badge.Badges;
import dev.cairn.feature.blog.BlogCommands;
import dev.cairn.feature.blog.PostStore;
import dev.cairn.feature.blog.PostStrikes;
import dev.cairn.feature.blog.Posts;
import dev.cairn.feature.buddy.Buddies;
import dev.cairn.feature.buddy.BuddyCommands;
import dev.cairn.feature.buddy.BuddyMessages;
import dev.cairn.feature.buddy.BuddyStore;
import dev.cairn.feature.certification.CertificationCommand;
import dev.cairn.feature.check.CheckAnswerStore;
import dev.cairn.feature.check.CheckAnswers;
import dev.cairn.feature.check.CheckCommand;
import dev.cairn.feature.checkin.CheckInStore;
import dev.cairn.feature.checkin.CheckIns;
import dev.cairn.feature.checkin.CorrectionCommands;
import dev.cairn.feature.checkin.CorrectionUndo;
import dev.cairn.feature.checkin.Corrections;
import dev.cairn.feature.checkin.DayListener;
import dev.cairn.feature.community.Communities;
import dev.cairn.feature.community.CommunityHold;
import dev.cairn.feature.community.CommunityStore;
import dev.cairn.feature.daily.DailyCommands;
import dev.cairn.feature.daily.DailyContent;
import dev.cairn.feature.daily.DailyKind;
import dev.cairn.feature.daily.DailyPost;
import dev.cairn.feature.daily.DailyPosts;
import dev.cairn.feature.daily.DailyStore;
import dev.cairn.feature.daily.DailyTally;
import dev.cairn.feature.daily.DailyUndo;
import dev.cairn.feature.discussion.DiscussionCommands;
import dev.cairn.feature.discussion.DiscussionStore;
import dev.cairn.feature.discussion.Discussions;
import dev.cairn.feature.done.DoneCommand;
import dev.cairn.feature.done.OutlookStore;
import dev.cairn.feature.feed.FeedCommand;
import dev.cairn.feature.feed.FeedFetcher;
import dev.cairn.feature.feed.FeedReader;
import dev.cairn.feature.feed.FeedStore;
import dev.cairn.feature.feed.Feeds;
import dev.cairn.feature.group.GroupChangeStore;
import dev.cairn.feature.group.GroupCommands;
import dev.cairn.feature.group.GroupDayStore;
import dev.cairn.feature.group.GroupScores;
import dev.cairn.feature.group.GroupStandingStore;
import dev.cairn.feature.group.GroupStandings;
import dev.cairn.feature.group.GroupStore;
import dev.cairn.feature.group.Groups;
import dev.cairn.feature.home.HomeCard;
import dev.cairn.feature.journey.JourneyCommands;
import dev.cairn.feature.journey.JourneyStore;
import dev.cairn.feature.journey.JourneyUndo;
import dev.cairn.feature.journey.Journeys;
import dev.cairn.feature.leaderboard.LeaderboardCommand;
import dev.cairn.feature.leaderboard.LeaderboardStore;
import dev.cairn.feature.leaderboard.Leaderboards;
import dev.cairn.feature.link.LinkCommand;
import dev.cairn.feature.link.LinkParticipants;
import dev.cairn.feature.link.LinkStore;
import dev.cairn.feature.member.DepartureScan;
import dev.cairn.feature.member.DirectNotifier;
import dev.cairn.feature.member.LinkParticipant;
import dev.cairn.feature.member.Member;
import dev.cairn.feature.member.MemberStore;
import dev.cairn.feature.member.Members;
import dev.cairn.feature.member.Notifier;
import dev.cairn.feature.milestone.DecisionComposer;
import dev.cairn.feature.milestone.DecisionDigestComposer;
import dev.cairn.feature.milestone.MilestoneAnnouncements;
import dev.cairn.feature.milestone.MilestoneCommands;
import dev.cairn.feature.milestone.MilestoneComposer;
import dev.cairn.feature.milestone.MilestoneDigestComposer;
import dev.cairn.feature.milestone.MilestonePreview;
import dev.cairn.feature.milestone.MilestoneStore;
import dev.cairn.feature.milestone.MilestoneUndo;
import dev.cairn.feature.milestone.Milestones;
import dev.cairn.feature.mydata.MyData;
import dev.cairn.feature.mydata.MyDataCommands;
import dev.cairn.feature.mydata.MyDataStore;
import dev.cairn.feature.outage.OutageStore;
import dev.cairn.feature.outage.OutageTracker;
import dev.cairn.feature.outbox.MessageComposer;
import dev.cairn.feature.outbox.Outbox;
import dev.cairn.feature.outbox.OutboxSender;
import dev.cairn.feature.outbox.OutboxStore;
import dev.cairn.feature.outbox.OutboxUpdate;
import dev.cairn.feature.path.PathCommand;
import dev.cairn.feature.path.PathStore;
import dev.cairn.feature.path.Paths;
import dev.cairn.feature.policy.Policies;
import dev.cairn.feature.policy.PolicyCommands;
import dev.cairn.feature.progress.ProgressCommand;
import dev.cairn.feature.quiz.QuizCommand;
import dev.cairn.feature.quiz.QuizRoundResult;
import dev.cairn.feature.quiz.QuizStore;
import dev.cairn.feature.quiz.Quizzes;
import dev.cairn.feature.race.LastMoments;
import dev.cairn.feature.race.RaceCommands;
import dev.cairn.feature.race.RaceComposer;
import dev.cairn.feature.race.RaceStore;
import dev.cairn.feature.race.Races;
import dev.cairn.feature.recompute.Recomputation;
import dev.cairn.feature.reminder.ReminderPost;
import dev.cairn.feature.reminder.ReminderStore;
import dev.cairn.feature.reminder.Reminders;
import dev.cairn.feature.reminder.SnoozeCommand;
import dev.cairn.feature.resource.ResourceCommand;
import dev.cairn.feature.review.ReviewCommand;
import dev.cairn.feature.review.ReviewExportCommand;
import dev.cairn.feature.review.ReviewLogExport;
import dev.cairn.feature.review.ReviewStore;
import dev.cairn.feature.review.Reviews;
import dev.cairn.feature.reward.RewardCommands;
import dev.cairn.feature.reward.RewardStore;
import dev.cairn.feature.reward.RewardUndo;
import dev.cairn.feature.reward.Rewards;
import dev.cairn.feature.roadmap.RoadmapCommand;
import dev.cairn.feature.roadmap.RoadmapMarks;
import dev.cairn.feature.role.NearRoles;
import dev.cairn.feature.role.RoleCommand;
import dev.cairn.feature.search.SearchCommand;
import dev.cairn.feature.settings.MemberZoneCommand;
import dev.cairn.feature.settings.MemberZoneUndo;
import dev.cairn.feature.settings.SettingsCommand;
import dev.cairn.feature.setup.DoctorCommand;
import dev.cairn.feature.setup.SetupCommand;
import dev.cairn.feature.shard.ShardLeaseStore;
import dev.cairn.feature.streak.HistoryStore;
import dev.cairn.feature.streak.PauseCommand;
import dev.cairn.feature.streak.StreakCommand;
import dev.cairn.feature.streak.StreakDerivation;
import dev.cairn.feature.streak.StreakStore;
import dev.cairn.feature.streak.Streaks;
import dev.cairn.feature.study.StudyRecord;
import dev.cairn.feature.study.StudyRecordStore;
import dev.cairn.feature.suggestion.SuggestionCommands;
import dev.cairn.feature.suggestion.SuggestionStore;
import dev.cairn.feature.suggestion.Suggestions;
import dev.cairn.feature.term.TermCommand;
import dev.cairn.feature.topic.DirectTopicStore;
import dev.cairn.feature.topic.DirectTopics;
import dev.cairn.feature.topic.TopicCommand;
import dev.cairn.feature.weekly.WeeklyPost;
import dev.cairn.feature.wrapped.WrappedCommand;
import dev.cairn.feature.wrapped.WrappedStore;
import dev.cairn.jobs.JobHandler;
import dev.cairn.jobs.JobQueue;
import dev.cairn.jobs.JobScheduler;
import dev.cairn.jobs.SteppedJobRunner;
import dev.cairn.jobs.SweepTurns;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * The one place where the parts are put together. What it makes answers commands; platforms are
 * connected to it.
 */
public final class CairnApp implements AutoCloseable {
  private static final Duration LAST_MESSAGES = Duration.ofSeconds(5);

  private final Communities communities;
  private final Members members;
  private final CheckIns checkIns;
  private final CommandRouter router;
  private final Dialogue dialogue;
  private final Pictures pictures = new Pictures();
  private final Rewards rewards;
  private final HomeCard home;
  private final OutageTracker outageTracker;
  private final GroupStandings groupStandings;
  private final DepartureScan departureScan;
  private final OutboxStore announcementStore;
  private final MyData myData;
  private final Recomputation recomputation;
  private final Database database;
  private final InstantSource clock;
  private final JobQueue jobs;
  private final OutboxSender dispatch;
  private final List<JobHandler> works;

  /** Does what nobody waits for. */
  private final ExecutorService background = Executors.newVirtualThreadPerTaskExecutor();

  private final String name = UUID.randomUUID().toString();

  /**
   * Puts the parts together.
   *
   * @param opened the database in force; closed by whoever opened it
   * @param catalog what is studied
   * @param source tells the time wherever a platform does not
   * @param rateLimit empty where nobody can flood us
   * @param observer counts what is answered
   * @param connections the platforms that will be connected
   */
  public CairnApp(
      Database opened,
      Catalog catalog,
      InstantSource source,
      Optional<RateLimit> rateLimit,
      CommandObserver observer,
      Connections connections) {
    CommunityHold hold = new CommunityHold(new CommunityStore(opened));
    database = opened.beginningWith(hold);
    // To the microsecond, as databases keep it.
    InstantSource clock = () -> source.instant().truncatedTo(ChronoUnit.MICROS);
    this.clock = clock;
    Database once = database.beginningWith(new Idempotence(new InteractionStore(database)));
    communities = new Communities(new CommunityStore(database), database);
    LeaderboardStore standings = new LeaderboardStore(database);
    GroupChangeStore groupChanges = new GroupChangeStore(database);
    Consumer<Member> memberChanged =
        member -> {
          standings.refresh(member);
          groupChanges.note(member);
        };
    members = new Members(communities, new MemberStore(database), memberChanged::accept, database);
    Streaks streaks =
        new Streaks(
            new StreakStore(database),
            new HistoryStore(database),
            members,
            memberChanged::accept,
            once);
    CheckInStore checkInStore = new CheckInStore(database);
    AuditStore auditStore = new AuditStore(database);
    AuditLog audit = new AuditLog(auditStore, once);
    GroupStore groupStore = new GroupStore(database);
    GroupDayStore groupDays = new GroupDayStore(database);
    Groups groups = new Groups(groupStore, groupDays, members, streaks, once);
    GroupScores groupScores = new GroupScores(groupStore, groupDays, members, streaks, database);
    groupStandings =
        new GroupStandings(
            new GroupStandingStore(database),
            groupStore,
            groupChanges,
            groupScores,
            communities,
            database);
    rewards =
        new Rewards(
            new RewardStore(database),
            communities,
            members,
            streaks,
            connections,
            once,
            clock,
            background);
    Badges badges = new Badges(new BadgeStore(database), database);
    jobs = new JobQueue(database);
    StreakDerivation derivation = new StreakDerivation(streaks, members, jobs, database, clock);
    Leaderboards leaderboards =
        new Leaderboards(standings, streaks, derivation, groups, groupStandings, badges, database);
    announcementStore = new OutboxStore(database);
    Outbox announcements = new Outbox(announcementStore, jobs, database);
    MilestoneStore milestoneStore = new MilestoneStore(database);
    MilestoneAnnouncements milestoneAnnouncements =
        new MilestoneAnnouncements(
            milestoneStore, announcements, jobs, communities, database, clock);
    Milestones milestones = new Milestones(milestoneStore, milestoneAnnouncements, audit, once);
    RaceStore raceStore = new RaceStore(database);
    List<DayListener> dayListeners =
        List.of(
            groupScores,
            leaderboards,
            rewards,
            milestones,
            new LastMoments(raceStore, groupScores, communities, database, clock));
    DailyPosts dailyPosts =
        new DailyPosts(new DailyStore(database), communities, announcements, jobs, once);
    StudyRecord studied = new StudyRecord(new StudyRecordStore(database), dailyPosts, database);
    checkIns = new CheckIns(checkInStore, members, streaks, studied, dayListeners, database);
    Reviews reviews =
        new Reviews(catalog, new ReviewStore(database), studied, checkIns, members, database);
    Corrections corrections =
        new Corrections(checkInStore, members, streaks, audit, dayListeners, once);
    Policies policies = new Policies(communities, derivation, groups, audit, once);
    Journeys journeys = new Journeys(new JourneyStore(database), communities, once);

    departureScan =
        new DepartureScan(connections, communities, members, new SweepTurns(database), clock);
    outageTracker =
        new OutageTracker(
            new OutageStore(database), communities, members, streaks, groupScores, database);

    Notifier notifier = new DirectNotifier(members, connections, background);
    Paths paths =
        new Paths(catalog, new PathStore(database), studied, journeys, notifier, database);

    Suggestions suggestions =
        new Suggestions(new SuggestionStore(database), audit, announcements, once);
    Discussions discussions =
        new Discussions(new DiscussionStore(database), catalog, journeys, suggestions, audit, once);
    DailyContent dailyContent =
        new DailyContent(catalog, journeys, checkIns, studied, suggestions, discussions);
    DailyPost dailyPost =
        new DailyPost(
            DailyKind.TOPIC, dailyPosts, dailyContent, announcements, jobs, database, clock);
    DailyPost questionPost =
        new DailyPost(
            DailyKind.QUESTION, dailyPosts, dailyContent, announcements, jobs, database, clock);
    WeeklyPost weeklyPost =
        new WeeklyPost(
            dailyPosts,
            members,
            streaks,
            groupScores,
            journeys,
            discussions,
            catalog,
            announcements,
            jobs,
            database,
            clock);
    Reminders reminders =
        new Reminders(new ReminderStore(database), members, streaks, announcements, jobs, once);
    ReminderPost reminderPost =
        new ReminderPost(reminders, streaks, reviews, announcements, database, clock);
    Buddies buddies =
        new Buddies(
            new BuddyStore(database),
            communities,
            members,
            streaks,
            checkIns,
            reminders,
            announcements,
            jobs,
            once);
    BuddyMessages buddyMessages = new BuddyMessages(buddies, streaks, database, clock);
    DirectTopics directTopics =
        new DirectTopics(
            catalog,
            new DirectTopicStore(database),
            members,
            streaks,
            paths,
            journeys,
            announcements,
            jobs,
            database,
            clock);
    PostStore postStore = new PostStore(database);
    Posts posts = new Posts(postStore, members, streaks, checkIns, List.of(milestones), database);
    home =
        new HomeCard(
            catalog,
            members,
            journeys,
            streaks,
            pictures,
            groups,
            groupScores,
            posts,
            reviews,
            badges);
    Feeds feeds =
        new Feeds(
            new FeedStore(database),
            new FeedReader(new FeedFetcher()),
            posts,
            members,
            communities,
            notifier,
            jobs,
            once,
            clock);
    myData =
        new MyData(
            new MyDataStore(database),
            communities,
            members,
            groups,
            posts,
            rewards,
            audit,
            once,
            clock);
    recomputation =
        new Recomputation(
            communities, members, streaks, leaderboards, groupStandings, posts, reviews, database);
    QuizStore quizStore = new QuizStore(database);
    Quizzes quizzes = new Quizzes(catalog, quizStore, announcements, audit, communities, database);
    Races races =
        new Races(
            raceStore,
            groupScores,
            groups,
            communities,
            members,
            announcements,
            jobs,
            audit,
            connections,
            database,
            once,
            clock);
    List<MessageComposer> composers =
        List.of(
            new RaceComposer(races, communities, pictures, clock),
            new QuizRoundResult(quizzes, quizStore, communities, members),
            dailyPost,
            questionPost,
            weeklyPost,
            reminderPost,
            directTopics,
            buddyMessages,
            suggestions,
            new MilestoneComposer(
                milestones,
                communities,
                members,
                member -> posts.first(member).map(BlogCommands::link),
                pictures),
            new MilestoneDigestComposer(milestones, communities),
            new DecisionComposer(milestones, communities, clock),
            new DecisionDigestComposer(milestones, communities));
    dispatch =
        new OutboxSender(announcementStore, composers, connections, jobs, database, clock, name);
    DailyTally dailyTally = new DailyTally(dailyPosts, dailyPost, connections, jobs, clock);
    OutboxUpdate update =
        new OutboxUpdate(announcementStore, composers, connections, jobs, database, clock);
    works =
        List.of(
            dispatch,
            update,
            dailyPost,
            questionPost,
            dailyTally,
            weeklyPost,
            reminderPost,
            directTopics,
            buddyMessages,
            feeds,
            races,
            milestoneAnnouncements,
            derivation);

    CheckAnswers checkAnswers = new CheckAnswers(new CheckAnswerStore(database), database);

    List<Command> commands = new ArrayList<>();
    commands.add(
        new TopicCommand(catalog, journeys, members, reviews::due, paths, directTopics).command());
    commands.add(
        new DoneCommand(
                catalog, checkIns, members, paths, new OutlookStore(database), reminders, buddies)
            .command());
    commands.add(
        new ProgressCommand(catalog, studied, checkIns, members, pictures, paths).command());
    commands.add(new PathCommand(catalog, paths, members).command());
    commands.add(new ReviewCommand(catalog, reviews, members, pictures).command());
    commands.add(
        new ReviewExportCommand(new ReviewLogExport(database, new SecureRandom()), members, audit)
            .command());
    commands.add(new StreakCommand(streaks, members, pictures, badges).command());
    commands.add(new PauseCommand(streaks, members).command());
    commands.add(new SettingsCommand(members, streaks, reminders, once, clock).command());
    commands.addAll(new GroupCommands(groups, groupScores, members, communities).commands());
    commands.add(
        new WrappedCommand(
                catalog,
                streaks,
                checkIns,
                studied,
                journeys,
                new WrappedStore(database),
                members,
                pictures)
            .command());
    commands.addAll(new RaceCommands(races, members, pictures).commands());
    commands.addAll(new BuddyCommands(buddies, members).commands());
    commands.add(new LeaderboardCommand(leaderboards, members, pictures).command());
    NearRoles near = new NearRoles(catalog, studied);
    commands.add(
        new RoleCommand(catalog, invocation -> near.of(members.request(invocation))).command());
    commands.add(
        new RoadmapCommand(
                catalog,
                invocation -> {
                  Member member = members.request(invocation).member();
                  return new RoadmapMarks(
                      studied.firstStudied(member),
                      paths.leftOut(member),
                      member.days().today(invocation.at()));
                })
            .command());
    commands.add(new CertificationCommand(catalog).command());
    commands.add(new ResourceCommand(catalog).command());
    commands.add(new TermCommand(catalog).command());
    commands.add(new SearchCommand(catalog).command());
    commands.add(new CheckCommand(catalog, checkAnswers, journeys, members).command());
    commands.add(new QuizCommand(quizzes, members).command());
    PostStrikes strikes = new PostStrikes(posts, postStore, members, audit, once);
    commands.addAll(new BlogCommands(posts, strikes, members, notifier).commands());
    commands.add(new FeedCommand(feeds, members).command());
    commands.addAll(
        new MilestoneCommands(
                milestones, new MilestonePreview(posts, streaks, members, database), members)
            .commands());
    commands.addAll(new JourneyCommands(journeys, members, catalog, audit).commands());
    commands.addAll(
        new DailyCommands(dailyPosts, dailyContent, members, connections, audit, clock).commands());
    commands.addAll(new SuggestionCommands(suggestions, members).commands());
    commands.addAll(new DiscussionCommands(discussions, members, notifier).commands());
    commands.add(new SnoozeCommand(reminders, members).command());
    commands.add(new MemberZoneCommand(members, streaks, audit, notifier, once, clock).command());
    commands.addAll(new CorrectionCommands(corrections, members, notifier).commands());
    commands.addAll(new PolicyCommands(policies, members, clock).commands());
    commands.addAll(new MyDataCommands(myData, members).commands());
    commands.add(new SetupCommand(this::registry).command());
    commands.add(new DoctorCommand(connections, dailyPosts).command());
    commands.addAll(new RewardCommands(rewards, connections, members, audit).commands());
    Undos undos =
        new Undos(
            auditStore,
            List.of(
                new CorrectionUndo(checkInStore, members, streaks, dayListeners),
                strikes,
                policies,
                new JourneyUndo(journeys),
                new DailyUndo(dailyPosts),
                new MilestoneUndo(milestones).ofDecisions(),
                new MilestoneUndo(milestones).ofRules(),
                new RewardUndo(rewards),
                new MemberZoneUndo(members, streaks),
                myData),
            notifier,
            once);
    commands.add(new AuditCommand(audit, undos, members).command());
    commands.add(
        new LinkCommand(
                new LinkStore(database),
                communities,
                members,
                streaks,
                derivation,
                groups,
                dailyPosts,
                audit,
                dayListeners,
                new LinkParticipants(
                    List.of(milestones),
                    List.of(
                        posts,
                        feeds,
                        reminders,
                        directTopics,
                        buddies,
                        LinkParticipant.sharing(suggestions::share),
                        LinkParticipant.sharing(discussions::share),
                        LinkParticipant.sharing(checkAnswers::share),
                        LinkParticipant.sharing(studied::share),
                        LinkParticipant.sharing(reviews::share),
                        LinkParticipant.sharing(quizzes::share))),
                new SecureRandom(),
                once)
            .command());
    commands.add(new HelpCommand(this::registry).command());

    router =
        new CommandRouter(
            new CommandRegistry(commands.stream().map(Idempotence::once).map(hold::held).toList()),
            rateLimit,
            observer,
            new DatabaseCommits(database));
    dialogue = new Dialogue(router);
  }

  private CommandRegistry registry() {
    return router.registry();
  }

  /** The pictures of all answers. */
  public Pictures pictures() {
    return pictures;
  }

  /** Is told when platforms are in reach. */
  public OutageTracker outageTracker() {
    return outageTracker;
  }

  /** Derives ahead how groups stand, where that has changed or soon runs out. */
  public void renewGroupStandings() {
    groupStandings.renew(clock.instant());
  }

  /** When somebody last checked in at a place. */
  public Optional<Instant> newestCheckIn(Platform platform, String place) {
    return communities.find(new Place(platform, place)).flatMap(checkIns::newest);
  }

  /** The time zone that a member has set, as opposed to the community's. */
  public Optional<ZoneId> ownZone(Account account) {
    return members.ownZone(account);
  }

  /** Answers whatever members do. */
  public Dialogue dialogue() {
    return dialogue;
  }

  /** Who leaves: to be noted now and then. */
  public DepartureScan departureScan() {
    return departureScan;
  }

  /** Divides Discord's shards among processes; empty where no other can have the database open. */
  Optional<ShardLeases> shardLeases() {
    return database.isExclusive()
        ? Optional.empty()
        : Optional.of(new ShardLeaseStore(database, name));
  }

  /** What is to be done later. */
  JobQueue jobs() {
    return jobs;
  }

  /** What is said without being asked. */
  OutboxStore announcements() {
    return announcementStore;
  }

  /** Derives anew what is kept for speed. */
  public Recomputation recomputation() {
    return recomputation;
  }

  /** Deletes what is kept about whoever left long ago: to be done now and then. */
  public MyData myData() {
    return myData;
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
  public JobScheduler schedule() {
    takeOver();
    return new JobScheduler(database.dataSource(), database.isExclusive(), works, clock, name);
  }

  /**
   * What happens without being asked, one thing at a time on a clock that jumps: run it through the
   * instant that the clock is moved to. Not beside a {@link #schedule}.
   */
  public SteppedJobRunner stepper(SteppedJobRunner.SteppedClock stepped) {
    takeOver();
    return new SteppedJobRunner(jobs, works, stepped);
  }

  /**
   * Waits for what nobody waited for, and begins nothing of the kind any more: before the platforms
   * and the database are closed.
   */
  @Override
  public void close() {
    background.shutdown();
    try {
      if (!background.awaitTermination(LAST_MESSAGES.toMillis(), TimeUnit.MILLISECONDS)) {
        background.shutdownNow();
      }
    } catch (InterruptedException hurry) {
      Thread.currentThread().interrupt();
    }
  }

  /** Goes on at once with what an earlier process was at, where it must be gone. */
  private void takeOver() {
    if (database.isExclusive()) {
      database.transaction(() -> {
        jobs.endClaims();
        dispatch.takeOver();
      });
    }
  }
}
