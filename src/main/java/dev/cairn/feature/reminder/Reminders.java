package dev.cairn.feature.reminder;

import dev.cairn.chat.Account;
import dev.cairn.chat.Place;
import dev.cairn.chat.Value;
import dev.cairn.chat.reply.Problem;
import dev.cairn.chat.reply.Refusal;
import dev.cairn.chat.reply.RichText;
import dev.cairn.database.Database;
import dev.cairn.domain.MemberId;
import dev.cairn.domain.day.ReminderTime;
import dev.cairn.domain.streak.Streak;
import dev.cairn.feature.member.LinkParticipant;
import dev.cairn.feature.member.Member;
import dev.cairn.feature.member.Members;
import dev.cairn.feature.outbox.Outbox;
import dev.cairn.feature.outbox.OutboxMessage;
import dev.cairn.feature.streak.Streaks;
import dev.cairn.jobs.JobKey;
import dev.cairn.jobs.JobQueue;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Who wants to be reminded, and when. */
public final class Reminders implements LinkParticipant {
  static final String KIND = "reminder";
  static final String BETWEEN = ":";

  private static final Duration SNOOZE = Duration.ofHours(1);
  private static final char AFTER_MEMBER = ' ';

  private final ReminderStore store;
  private final Members members;
  private final Streaks streaks;
  private final Outbox outbox;
  private final JobQueue jobs;
  private final Database database;

  public Reminders(
      ReminderStore store,
      Members members,
      Streaks streaks,
      Outbox outbox,
      JobQueue jobs,
      Database database) {
    this.store = store;
    this.members = members;
    this.streaks = streaks;
    this.outbox = outbox;
    this.jobs = jobs;
    this.database = database;
  }

  /** What a member asked for; empty where they are not to be reminded. */
  public Optional<Reminder> of(Member member) {
    return database.reading(() -> store.find(member));
  }

  /**
   * Reminds a member from now on.
   *
   * @param account where, in private
   * @param channel where they agree to be reminded when they take no private messages
   */
  public void remind(
      Member member,
      Account account,
      ReminderTime time,
      Value.@Nullable Channel channel,
      Instant now) {
    database.transaction(() -> {
      Reminder reminder = new Reminder(member, account, time, channel, now, null, null);
      store.save(reminder);
      planNext(reminder, now);
    });
  }

  /** Which reminder is the usual one of a study day. */
  public static String key(Member member, LocalDate day) {
    return member.id().value() + BETWEEN + day;
  }

  /**
   * The member has checked in on a day of which they had been reminded: the reminders say so from
   * now on.
   */
  public void overtaken(Member member, LocalDate day, Instant now) {
    String usual = key(member, day);
    outbox.update(member.community().id(), KIND, usual, now);
    Instant again = store.find(member).map(Reminder::snoozedUntil).orElse(null);
    if (again != null) {
      outbox.update(member.community().id(), KIND, usual + BETWEEN + again.toEpochMilli(), now);
    }
  }

  /** Whether a member has been reminded of a study day since an instant. */
  public boolean toldSince(Member member, LocalDate day, Instant since) {
    return database.reading(() ->
        store
            .find(member)
            .filter(reminder -> keys(reminder, day).anyMatch(key -> isTold(reminder, key, since)))
            .isPresent());
  }

  /** Which reminders of a study day there may be. */
  private static Stream<String> keys(Reminder reminder, LocalDate day) {
    String usual = key(reminder.member(), day);
    Instant again = reminder.snoozedUntil();
    return again == null
        ? Stream.of(usual)
        : Stream.of(usual, usual + BETWEEN + again.toEpochMilli());
  }

  private boolean isTold(Reminder reminder, String key, Instant since) {
    return outbox
        .find(reminder.member().community().id(), KIND, key, Place.of(reminder.account()))
        .map(OutboxMessage::closedAt)
        .filter(at -> !at.isBefore(since))
        .isPresent();
  }

  /** Reminds a member no longer. */
  public void stop(Member member) {
    database.transaction(() -> store.remove(member));
  }

  /**
   * Reminds a member once more in an hour.
   *
   * @return when that is
   * @throws Refusal where they are not reminded at all, where there is nothing left today to be
   *     reminded of, or where their day ends before
   */
  public Instant snooze(Member member, Instant now) {
    return database.transaction(() -> {
      Reminder reminder =
          store
              .find(member)
              .orElseThrow(() ->
                  Refusal.of(
                      Problem.CONFLICT,
                      RichText.of("You are not reminded of anything. To begin: ")
                          .command("settings", "remind:20:00")));
      Streaks.Recent recent = streaks.recent(member);
      requireAtRisk(recent.streak(now).status());
      if (recent.history().revokedToday(now)) {
        throw Refusal.of(
            Problem.CONFLICT,
            "A moderator revoked your check-in of today: there is nothing left to remind you"
                + " of.");
      }
      Instant until = now.plus(SNOOZE);
      if (!until.isBefore(streaks.endOfToday(member, now))) {
        throw Refusal.of(
            Problem.CONFLICT, "Your day ends within the hour: now is the time to check in.");
      }
      store.save(reminder.snoozed(until));
      jobs.plan(job(reminder), until);
      return until;
    });
  }

  private static void requireAtRisk(Streak.Status status) {
    switch (status) {
      case AT_RISK -> {}
      case DONE ->
          throw Refusal.of(
              Problem.CONFLICT,
              "You have checked in today: the day is done, and there is nothing to remind you of.");
      case REST ->
          throw Refusal.of(
              Problem.CONFLICT,
              "Today is a day off for you: your streak is safe, and I would not remind you.");
      case BROKEN, NONE ->
          throw Refusal.of(
              Problem.CONFLICT,
              RichText.of("There is no streak of yours that could end today. To begin one: ")
                  .command("done"));
    }
  }

  /** The survivor's own reminder holds; without one, they have that of the absorbed member. */
  @Override
  public List<String> linked(Member survivor, Member absorbed, Instant at) {
    if (store.find(survivor).isEmpty()) {
      store.find(absorbed).ifPresent(reminder -> pass(reminder, survivor, at));
    }
    return List.of();
  }

  /** A reminder goes with the account on which it is heard. */
  @Override
  public void unlinked(Member survivor, Member absorbed, Instant at) {
    Optional<Reminder> gone = store.find(survivor).filter(reminder -> !isHeard(reminder));
    gone.ifPresent(reminder -> store.remove(survivor));
    gone.or(() -> store.find(absorbed)).ifPresent(reminder -> pass(reminder, absorbed, at));
  }

  private void pass(Reminder reminder, Member to, Instant at) {
    remind(to, reminder.account(), reminder.time(), reminder.channel(), at);
  }

  /** Not while its account belongs to somebody else, with whom its member is linked. */
  private boolean isHeard(Reminder reminder) {
    return members.has(reminder.member(), reminder.account());
  }

  void planNext(Reminder reminder, Instant now) {
    Instant next = reminder.time().after(now, streaks.recentHistory(reminder.member()).clock(now));
    jobs.plan(job(reminder), next);
  }

  void save(Reminder reminder) {
    store.save(reminder);
  }

  /** Named by where its member lives, which outlasts that community's being tied to another. */
  private static JobKey job(Reminder reminder) {
    Member member = reminder.member();
    return new JobKey(
        KIND,
        member.community().id(),
        member.id().value() + String.valueOf(AFTER_MEMBER) + Place.of(reminder.account()).key());
  }

  /** The reminder that a piece of work is about. */
  Optional<Reminder> find(JobKey job) {
    String subject = job.subject();
    int end = subject.indexOf(AFTER_MEMBER);
    return find(
        Place.ofKey(subject.substring(end + 1)),
        new MemberId(Long.parseLong(subject.substring(0, end))));
  }

  /** The reminder of a member of the community that lives at a place. */
  Optional<Reminder> find(Place place, MemberId id) {
    return members.find(place, id).flatMap(store::find).filter(this::isHeard);
  }
}
