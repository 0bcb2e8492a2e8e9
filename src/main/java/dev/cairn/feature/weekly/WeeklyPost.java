package dev.cairn.feature.weekly;

import dev.cairn.catalog.Catalog;
import dev.cairn.catalog.JourneyDay;
import dev.cairn.chat.Courier.Parcel;
import dev.cairn.domain.DailyHour.Occurrence;
import dev.cairn.feature.Agenda;
import dev.cairn.feature.DueWork;
import dev.cairn.feature.Transactions;
import dev.cairn.feature.announcement.Announcement;
import dev.cairn.feature.announcement.Announcements;
import dev.cairn.feature.announcement.Composer;
import dev.cairn.feature.community.Community;
import dev.cairn.feature.community.Place;
import dev.cairn.feature.daily.Dailies;
import dev.cairn.feature.daily.Daily;
import dev.cairn.feature.group.GroupScores;
import dev.cairn.feature.journey.Journeys;
import dev.cairn.feature.member.Members;
import dev.cairn.feature.streak.Streaks;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Sums the week up, on Mondays at the hour and in the channel of the topic of the day. A week in
 * which nobody checked in is passed over in silence.
 */
public final class WeeklyPost implements DueWork, Composer {
  private final Dailies dailies;
  private final Weeks weeks;
  private final Journeys journeys;
  private final Catalog catalog;
  private final Announcements announcements;
  private final Agenda agenda;
  private final Transactions transactions;
  private final InstantSource clock;

  public WeeklyPost(
      Dailies dailies,
      Members members,
      Streaks streaks,
      GroupScores groups,
      Journeys journeys,
      Catalog catalog,
      Announcements announcements,
      Agenda agenda,
      Transactions transactions,
      InstantSource clock) {
    this.dailies = dailies;
    this.weeks = new Weeks(members, streaks, groups);
    this.journeys = journeys;
    this.catalog = catalog;
    this.announcements = announcements;
    this.agenda = agenda;
    this.transactions = transactions;
    this.clock = clock;
  }

  @Override
  public String kind() {
    return Dailies.WEEKLY;
  }

  @Override
  public void run(String subject, Instant due) {
    Instant now = clock.instant();
    transactions.write(
        () ->
            dailies.find(Place.ofKey(subject)).map(Daily::onMondays).ifPresent(on -> run(on, now)));
  }

  private void run(Daily mondays, Instant now) {
    Occurrence latest = mondays.hour().until(now, mondays.zoneAt(now));
    if (mondays.weekly() && mondays.isWanted(latest, now)) {
      announcements.announce(
          mondays.community().id(),
          kind(),
          latest.date().toString(),
          mondays.place(),
          mondays.channel().id(),
          latest.at(),
          mondays.end(latest));
    }
    agenda.plan(kind(), mondays.place().key(), mondays.next(now).at());
  }

  @Override
  public Optional<Parcel> compose(Announcement announcement) {
    return dailies
        .find(new Place(announcement.platform(), announcement.address().community()))
        .flatMap(daily -> compose(daily.community(), announcement));
  }

  private Optional<Parcel> compose(Community community, Announcement announcement) {
    LocalDate monday = LocalDate.parse(announcement.key());
    Week week = weeks.before(monday, community, clock.instant());
    return week.checkIns() == 0
        ? Optional.empty()
        : Optional.of(
            Parcel.of(
                announcement.address(),
                announcement.nonce(),
                WeeklyCard.of(week, topic(community, monday.plusDays(1)))));
  }

  private Optional<JourneyDay> topic(Community community, LocalDate date) {
    return journeys.of(community).on(date)
            instanceof dev.cairn.domain.JourneyDay.Numbered(int number)
        ? catalog.day(number)
        : Optional.empty();
  }
}
