package dev.cairn.feature;

import dev.cairn.TestConversation;
import dev.cairn.TestTalk;
import dev.cairn.chat.ChannelRef;
import dev.cairn.chat.Platform;
import dev.cairn.chat.reply.Reply;
import dev.cairn.command.Command;
import dev.cairn.command.CommandObserver;
import dev.cairn.command.CommandRegistry;
import dev.cairn.command.CommandRouter;
import dev.cairn.command.Dialogue;
import dev.cairn.connection.Connections;
import dev.cairn.connection.MessageSender;
import dev.cairn.database.CorrectionRows;
import dev.cairn.database.Database;
import dev.cairn.domain.streak.Streak;
import dev.cairn.feature.audit.AuditLog;
import dev.cairn.feature.audit.AuditStore;
import dev.cairn.feature.badge.BadgeStore;
import dev.cairn.feature.badge.Badges;
import dev.cairn.feature.blog.BlogCommands;
import dev.cairn.feature.blog.PostStore;
import dev.cairn.feature.blog.PostStrikes;
import dev.cairn.feature.blog.Posts;
import dev.cairn.feature.buddy.Buddies;
import dev.cairn.feature.buddy.BuddyStore;
import dev.cairn.feature.checkin.CheckInStore;
import dev.cairn.feature.checkin.CheckIns;
import dev.cairn.feature.checkin.CorrectionCommands;
import dev.cairn.feature.checkin.Corrections;
import dev.cairn.feature.checkin.DayListener;
import dev.cairn.feature.community.Communities;
import dev.cairn.feature.community.Community;
import dev.cairn.feature.community.CommunityStore;
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
import dev.cairn.feature.journey.JourneyStore;
import dev.cairn.feature.journey.Journeys;
import dev.cairn.feature.leaderboard.LeaderboardCommand;
import dev.cairn.feature.leaderboard.LeaderboardStore;
import dev.cairn.feature.leaderboard.Leaderboards;
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
import dev.cairn.feature.milestone.Milestones;
import dev.cairn.feature.outage.OutageStore;
import dev.cairn.feature.outage.OutageTracker;
import dev.cairn.feature.outbox.MessageComposer;
import dev.cairn.feature.outbox.Outbox;
import dev.cairn.feature.outbox.OutboxSender;
import dev.cairn.feature.outbox.OutboxStore;
import dev.cairn.feature.outbox.OutboxUpdate;
import dev.cairn.feature.path.PathStore;
import dev.cairn.feature.path.Paths;
import dev.cairn.feature.reminder.ReminderStore;
import dev.cairn.feature.reminder.Reminders;
import dev.cairn.feature.settings.SettingsCommand;
import dev.cairn.feature.streak.HistoryStore;
import dev.cairn.feature.streak.PauseCommand;
import dev.cairn.feature.streak.StreakCommand;
import dev.cairn.feature.streak.StreakDerivation;
import dev.cairn.feature.streak.StreakStore;
import dev.cairn.feature.streak.Streaks;
import dev.cairn.feature.study.StudyListener;
import dev.cairn.feature.study.StudyRecord;
import dev.cairn.feature.study.StudyRecordStore;
import dev.cairn.jobs.JobHandler;
import dev.cairn.jobs.JobQueue;
import dev.cairn.jobs.JobQueue.Due;
import dev.cairn.platform.local.LocalCommunity;
import dev.cairn.platform.local.LocalConversation;
import dev.cairn.platform.local.LocalMember;
import dev.cairn.platform.local.Turn;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A community of some of Cairn's parts, which can be reached: its members talk, its clock is set by
 * the test, what falls due is run when the test says so, what is sent is kept to be looked at, and
 * facts can be corrected as a moderator's tools do. {@link TestConversation} is the whole of Cairn.
 */
public final class TestCommunity implements TestTalk {
  /** A channel that takes nothing. */
  public static final String ARCHIVED = "archived";

  public final Database database;
  public final Communities communities;
  public final Members members;
  public final Streaks streaks;
  public final CheckIns checkIns;
  public final Groups groups;
  public final GroupScores scores;
  public final GroupStandings groupStandings;
  public final GroupStore groupStore;
  public final Leaderboards leaderboards;
  public final StreakDerivation derivation;
  public final OutageTracker outageTracker;
  public final Posts posts;
  public final Milestones milestones;
  public final MilestoneAnnouncements announcements;

  /** What was posted in channels, in order. */
  public final List<MessageSender.OutgoingMessage> posted = new ArrayList<>();

  /** Done when something was posted, before anybody hears of it. */
  public Runnable whenPosted = () -> {};

  /** What was posted and says something else now, each time, in order. */
  public final List<Reply.Card> edited = new ArrayList<>();

  /** What members were told in private, in order. */
  public final List<Reply.Card> told = new ArrayList<>();

  private final LocalConversation conversation;
  private final List<DayListener> listeners;
  private final Map<String, JobHandler> works;
  private final JobQueue jobs;
  private Instant now = Instant.parse("2026-03-02T09:00:00Z");

  /** Fetches nothing. */
  public TestCommunity(Database database) {
    this(database, new FeedFetcher());
  }

  public TestCommunity(Database database, FeedFetcher fetcher) {
    this(database, fetcher, "lab");
  }

  /** Of another name. */
  public TestCommunity(Database database, FeedFetcher fetcher, String name) {
    this.database = database;
    jobs = new JobQueue(database);
    communities = new Communities(new CommunityStore(database), database);
    LeaderboardStore standings = new LeaderboardStore(database);
    GroupChangeStore groupChanges = new GroupChangeStore(database);
    Consumer<Member> memberChanged =
        member -> {
          standings.refresh(member);
          groupChanges.note(member);
        };
    members = new Members(communities, new MemberStore(database), memberChanged::accept, database);
    streaks =
        new Streaks(
            new StreakStore(database),
            new HistoryStore(database),
            members,
            memberChanged::accept,
            database);
    AuditLog audit = new AuditLog(new AuditStore(database), database);
    groupStore = new GroupStore(database);
    GroupDayStore groupDays = new GroupDayStore(database);
    groups = new Groups(groupStore, groupDays, members, streaks, database);
    scores = new GroupScores(groupStore, groupDays, members, streaks, database);
    groupStandings =
        new GroupStandings(
            new GroupStandingStore(database),
            groupStore,
            groupChanges,
            scores,
            communities,
            database);
    Badges badges = new Badges(new BadgeStore(database), database);
    derivation = new StreakDerivation(streaks, members, jobs, database, () -> now);
    leaderboards =
        new Leaderboards(standings, streaks, derivation, groups, groupStandings, badges, database);
    outageTracker =
        new OutageTracker(
            new OutageStore(database), communities, members, streaks, scores, database);
    OutboxStore announced = new OutboxStore(database);
    Outbox outbox = new Outbox(announced, jobs, database);
    MilestoneStore milestoneStore = new MilestoneStore(database);
    announcements =
        new MilestoneAnnouncements(milestoneStore, outbox, jobs, communities, database, () -> now);
    milestones = new Milestones(milestoneStore, announcements, audit, database);
    listeners = List.of(scores, leaderboards, milestones);
    CheckInStore checkInStore = new CheckInStore(database);
    StudyRecord studied =
        new StudyRecord(new StudyRecordStore(database), StudyListener.NONE, database);
    checkIns = new CheckIns(checkInStore, members, streaks, studied, listeners, database);
    PostStore postStore = new PostStore(database);
    posts = new Posts(postStore, members, streaks, checkIns, List.of(milestones), database);
    Notifier notifier = (member, card) -> told.add(card);
    Feeds feeds =
        new Feeds(
            new FeedStore(database),
            new FeedReader(fetcher),
            posts,
            members,
            communities,
            notifier,
            jobs,
            database,
            () -> now);
    works = works(announced, feeds);
    Paths paths =
        new Paths(
            TestConversation.CATALOG,
            new PathStore(database),
            studied,
            new Journeys(new JourneyStore(database), communities, database),
            notifier,
            database);
    Reminders reminders =
        new Reminders(new ReminderStore(database), members, streaks, outbox, jobs, database);
    Pictures pictures = new Pictures();
    List<Command> commands = new ArrayList<>();
    commands.add(
        new DoneCommand(
                TestConversation.CATALOG,
                checkIns,
                members,
                paths,
                new OutlookStore(database),
                reminders,
                new Buddies(
                    new BuddyStore(database),
                    communities,
                    members,
                    streaks,
                    checkIns,
                    reminders,
                    outbox,
                    jobs,
                    database))
            .command());
    commands.add(new PauseCommand(streaks, members).command());
    commands.add(new StreakCommand(streaks, members, pictures, badges).command());
    commands.add(new SettingsCommand(members, streaks, reminders, database, () -> now).command());
    commands.addAll(new GroupCommands(groups, scores, members, communities).commands());
    commands.add(new LeaderboardCommand(leaderboards, members, pictures).command());
    commands.addAll(
        new CorrectionCommands(
                new Corrections(checkInStore, members, streaks, audit, listeners, database),
                members,
                notifier)
            .commands());
    commands.addAll(
        new BlogCommands(
                posts,
                new PostStrikes(posts, postStore, members, audit, database),
                members,
                notifier)
            .commands());
    commands.add(new FeedCommand(feeds, members).command());
    commands.addAll(
        new MilestoneCommands(
                milestones, new MilestonePreview(posts, streaks, members, database), members)
            .commands());
    CommandRouter router =
        new CommandRouter(new CommandRegistry(commands), Optional.empty(), CommandObserver.NONE);
    conversation = new LocalConversation(new Dialogue(router), LocalCommunity.open(name));
  }

  private Map<String, JobHandler> works(OutboxStore announced, Feeds feeds) {
    Connections senders = new Connections();
    senders.connect(new Channels());
    List<MessageComposer> composers =
        List.of(
            new MilestoneComposer(
                milestones,
                communities,
                members,
                member -> posts.first(member).map(BlogCommands::link),
                new Pictures()),
            new MilestoneDigestComposer(milestones, communities),
            new DecisionComposer(milestones, communities, () -> now),
            new DecisionDigestComposer(milestones, communities));
    OutboxSender dispatch =
        new OutboxSender(announced, composers, senders, jobs, database, () -> now, "test");
    OutboxUpdate update =
        new OutboxUpdate(announced, composers, senders, jobs, database, () -> now);
    return Stream.of(feeds, dispatch, update, announcements, derivation)
        .collect(Collectors.toMap(JobHandler::kind, work -> work));
  }

  /** Keeps what is sent instead of showing it. */
  private final class Channels implements MessageSender {
    @Override
    public Platform platform() {
      return Platform.LOCAL;
    }

    @Override
    public Delivery send(OutgoingMessage message) {
      if (message.address() instanceof Address.Channel(ChannelRef to)
          && to.channel().equals(ARCHIVED)) {
        return new Delivery.Undeliverable("#" + to.channel() + " is archived", false);
      }
      posted.add(message);
      whenPosted.run();
      return new Delivery.Sent(message.nonce());
    }

    @Override
    public Delivery edit(OutgoingMessage message, String messageId) {
      edited.add(message.card());
      return new Delivery.Sent(messageId);
    }

    @Override
    public Search find(Address address, String nonce, Window tried) {
      return Search.of(
          posted.stream()
              .filter(message -> message.nonce().equals(nonce))
              .map(message -> new Delivery.Sent(nonce))
              .findFirst());
    }
  }

  /** Runs what falls due until now, in order. */
  public void runDue() {
    for (Optional<Due> due = jobs.next(now); due.isPresent(); due = jobs.next(now)) {
      JobQueue.Entry next = due.get().entry();
      jobs.remove(next);
      try {
        Objects.requireNonNull(works.get(next.job().kind())).run(next.job(), next.planned());
      } catch (Error killed) {
        // Whoever is killed leaves it planned.
        jobs.plan(next.job(), next.planned());
        throw killed;
      }
    }
  }

  /** Lets time pass, and runs what falls due meanwhile, each at its instant. */
  public TestCommunity after(Duration duration) {
    Instant until = now.plus(duration);
    for (Optional<Due> due = jobs.next(until); due.isPresent(); due = jobs.next(until)) {
      now = due.get().at().isAfter(now) ? due.get().at() : now;
      runDue();
    }
    now = until;
    return this;
  }

  @Override
  public LocalConversation conversation() {
    return conversation;
  }

  @Override
  public Instant now() {
    return now;
  }

  /** Moves the clock, and runs nothing. */
  public TestCommunity at(Instant instant) {
    now = instant;
    return this;
  }

  /** Moves the clock, and runs nothing. */
  public TestCommunity at(String instant) {
    return at(Instant.parse(instant));
  }

  /** A moderator says something. */
  public Turn moderate(String text) {
    return moderate("mod", text);
  }

  /** A member, met now at the latest. */
  public Member member(String name) {
    return members.findOrCreate(conversation.caller(LocalMember.named(name)), now);
  }

  /** The community itself, as it stands now. */
  public Community community() {
    return communities.of(conversation.caller(LocalMember.named("somebody")), now);
  }

  /** The facts of the reply to what a moderator says. */
  public Map<String, @Nullable Object> moderatorFacts(String text) {
    return moderate(text).reply().facts().values();
  }

  /** A member adds so many posts that they have not added before. */
  public void write(String member, int from, int until) {
    for (int post = from; post <= until; post++) {
      say(member, "/blog add https://" + member + ".example/" + post);
    }
  }

  /** The milestones as {@code whose kind threshold state}, in the order of the list. */
  public List<String> reached() {
    return milestones.all(member("asha").community()).stream()
        .map(milestone ->
            "%s %s %d %s"
                .formatted(
                    milestone.whose(), milestone.kind(), milestone.threshold(), milestone.state()))
        .collect(Collectors.toList());
  }

  /** A moderator grants a check-in. */
  public void grant(Member member, LocalDate day) {
    correct(member, day, 1, CorrectionRows::grant);
  }

  /** A moderator revokes a check-in. */
  public void revoke(Member member, LocalDate day) {
    correct(member, day, -1, CorrectionRows::revoke);
  }

  private void correct(Member member, LocalDate day, int change, Correction correction) {
    database.transaction(() -> {
      members.lock(member);
      Streak before = streaks.of(member, now);
      if (correction.make(database, member, day)) {
        Streaks.Change streak = new Streaks.Change(before, streaks.refresh(member, day, now));
        listeners.forEach(each -> each.dayChanged(member, day, change, streak, now));
      }
    });
  }

  /** Changes a fact, and tells whether it was not so already. */
  private interface Correction {
    boolean make(Database database, Member member, LocalDate day);
  }

  /** A moderator excuses a day. */
  public void excuse(Member member, LocalDate day) {
    database.transaction(() -> {
      members.lock(member);
      if (CorrectionRows.excuse(database, member, day)) {
        streaks.refresh(member, day, now);
        scores.factChanged(member, day, now);
      }
    });
  }

  /** It comes to be known that the community was cut off. */
  public void cutOff(Instant from, Instant until) {
    database.transaction(() -> {
      outageTracker.reached(Platform.LOCAL, from);
      outageTracker.reached(Platform.LOCAL, until);
    });
  }
}
