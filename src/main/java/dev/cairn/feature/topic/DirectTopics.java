package dev.cairn.feature.topic;

import dev.cairn.catalog.Catalog;
import dev.cairn.catalog.JourneyDay;
import dev.cairn.chat.Account;
import dev.cairn.chat.Action;
import dev.cairn.chat.Place;
import dev.cairn.connection.MessageSender.OutgoingMessage;
import dev.cairn.database.Database;
import dev.cairn.domain.MemberId;
import dev.cairn.domain.day.ReminderTime;
import dev.cairn.domain.day.StudyClock;
import dev.cairn.domain.journey.JourneyStatus;
import dev.cairn.feature.journey.Journeys;
import dev.cairn.feature.member.LinkParticipant;
import dev.cairn.feature.member.Member;
import dev.cairn.feature.member.Members;
import dev.cairn.feature.outbox.MessageComposer;
import dev.cairn.feature.outbox.Outbox;
import dev.cairn.feature.outbox.OutboxMessage;
import dev.cairn.feature.path.Paths;
import dev.cairn.feature.streak.Streaks;
import dev.cairn.jobs.JobHandler;
import dev.cairn.jobs.JobKey;
import dev.cairn.jobs.JobQueue;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;

/**
 * Sends members who asked for it the day's topic by direct message, at an hour of their own and
 * from their own path: the next day that they have not studied, or the community's.
 */
public final class DirectTopics implements JobHandler, MessageComposer, LinkParticipant {
  private static final String KIND = "direct";
  private static final char BETWEEN = ' ';

  private final Catalog catalog;
  private final DirectTopicStore store;
  private final Members members;
  private final Streaks streaks;
  private final Paths paths;
  private final Journeys journeys;
  private final Outbox outbox;
  private final JobQueue jobs;
  private final Database database;
  private final InstantSource clock;

  public DirectTopics(
      Catalog catalog,
      DirectTopicStore store,
      Members members,
      Streaks streaks,
      Paths paths,
      Journeys journeys,
      Outbox outbox,
      JobQueue jobs,
      Database database,
      InstantSource clock) {
    this.catalog = catalog;
    this.store = store;
    this.members = members;
    this.streaks = streaks;
    this.paths = paths;
    this.journeys = journeys;
    this.outbox = outbox;
    this.jobs = jobs;
    this.database = database;
    this.clock = clock;
  }

  /** Sends the topic to this account each day from now on. */
  void send(Member member, Account account, LocalTime hour, Instant now) {
    send(new DirectTopic(member, account, new ReminderTime.AtHour(hour), now));
  }

  private void send(DirectTopic direct) {
    database.transaction(() -> {
      store.save(direct);
      planNext(direct, direct.since());
    });
  }

  /** Sends nothing more. */
  void stop(Member member) {
    database.transaction(() -> store.remove(member));
  }

  /** What the survivor asked for holds; otherwise they get what the absorbed member asked for. */
  @Override
  public List<String> linked(Member survivor, Member absorbed, Instant at) {
    if (store.find(survivor).isEmpty()) {
      store.find(absorbed).ifPresent(direct -> pass(direct, survivor, at));
    }
    return List.of();
  }

  /** The messages go with the account that gets them. */
  @Override
  public void unlinked(Member survivor, Member absorbed, Instant at) {
    Optional<DirectTopic> gone = store.find(survivor).filter(direct -> !isTheirs(direct));
    gone.ifPresent(direct -> store.remove(survivor));
    gone.or(() -> store.find(absorbed)).ifPresent(direct -> pass(direct, absorbed, at));
  }

  private void pass(DirectTopic direct, Member to, Instant at) {
    send(new DirectTopic(to, direct.account(), direct.hour(), at));
  }

  /** Not while the account belongs to somebody else, with whom the member is linked. */
  private boolean isTheirs(DirectTopic direct) {
    return members.has(direct.member(), direct.account());
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public void run(JobKey job, Instant due) {
    Instant now = clock.instant();
    database.transaction(() ->
        find(job.subject())
            .ifPresent(direct -> {
              sendToday(direct, now);
              planNext(direct, now);
            }));
  }

  private void sendToday(DirectTopic direct, Instant now) {
    StudyClock days = days(direct, now);
    LocalDate today = days.dayAt(now);
    Instant at = direct.hour().on(today, days);
    if (!at.isAfter(now) && !at.isBefore(direct.since())) {
      outbox.tell(
          direct.member().community().id(),
          KIND,
          subject(direct) + BETWEEN + today,
          direct.account(),
          at,
          days.endsAt(today));
    }
  }

  private void planNext(DirectTopic direct, Instant now) {
    jobs.plan(
        new JobKey(KIND, direct.member().community().id(), subject(direct)),
        direct.hour().after(now, days(direct, now)));
  }

  private StudyClock days(DirectTopic direct, Instant now) {
    return streaks.recentHistory(direct.member()).clock(now);
  }

  @Override
  public Optional<OutgoingMessage> compose(OutboxMessage message) {
    Instant now = clock.instant();
    return database.reading(() ->
        find(message.key().substring(0, message.key().lastIndexOf(BETWEEN)))
            .flatMap(direct -> day(direct.member(), now))
            .map(day ->
                OutgoingMessage.of(
                    message.address(),
                    message.nonce(),
                    TopicCard.of(catalog, day)
                        .button("Stop these messages", Action.of("topic").with("daily", "off"))
                        .build())));
  }

  /** The day that is up for a learner; empty where there is none, or where they have studied it. */
  private Optional<JourneyDay> day(Member learner, Instant now) {
    Optional<Paths.OwnWay> own = paths.ownWay(learner);
    if (own.isPresent()) {
      return own.get().next();
    }
    return journeys.today(learner.community(), now) instanceof JourneyStatus.Numbered(int number)
        ? catalog.day(number).filter(day -> !paths.hasStudied(learner, day))
        : Optional.empty();
  }

  /** Named by the place of the account, which stays the same when its community is merged. */
  private static String subject(DirectTopic direct) {
    Account account = direct.account();
    Place place = Place.of(account);
    return direct.member().id().value() + String.valueOf(BETWEEN) + place.key();
  }

  private Optional<DirectTopic> find(String subject) {
    int end = subject.indexOf(BETWEEN);
    Place place = Place.ofKey(subject.substring(end + 1));
    MemberId id = new MemberId(Long.parseLong(subject.substring(0, end)));
    return members.find(place, id).flatMap(store::find).filter(this::isTheirs);
  }
}
