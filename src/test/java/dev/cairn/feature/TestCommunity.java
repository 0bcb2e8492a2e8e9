package dev.cairn.feature;

import dev.cairn.TestConversation;
import dev.cairn.chat.Platform;
import dev.cairn.chat.reply.PlainText;
import dev.cairn.command.Command;
import dev.cairn.command.CommandObserver;
import dev.cairn.command.CommandRegistry;
import dev.cairn.command.CommandRouter;
import dev.cairn.command.Dialogue;
import dev.cairn.connection.Connections;
import dev.cairn.database.CorrectionRows;
import dev.cairn.database.Database;
import dev.cairn.domain.streak.Streak;
import dev.cairn.feature.badge.BadgeStore;
import dev.cairn.feature.badge.Badges;
import dev.cairn.feature.checkin.CheckInStore;
import dev.cairn.feature.checkin.CheckIns;
import dev.cairn.feature.checkin.DayListener;
import dev.cairn.feature.community.Communities;
import dev.cairn.feature.community.Community;
import dev.cairn.feature.community.CommunityStore;
import dev.cairn.feature.done.DoneCommand;
import dev.cairn.feature.done.OutlookStore;
import dev.cairn.feature.group.GroupCommands;
import dev.cairn.feature.group.GroupDayStore;
import dev.cairn.feature.group.GroupScores;
import dev.cairn.feature.group.GroupStore;
import dev.cairn.feature.group.Groups;
import dev.cairn.feature.journey.JourneyStore;
import dev.cairn.feature.journey.Journeys;
import dev.cairn.feature.leaderboard.LeaderboardCommand;
import dev.cairn.feature.leaderboard.LeaderboardStore;
import dev.cairn.feature.leaderboard.Leaderboards;
import dev.cairn.feature.member.DirectNotifier;
import dev.cairn.feature.member.Member;
import dev.cairn.feature.member.MemberStore;
import dev.cairn.feature.member.Members;
import dev.cairn.feature.outage.OutageStore;
import dev.cairn.feature.outage.OutageTracker;
import dev.cairn.feature.outbox.Outbox;
import dev.cairn.feature.outbox.OutboxStore;
import dev.cairn.feature.path.PathStore;
import dev.cairn.feature.path.Paths;
import dev.cairn.feature.reminder.ReminderStore;
import dev.cairn.feature.reminder.Reminders;
import dev.cairn.feature.settings.SettingsCommand;
import dev.cairn.feature.streak.HistoryStore;
import dev.cairn.feature.streak.PauseCommand;
import dev.cairn.feature.streak.StreakCommand;
import dev.cairn.feature.streak.StreakStore;
import dev.cairn.feature.streak.Streaks;
import dev.cairn.feature.study.StudyListener;
import dev.cairn.feature.study.StudyRecord;
import dev.cairn.feature.study.StudyRecordStore;
import dev.cairn.jobs.JobQueue;
import dev.cairn.platform.local.LocalCommunity;
import dev.cairn.platform.local.LocalConversation;
import dev.cairn.platform.local.LocalMember;
import dev.cairn.platform.local.Occasion;
import dev.cairn.platform.local.Turn;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A community that studies and races, on a clock that the test sets: its members talk, its parts
 * can be reached, and facts can be corrected as a moderator's tools do.
 */
public final class TestCommunity {
  public final Database database;
  public final Members members;
  public final Streaks streaks;
  public final CheckIns checkIns;
  public final Groups groups;
  public final GroupScores scores;
  public final GroupStore groupStore;
  public final Leaderboards leaderboards;
  public final OutageTracker outageTracker;
  private final Communities communities;
  private final LocalConversation conversation;
  private final List<DayListener> listeners;
  private Instant now = Instant.parse("2026-03-02T09:00:00Z");

  public TestCommunity(Database database) {
    this.database = database;
    communities = new Communities(new CommunityStore(database), database);
    members = new Members(communities, new MemberStore(database), database);
    streaks = new Streaks(new StreakStore(database), new HistoryStore(database), members, database);
    groupStore = new GroupStore(database);
    GroupDayStore groupDays = new GroupDayStore(database);
    groups = new Groups(groupStore, groupDays, members, streaks, database);
    scores = new GroupScores(groupStore, groupDays, members, streaks, database);
    leaderboards = new Leaderboards(new LeaderboardStore(database), groups, scores, database);
    outageTracker =
        new OutageTracker(
            new OutageStore(database), communities, members, streaks, scores, database);
    listeners = List.of(scores, leaderboards);
    StudyRecord studied =
        new StudyRecord(new StudyRecordStore(database), StudyListener.NONE, database);
    checkIns =
        new CheckIns(new CheckInStore(database), members, streaks, studied, listeners, database);
    List<Command> commands = new ArrayList<>();
    Paths paths =
        new Paths(
            TestConversation.CATALOG,
            new PathStore(database),
            studied,
            new Journeys(new JourneyStore(database), database),
            new DirectNotifier(members, new Connections(), Runnable::run),
            database);
    JobQueue jobs = new JobQueue(database);
    Reminders reminders =
        new Reminders(
            new ReminderStore(database),
            communities,
            members,
            streaks,
            new Outbox(new OutboxStore(database), jobs, database),
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
    commands.add(new PauseCommand(streaks, members).command());
    commands.add(
        new StreakCommand(
                streaks, members, new Pictures(), new Badges(new BadgeStore(database), database))
            .command());
    commands.add(new SettingsCommand(members, streaks, reminders, database, () -> now).command());
    commands.addAll(new GroupCommands(groups, scores, members, communities).commands());
    commands.add(new LeaderboardCommand(leaderboards, members, new Pictures()).command());
    CommandRouter router =
        new CommandRouter(new CommandRegistry(commands), Optional.empty(), CommandObserver.NONE);
    conversation = new LocalConversation(new Dialogue(router), LocalCommunity.open("lab"));
  }

  /** What the clock shows. */
  public Instant now() {
    return now;
  }

  /** Moves the clock. */
  public TestCommunity at(Instant instant) {
    now = instant;
    return this;
  }

  /** Moves the clock. */
  public TestCommunity at(String instant) {
    return at(Instant.parse(instant));
  }

  /** A member says something. */
  public Turn say(String member, String text) {
    return conversation.say(LocalMember.named(member), text, now, Occasion.newId());
  }

  /** A member presses a button of their newest reply. */
  public Turn press(String member, String action) {
    return conversation.press(LocalMember.named(member), action, now, Occasion.newId());
  }

  /** The reply to what a member says, as plain text. */
  public String text(String member, String text) {
    return PlainText.of(say(member, text).reply());
  }

  /** The facts of the reply to what a member says. */
  public Map<String, @Nullable Object> facts(String member, String text) {
    return say(member, text).reply().facts().values();
  }

  /** A member, met now at the latest. */
  public Member member(String name) {
    return members.findOrCreate(conversation.caller(LocalMember.named(name)), now);
  }

  /** The community itself, as it stands now. */
  public Community community() {
    return communities.of(conversation.caller(LocalMember.named("somebody")), now);
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
