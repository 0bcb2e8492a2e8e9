package dev.cairn.feature.weekly;

import dev.cairn.catalog.Catalog;
import dev.cairn.catalog.JourneyDay;
import dev.cairn.connection.MessageSender.OutgoingMessage;
import dev.cairn.database.Database;
import dev.cairn.domain.day.DailyHour.Occurrence;
import dev.cairn.feature.community.Community;
import dev.cairn.feature.daily.DailyPostSettings;
import dev.cairn.feature.daily.DailyPosts;
import dev.cairn.feature.discussion.Discussions;
import dev.cairn.feature.group.GroupScores;
import dev.cairn.feature.journey.Journeys;
import dev.cairn.feature.member.Members;
import dev.cairn.feature.outbox.MessageComposer;
import dev.cairn.feature.outbox.Outbox;
import dev.cairn.feature.outbox.OutboxMessage;
import dev.cairn.feature.streak.Streaks;
import dev.cairn.jobs.JobHandler;
import dev.cairn.jobs.JobKey;
import dev.cairn.jobs.JobQueue;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Sums the week up, on Mondays at the hour and in the channel of the topic of the day. A week in
 * which nobody checked in is passed over in silence.
 */
public final class WeeklyPost implements JobHandler, MessageComposer {
  /** So many answers are quoted. */
  private static final int QUOTES = 3;

  private static final int DATE_LENGTH = 10;

  private final DailyPosts dailyPosts;
  private final Weeks weeks;
  private final Journeys journeys;
  private final Discussions discussions;
  private final Catalog catalog;
  private final Outbox announcements;
  private final JobQueue jobs;
  private final Database database;
  private final InstantSource clock;

  public WeeklyPost(
      DailyPosts dailyPosts,
      Members members,
      Streaks streaks,
      GroupScores groups,
      Journeys journeys,
      Discussions discussions,
      Catalog catalog,
      Outbox announcements,
      JobQueue jobs,
      Database database,
      InstantSource clock) {
    this.dailyPosts = dailyPosts;
    this.weeks = new Weeks(members, streaks, groups);
    this.journeys = journeys;
    this.discussions = discussions;
    this.catalog = catalog;
    this.announcements = announcements;
    this.jobs = jobs;
    this.database = database;
    this.clock = clock;
  }

  @Override
  public String kind() {
    return DailyPosts.WEEKLY;
  }

  @Override
  public void run(JobKey job, Instant due) {
    Instant now = clock.instant();
    database.transaction(() ->
        dailyPosts.of(job).stream().map(DailyPostSettings::onMondays).forEach(on -> run(on, now)));
  }

  private void run(DailyPostSettings mondays, Instant now) {
    Occurrence latest = mondays.hour().until(now, mondays.zoneAt(now));
    if (mondays.weekly() && mondays.isWanted(latest, now)) {
      announcements.announce(
          mondays.community().id(),
          kind(),
          mondays.key(latest.date().toString()),
          mondays.channelRef(),
          latest.at(),
          mondays.end(latest));
    }
    jobs.plan(mondays.job(kind()), mondays.next(now).at());
  }

  @Override
  public Optional<OutgoingMessage> compose(OutboxMessage announcement) {
    return dailyPosts.of(announcement).stream()
        .findFirst()
        .flatMap(daily ->
            compose(daily.community(), announcement)
                .map(message -> message.tagged(daily.furnishing().tagId())));
  }

  private Optional<OutgoingMessage> compose(Community community, OutboxMessage announcement) {
    LocalDate monday = LocalDate.parse(announcement.key().substring(0, DATE_LENGTH));
    Week week = weeks.before(monday, community, clock.instant());
    return week.checkIns() == 0
        ? Optional.empty()
        : Optional.of(
            OutgoingMessage.of(
                announcement.address(),
                announcement.nonce(),
                WeeklyCard.of(
                    week,
                    discussions.quotes(community, week.days(), QUOTES),
                    topic(community, monday.plusDays(1)))));
  }

  private Optional<JourneyDay> topic(Community community, LocalDate date) {
    return journeys.of(community).on(date)
            instanceof dev.cairn.domain.journey.JourneyStatus.Numbered(int number)
        ? catalog.day(number)
        : Optional.empty();
  }
}
