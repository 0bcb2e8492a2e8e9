package dev.cairn.feature.reminder;

import dev.cairn.chat.Account;
import dev.cairn.chat.Action;
import dev.cairn.chat.Place;
import dev.cairn.chat.Value;
import dev.cairn.chat.reply.CardBuilder;
import dev.cairn.chat.reply.Reply;
import dev.cairn.chat.reply.RichText;
import dev.cairn.chat.reply.Span;
import dev.cairn.connection.MessageSender.Address;
import dev.cairn.connection.MessageSender.OutgoingMessage;
import dev.cairn.connection.Ping;
import dev.cairn.database.Database;
import dev.cairn.domain.MemberId;
import dev.cairn.domain.day.ReminderTime;
import dev.cairn.domain.day.StudyClock;
import dev.cairn.domain.streak.MemberHistory;
import dev.cairn.domain.streak.Streak;
import dev.cairn.feature.Hours;
import dev.cairn.feature.Voice;
import dev.cairn.feature.Wording;
import dev.cairn.feature.outbox.MessageComposer;
import dev.cairn.feature.outbox.Outbox;
import dev.cairn.feature.outbox.OutboxMessage;
import dev.cairn.feature.review.Reviews;
import dev.cairn.feature.streak.Comebacks;
import dev.cairn.feature.streak.Streaks;
import dev.cairn.jobs.JobHandler;
import dev.cairn.jobs.JobKey;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Optional;

/**
 * Reminds members whose streak is at risk, once a study day and once more for each time they asked
 * for it; and once, whose streak has ended and can be won back. Some days after a streak has broken
 * it stops by itself, and says so.
 */
public final class ReminderPost implements JobHandler, MessageComposer {
  private static final int DAYS_AFTER_BREAK = 3;
  private static final String BETWEEN = Reminders.BETWEEN;

  /** Ends the key of a word about reminders that end, before when they came. */
  private static final String ENDED = ":ended:";

  private static final Duration WORTH_TELLING = Duration.ofDays(1);

  private final Reminders reminders;
  private final Streaks streaks;
  private final Reviews reviews;
  private final Outbox announcements;
  private final Database database;
  private final InstantSource clock;

  public ReminderPost(
      Reminders reminders,
      Streaks streaks,
      Reviews reviews,
      Outbox announcements,
      Database database,
      InstantSource clock) {
    this.reminders = reminders;
    this.streaks = streaks;
    this.reviews = reviews;
    this.announcements = announcements;
    this.database = database;
    this.clock = clock;
  }

  @Override
  public String kind() {
    return Reminders.KIND;
  }

  @Override
  public void run(JobKey job, Instant due) {
    Instant now = clock.instant();
    database.transaction(() -> reminders.find(job).ifPresent(reminder -> run(reminder, now)));
  }

  private void run(Reminder reminder, Instant now) {
    Streaks.Recent recent = streaks.recent(reminder.member());
    Streak streak = recent.streak(now);
    if (isLeftAlone(recent.history(), now)) {
      reminders.planNext(reminder, now);
      return;
    }
    if (streak.status() == Streak.Status.BROKEN) {
      LocalDate seen = reminder.brokenOn();
      LocalDate brokenOn = seen == null ? streak.today() : seen;
      if (!streak.today().isBefore(brokenOn.plusDays(DAYS_AFTER_BREAK))) {
        reminders.stop(reminder.member());
        tell(
            reminder,
            dayOf(reminder, streak.today()) + ENDED + typed(reminder.time()),
            now,
            now.plus(WORTH_TELLING));
        return;
      }
      reminders.save(reminder.broken(brokenOn));
      if (seen == null && streak.comeback() != null) {
        remind(reminder, streak.today(), now);
      }
    } else if (reminder.brokenOn() != null) {
      reminders.save(reminder.broken(null));
    }
    if (streak.status() == Streak.Status.AT_RISK) {
      remind(reminder, streak.today(), now);
    }
    reminders.planNext(reminder, now);
  }

  /** On a day off nothing is asked of a member, and on one that was revoked nothing can be. */
  private static boolean isLeftAlone(MemberHistory history, Instant now) {
    return history.revokedToday(now) || history.coverOn(history.today(now)) != null;
  }

  private void remind(Reminder reminder, LocalDate today, Instant now) {
    StudyClock days = streaks.recentHistory(reminder.member()).clock(now);
    Instant usual = reminder.time().on(today, days);
    Instant again = reminder.snoozedUntil();
    String key = dayOf(reminder, today);
    if (again != null && !again.isAfter(now) && days.dayAt(again).equals(today)) {
      tell(reminder, key + BETWEEN + again.toEpochMilli(), again, days.endsAt(today));
    } else if (!usual.isAfter(now)
        && !usual.isBefore(reminder.since())
        && (ReminderTime.isAtNight(usual, days) || !ReminderTime.isAtNight(now, days))) {
      tell(reminder, key, usual, days.endsAt(today));
    }
  }

  private static String dayOf(Reminder reminder, LocalDate today) {
    return Reminders.key(reminder.member(), today);
  }

  private static String typed(ReminderTime time) {
    return switch (time) {
      case ReminderTime.AtHour(LocalTime hour) -> Hours.typed(hour);
      case ReminderTime.BeforeDayEnds beforeDayEnds -> "auto";
    };
  }

  private void tell(Reminder reminder, String key, Instant due, Instant expires) {
    announcements.tell(
        reminder.member().community().id(), kind(), key, reminder.account(), due, expires);
  }

  @Override
  public Optional<OutgoingMessage> compose(OutboxMessage announcement) {
    int ended = announcement.key().indexOf(ENDED);
    return ended < 0
        ? reminder(announcement).flatMap(reminder -> compose(reminder, announcement))
        : Optional.of(
            OutgoingMessage.of(
                announcement.address(),
                announcement.nonce(),
                ended(announcement.key().substring(ended + ENDED.length()))));
  }

  private static Reply.Card ended(String time) {
    return Reply.Card.titled("No more reminders for now")
        .text(
            "Your streak ended three days ago, so I stop here rather than go on every day. A"
                + " check-in begins a new one whenever you like.")
        .primaryButton("Check in", Action.of("done"))
        .button("Remind me again", Action.of("settings").with("remind", time))
        .build();
  }

  /** Once it is there, it is told how the day went: when it is done, and when it is over. */
  @Override
  public void sent(OutboxMessage announcement, String messageId) {
    if (!announcement.key().contains(ENDED)) {
      announcements.update(
          announcement.id().community(), kind(), announcement.key(), announcement.expires());
    }
  }

  private Optional<OutgoingMessage> overtaken(Reminder reminder, OutboxMessage announcement) {
    return Overtaken.of(
            streaks.recent(reminder.member()),
            LocalDate.parse(announcement.key().split(BETWEEN, -1)[1]),
            clock.instant(),
            voice(announcement, reminder))
        .map(card -> OutgoingMessage.of(announcement.address(), announcement.nonce(), card));
  }

  private Optional<OutgoingMessage> compose(Reminder reminder, OutboxMessage announcement) {
    if (announcement.state() == OutboxMessage.State.SENT) {
      return overtaken(reminder, announcement);
    }
    Instant now = clock.instant();
    Streaks.Recent recent = streaks.recent(reminder.member());
    Streak streak = recent.streak(now);
    boolean lost = streak.status() == Streak.Status.BROKEN && streak.comeback() != null;
    if ((streak.status() != Streak.Status.AT_RISK && !lost) || isLeftAlone(recent.history(), now)) {
      return Optional.empty();
    }
    Instant end = reminder.member().days().endOfToday(now);
    int due = reviews.due(reminder.member(), now);
    Address address = announcement.address();
    Reply.Card card = card(streak, end, due, voice(announcement, reminder), reminder.account());
    return Optional.of(
        switch (address) {
          case Address.Direct direct -> OutgoingMessage.of(address, announcement.nonce(), card);
          case Address.Channel channel ->
              new OutgoingMessage(
                  address,
                  announcement.nonce(),
                  card,
                  new Ping.OfMember(reminder.account()),
                  null,
                  false,
                  false);
        });
  }

  /** Where a member takes no private messages, all can read it. */
  private static Voice voice(OutboxMessage announcement, Reminder reminder) {
    return switch (announcement.address()) {
      case Address.Direct direct -> Voice.PRIVATE;
      case Address.Channel channel -> Voice.naming(reminder.member().name());
    };
  }

  private static Reply.Card card(
      Streak streak, Instant end, int due, Voice voice, Account account) {
    Streak.Comeback comeback = streak.comeback();
    CardBuilder card =
        Reply.Card.titled(
                comeback != null && !comeback.isOpen()
                    ? "%s streak of %s can come back"
                        .formatted(voice.whose(), Wording.count(comeback.streak(), "day"))
                    : voice.whose() + " streak of " + Wording.count(streak.length(), "day"))
            .text(
                (voice.isPublic()
                        ? RichText.EMPTY.mention(account).plain(" has ")
                        : RichText.of("You have "))
                    .plain("not checked in today, and the day ends ")
                    .moment(end, Span.Moment.Style.RELATIVE)
                    .plain("."));
    Optional<String> chance = Comebacks.told(streak, voice);
    String holds = voice.who() + " " + voice.does("hold") + " ";
    if (chance.isPresent()) {
      card.text(
          chance.get() + (comeback != null && comeback.isOpen() ? " A missed day ends it." : ""));
    } else if (streak.freezes() > 0) {
      card.text(holds + Wording.count(streak.freezes(), "freeze") + ", in case.");
    } else {
      card.text(holds + "no freeze: the streak hangs on today.");
    }
    card.primaryButton("Check in", Action.of("done"));
    if (due > 0) {
      card.button("Review " + Wording.count(due, "card"), Action.of("review"));
    }
    return card.button("In an hour", Action.of("snooze"))
        .button("Stop reminders", Action.of("settings").with("remind", "off"))
        .fact("streak", streak.length())
        .fact("studyDay", streak.today())
        .fact("ends", end)
        .build();
  }

  @Override
  public Optional<Address> elsewhere(OutboxMessage announcement) {
    Value.Channel channel = reminder(announcement).map(Reminder::channel).orElse(null);
    return channel == null
        ? Optional.empty()
        : Optional.of(new Address.Channel(announcement.address().place().channel(channel.id())));
  }

  private Optional<Reminder> reminder(OutboxMessage announcement) {
    Place place = announcement.address().place();
    String member = announcement.key().substring(0, announcement.key().indexOf(BETWEEN));
    return database.reading(() -> reminders.find(place, new MemberId(Long.parseLong(member))));
  }
}
