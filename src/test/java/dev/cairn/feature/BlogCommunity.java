package dev.cairn.feature;

import dev.cairn.TestConversation;
import dev.cairn.chat.Platform;
import dev.cairn.chat.reply.PlainText;
import dev.cairn.chat.reply.Reply;
import dev.cairn.command.Command;
import dev.cairn.command.CommandObserver;
import dev.cairn.command.CommandRegistry;
import dev.cairn.command.CommandRouter;
import dev.cairn.command.Dialogue;
import dev.cairn.connection.Connections;
import dev.cairn.connection.MessageSender;
import dev.cairn.database.Database;
import dev.cairn.feature.audit.AuditLog;
import dev.cairn.feature.audit.AuditStore;
import dev.cairn.feature.badge.BadgeStore;
import dev.cairn.feature.badge.Badges;
import dev.cairn.feature.blog.BlogCommands;
import dev.cairn.feature.blog.PostStore;
import dev.cairn.feature.blog.PostStrikes;
import dev.cairn.feature.blog.Posts;
import dev.cairn.feature.checkin.CheckInStore;
import dev.cairn.feature.checkin.CheckIns;
import dev.cairn.feature.checkin.CorrectionCommands;
import dev.cairn.feature.checkin.Corrections;
import dev.cairn.feature.checkin.DayListener;
import dev.cairn.feature.community.Communities;
import dev.cairn.feature.community.CommunityStore;
import dev.cairn.feature.done.DoneCommand;
import dev.cairn.feature.done.OutlookStore;
import dev.cairn.feature.feed.FeedCommand;
import dev.cairn.feature.feed.FeedFetcher;
import dev.cairn.feature.feed.FeedReader;
import dev.cairn.feature.feed.FeedStore;
import dev.cairn.feature.feed.Feeds;
import dev.cairn.feature.journey.JourneyStore;
import dev.cairn.feature.journey.Journeys;
import dev.cairn.feature.member.Member;
import dev.cairn.feature.member.MemberStore;
import dev.cairn.feature.member.Members;
import dev.cairn.feature.member.Notifier;
import dev.cairn.feature.milestone.DecisionComposer;
import dev.cairn.feature.milestone.MilestoneCommands;
import dev.cairn.feature.milestone.MilestoneComposer;
import dev.cairn.feature.milestone.MilestoneStore;
import dev.cairn.feature.milestone.Milestones;
import dev.cairn.feature.outbox.MessageComposer;
import dev.cairn.feature.outbox.Outbox;
import dev.cairn.feature.outbox.OutboxSender;
import dev.cairn.feature.outbox.OutboxStore;
import dev.cairn.feature.outbox.OutboxUpdate;
import dev.cairn.feature.path.PathStore;
import dev.cairn.feature.path.Paths;
import dev.cairn.feature.reminder.ReminderStore;
import dev.cairn.feature.reminder.Reminders;
import dev.cairn.feature.streak.HistoryStore;
import dev.cairn.feature.streak.StreakCommand;
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
import dev.cairn.platform.local.Occasion;
import dev.cairn.platform.local.Turn;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A community that writes: its members talk, its clock is set by the test, what falls due is run
 * when the test says so, and what is sent is kept to be looked at.
 */
public final class BlogCommunity {
  /** A channel that takes nothing. */
  public static final String ARCHIVED = "archived";

  public final Database database;
  public final Members members;
  public final Posts posts;
  public final Milestones milestones;

  /** What was posted in channels, in order. */
  public final List<MessageSender.OutgoingMessage> posted = new ArrayList<>();

  /** What members were told in private, in order. */
  public final List<Reply.Card> told = new ArrayList<>();

  private final LocalConversation conversation;
  private final Map<String, JobHandler> works;
  private final JobQueue jobs;
  private Instant now = Instant.parse("2026-01-01T09:00:00Z");

  /** Fetches nothing. */
  public BlogCommunity(Database database) {
    this(database, new FeedFetcher());
  }

  public BlogCommunity(Database database, FeedFetcher fetcher) {
    this(database, fetcher, "lab");
  }

  /** Of another name. */
  public BlogCommunity(Database database, FeedFetcher fetcher, String name) {
    this.database = database;
    jobs = new JobQueue(database);
    Communities communities = new Communities(new CommunityStore(database), database);
    members = new Members(communities, new MemberStore(database), database);
    Streaks streaks =
        new Streaks(new StreakStore(database), new HistoryStore(database), members, database);
    AuditLog audit = new AuditLog(new AuditStore(database), database);
    OutboxStore announced = new OutboxStore(database);
    milestones =
        new Milestones(
            new MilestoneStore(database), new Outbox(announced, jobs, database), audit, database);
    List<DayListener> listeners = List.of(milestones);
    CheckInStore checkInStore = new CheckInStore(database);
    StudyRecord studied =
        new StudyRecord(new StudyRecordStore(database), StudyListener.NONE, database);
    CheckIns checkIns = new CheckIns(checkInStore, members, streaks, studied, listeners, database);
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
            new DecisionComposer(milestones, communities));
    OutboxSender dispatch =
        new OutboxSender(announced, composers, senders, jobs, database, () -> now, "test");
    OutboxUpdate update =
        new OutboxUpdate(announced, composers, senders, jobs, database, () -> now);
    works = Map.of(feeds.kind(), feeds, dispatch.kind(), dispatch, update.kind(), update);
    List<Command> commands = new ArrayList<>();
    Paths paths =
        new Paths(
            TestConversation.CATALOG,
            new PathStore(database),
            studied,
            new Journeys(new JourneyStore(database), database),
            notifier,
            database);
    Reminders reminders =
        new Reminders(
            new ReminderStore(database),
            communities,
            members,
            streaks,
            new Outbox(announced, jobs, database),
            jobs,
            database);
    commands.add(
        new DoneCommand(
                TestConversation.CATALOG,
                checkIns,
                members,
                paths,
                new OutlookStore(database),
                reminders,
                (member, at) -> {})
            .command());
    commands.add(
        new StreakCommand(
                streaks, members, new Pictures(), new Badges(new BadgeStore(database), database))
            .command());
    commands.addAll(
        new CorrectionCommands(
                new Corrections(checkInStore, members, streaks, audit, listeners, database),
                members,
                notifier)
            .commands());
    commands.addAll(
        new BlogCommands(
                posts, new PostStrikes(posts, postStore, audit, database), members, notifier)
            .commands());
    commands.add(new FeedCommand(feeds, members).command());
    commands.addAll(new MilestoneCommands(milestones, members).commands());
    CommandRouter router =
        new CommandRouter(new CommandRegistry(commands), Optional.empty(), CommandObserver.NONE);
    conversation = new LocalConversation(new Dialogue(router), LocalCommunity.open(name));
  }

  /** Keeps what is sent instead of showing it. */
  private final class Channels implements MessageSender {
    @Override
    public Platform platform() {
      return Platform.LOCAL;
    }

    @Override
    public Delivery send(OutgoingMessage message) {
      if (message.address() instanceof Address.Channel(String place, String channel)
          && channel.equals(ARCHIVED)) {
        return new Delivery.Undeliverable("#" + channel + " is archived", false);
      }
      posted.add(message);
      return new Delivery.Sent(message.nonce());
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
      Objects.requireNonNull(works.get(next.job().kind())).run(next.job(), next.planned());
    }
  }

  /** Lets time pass, and runs what falls due meanwhile, each at its instant. */
  public BlogCommunity after(Duration duration) {
    Instant until = now.plus(duration);
    for (Optional<Due> due = jobs.next(until); due.isPresent(); due = jobs.next(until)) {
      now = due.get().at().isAfter(now) ? due.get().at() : now;
      runDue();
    }
    now = until;
    return this;
  }

  /** What the clock shows. */
  public Instant now() {
    return now;
  }

  /** Moves the clock, and runs nothing. */
  public BlogCommunity at(String instant) {
    now = Instant.parse(instant);
    return this;
  }

  /** A member, met now at the latest. */
  public Member member(String name) {
    return members.findOrCreate(conversation.caller(LocalMember.named(name)), now);
  }

  /** A member says something. */
  public Turn say(String member, String text) {
    return conversation.say(LocalMember.named(member), text, now, Occasion.newId());
  }

  /** A moderator says something. */
  public Turn moderate(String text) {
    return conversation.say(new LocalMember("mod", true), text, now, Occasion.newId());
  }

  /** The reply to what a member says, as plain text. */
  public String text(String member, String text) {
    return PlainText.of(say(member, text).reply());
  }

  /** The facts of the reply to what a member says. */
  public Map<String, @Nullable Object> facts(String member, String text) {
    return say(member, text).reply().facts().values();
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
}
