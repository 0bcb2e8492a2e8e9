package dev.cairn.feature.daily;

import dev.cairn.chat.ChannelRef;
import dev.cairn.chat.Place;
import dev.cairn.connection.MessageSender.Address;
import dev.cairn.database.Database;
import dev.cairn.domain.day.DailyHour.Occurrence;
import dev.cairn.feature.community.Communities;
import dev.cairn.feature.community.Community;
import dev.cairn.feature.member.Member;
import dev.cairn.feature.outbox.Outbox;
import dev.cairn.feature.outbox.OutboxMessage;
import dev.cairn.feature.study.StudyListener;
import dev.cairn.jobs.JobKey;
import dev.cairn.jobs.JobQueue;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/** Where and when communities have their topics posted, and their weeks summed up. */
public final class DailyPosts implements StudyListener {
  /** The kind of work that sums up weeks. */
  public static final String WEEKLY = "weekly";

  private final DailyStore store;
  private final Communities communities;
  private final Outbox announcements;
  private final JobQueue jobs;
  private final Database database;

  public DailyPosts(
      DailyStore store,
      Communities communities,
      Outbox announcements,
      JobQueue jobs,
      Database database) {
    this.store = store;
    this.communities = communities;
    this.announcements = announcements;
    this.jobs = jobs;
    this.database = database;
  }

  /** What a community set at a place of its own, channel by channel. */
  public List<DailyPostSettings> all(Community community, Place place) {
    return database.reading(() -> store.all(community, place));
  }

  /** What the community that lives at a place set there, channel by channel. */
  public List<DailyPostSettings> all(Place place) {
    return database.reading(() ->
        communities.find(place).map(community -> store.all(community, place)).orElse(List.of()));
  }

  /** What is set for a channel by the community that lives there. */
  private List<DailyPostSettings> in(ChannelRef channel) {
    return database.reading(() ->
        communities
            .find(channel.place())
            .map(community -> store.in(community, channel))
            .orElse(List.of()));
  }

  /** What a piece of work is about; one that names no channel is about all of its place. */
  public List<DailyPostSettings> of(JobKey job) {
    String subject = job.subject();
    int end = subject.lastIndexOf(DailyPostSettings.BEFORE_CHANNEL);
    return end < 0
        ? all(Place.ofKey(subject))
        : in(Place.ofKey(subject.substring(0, end)).channel(subject.substring(end + 1)));
  }

  /** What is set for the channel that a message goes to. */
  public List<DailyPostSettings> of(OutboxMessage message) {
    return message.address() instanceof Address.Channel(ChannelRef to) ? in(to) : List.of();
  }

  /** Sets it; the first post is the next that falls due. */
  public void set(DailyPostSettings daily) {
    set(daily, Optional.empty());
  }

  /**
   * Sets it; the first post is the next that falls due.
   *
   * @param before what it takes the place of; it may be of another track
   */
  void set(DailyPostSettings daily, Optional<DailyPostSettings> before) {
    database.transaction(() -> {
      before.ifPresent(store::remove);
      store.save(daily);
      jobs.plan(daily.job(daily.kind().work()), daily.next(daily.since()).at());
      jobs.plan(daily.job(WEEKLY), daily.onMondays().next(daily.since()).at());
    });
  }

  /** Ends it. */
  public void off(DailyPostSettings daily) {
    database.transaction(() -> store.remove(daily));
  }

  /** What is posted by the community's clock is posted by the clock of this zone from now on. */
  public void keepZone(Community community, ZoneId zone) {
    database.transaction(() -> store.keepZone(community, zone));
  }

  /** Posts what a date has now, in addition to the scheduled posts. */
  public void postNow(DailyPostSettings daily, LocalDate date, Instant now) {
    announcements.announce(
        daily.community().id(),
        daily.kind().work(),
        daily.key(date + ":" + now.toEpochMilli()),
        daily.channelRef(),
        now,
        daily.end(new Occurrence(date, now)));
  }

  /** Whoever studies a day of the journey is counted on the posts that set it. */
  @Override
  public void changed(Member member, String dayId, Instant at) {
    for (Place place : communities.places(member.community())) {
      if (!store.all(member.community(), place).isEmpty()) {
        jobs.plan(DailyTally.job(member.community(), place, dayId), DailyTally.next(at));
      }
    }
  }

  /** The topics that are there in a place, the newest first. */
  List<OutboxMessage> sent(Community community, Place place, int most) {
    return announcements.sent(community.id(), DailyKind.TOPIC.work(), place, most);
  }

  /** The outcome of the newest post of its kind in the channel. */
  public Optional<OutboxMessage> newest(DailyPostSettings daily) {
    return announcements.newest(daily.community().id(), daily.kind().work(), daily.channelRef());
  }
}
