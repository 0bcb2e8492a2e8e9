package dev.cairn.feature.daily;

import dev.cairn.domain.DailyHour.Occurrence;
import dev.cairn.feature.Agenda;
import dev.cairn.feature.Transactions;
import dev.cairn.feature.announcement.Announcement;
import dev.cairn.feature.announcement.Announcements;
import dev.cairn.feature.community.Communities;
import dev.cairn.feature.community.Community;
import dev.cairn.feature.community.Place;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;

/** Where and when communities have their topics posted, and their weeks summed up. */
public final class Dailies {
  /** The kind of work that sums up weeks. */
  public static final String WEEKLY = "weekly";

  private final DailyStore store;
  private final Communities communities;
  private final Announcements announcements;
  private final Agenda agenda;
  private final Transactions transactions;

  public Dailies(
      DailyStore store,
      Communities communities,
      Announcements announcements,
      Agenda agenda,
      Transactions transactions) {
    this.store = store;
    this.communities = communities;
    this.announcements = announcements;
    this.agenda = agenda;
    this.transactions = transactions;
  }

  /** What a community set at a place of its own. */
  public Optional<Daily> find(Community community, Place place) {
    return transactions.read(() -> store.find(community, place));
  }

  /** What the community that lives at a place set there. */
  public Optional<Daily> find(Place place) {
    return transactions.read(
        () ->
            communities
                .find(place.platform(), place.id())
                .flatMap(community -> store.find(community, place)));
  }

  /** Sets it; the first post is the next that falls due. */
  public void set(Daily daily) {
    transactions.write(
        () -> {
          store.save(daily);
          String subject = daily.place().key();
          agenda.plan(DailyPost.KIND, subject, daily.next(daily.since()).at());
          agenda.plan(WEEKLY, subject, daily.onMondays().next(daily.since()).at());
        });
  }

  /** Ends it. */
  public void off(Daily daily) {
    transactions.write(() -> store.remove(daily));
  }

  /** What is posted by the community's clock is posted by the clock of this zone from now on. */
  public void keepZone(Community community, ZoneId zone) {
    transactions.write(() -> store.keepZone(community, zone));
  }

  /** Has the topic of a date posted now, beside what is posted by itself. */
  public void postNow(Daily daily, LocalDate date, Instant now) {
    announcements.announce(
        daily.community().id(),
        DailyPost.KIND,
        date + ":" + now.toEpochMilli(),
        daily.place(),
        daily.channel().id(),
        now,
        daily.end(new Occurrence(date, now)));
  }

  /** What became of the newest post. */
  public Optional<Announcement> newest(Daily daily) {
    return announcements.newest(daily.community().id(), DailyPost.KIND, daily.place());
  }
}
