package dev.cairn.feature.daily;

import dev.cairn.catalog.Catalog;
import dev.cairn.chat.Courier.Parcel;
import dev.cairn.chat.Reply;
import dev.cairn.chat.RichText;
import dev.cairn.chat.Span;
import dev.cairn.domain.DailyHour.Occurrence;
import dev.cairn.domain.JourneyDay;
import dev.cairn.feature.Agenda;
import dev.cairn.feature.DueWork;
import dev.cairn.feature.Transactions;
import dev.cairn.feature.announcement.Announcement;
import dev.cairn.feature.announcement.Announcements;
import dev.cairn.feature.announcement.Composer;
import dev.cairn.feature.checkin.CheckIns;
import dev.cairn.feature.community.Community;
import dev.cairn.feature.community.Place;
import dev.cairn.feature.journey.Journeys;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Posts the topic of the day. A date without a topic has no post; the end of the journey is told
 * once. A post that was missed is made up for as long as the day lasts, an older one is not.
 */
public final class DailyPost implements DueWork, Composer {
  static final String KIND = "daily";
  private static final int DATE_LENGTH = 10;

  /** The key of what is said when the journey is over. */
  private static final String COMPLETE = "complete:";

  /** Later than this, and a word is said about it. */
  private static final Duration LATE = Duration.ofMinutes(15);

  private final Dailies dailies;
  private final Journeys journeys;
  private final CheckIns checkIns;
  private final Catalog catalog;
  private final Announcements announcements;
  private final Agenda agenda;
  private final Transactions transactions;
  private final InstantSource clock;

  public DailyPost(
      Dailies dailies,
      Journeys journeys,
      CheckIns checkIns,
      Catalog catalog,
      Announcements announcements,
      Agenda agenda,
      Transactions transactions,
      InstantSource clock) {
    this.dailies = dailies;
    this.journeys = journeys;
    this.checkIns = checkIns;
    this.catalog = catalog;
    this.announcements = announcements;
    this.agenda = agenda;
    this.transactions = transactions;
    this.clock = clock;
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public void run(String subject, Instant due) {
    Instant now = clock.instant();
    transactions.write(
        () -> dailies.find(Place.ofKey(subject)).ifPresent(daily -> run(daily, now)));
  }

  private void run(Daily daily, Instant now) {
    Occurrence latest = daily.hour().until(now, daily.zoneAt(now));
    if (daily.isWanted(latest, now)) {
      key(daily.community(), latest.date())
          .ifPresent(
              key ->
                  announcements.announce(
                      daily.community().id(),
                      KIND,
                      key,
                      daily.place(),
                      daily.channel().id(),
                      latest.at(),
                      daily.end(latest)));
    }
    agenda.plan(KIND, daily.place().key(), daily.next(now).at());
  }

  private Optional<String> key(Community community, LocalDate date) {
    return switch (journeys.of(community).on(date)) {
      case JourneyDay.Numbered numbered -> Optional.of(date.toString());
      case JourneyDay.Over over -> Optional.of(COMPLETE + journeys.of(community).start());
      case JourneyDay.LeftOut leftOut -> Optional.empty();
      case JourneyDay.OnHold onHold -> Optional.empty();
      case JourneyDay.Ahead ahead -> Optional.empty();
    };
  }

  @Override
  public Optional<Parcel> compose(Announcement announcement) {
    return dailies
        .find(new Place(announcement.platform(), announcement.address().community()))
        .flatMap(daily -> compose(daily, announcement));
  }

  private Optional<Parcel> compose(Daily daily, Announcement announcement) {
    if (announcement.key().startsWith(COMPLETE)) {
      return Optional.of(
          Parcel.of(announcement.address(), announcement.nonce(), DailyCard.complete()));
    }
    LocalDate date = LocalDate.parse(announcement.key().substring(0, DATE_LENGTH));
    return number(daily.community(), date)
        .map(
            number ->
                new Parcel(
                    announcement.address(),
                    announcement.nonce(),
                    card(daily.community(), date, number, late(announcement)),
                    null,
                    title(number),
                    daily.pin(),
                    false));
  }

  private RichText late(Announcement announcement) {
    return clock.instant().isAfter(announcement.due().plus(LATE))
        ? RichText.of("Late today, for which I am sorry. It was meant for ")
            .moment(announcement.due(), Span.Moment.Style.DATE_TIME)
            .plain(".")
        : RichText.EMPTY;
  }

  /** The number of a date on the journey; empty where it has none. */
  Optional<Integer> number(Community community, LocalDate date) {
    return journeys.of(community).on(date) instanceof JourneyDay.Numbered(int number)
        ? Optional.of(number)
        : Optional.empty();
  }

  /** What a date is on the journey. */
  JourneyDay day(Community community, LocalDate date) {
    return journeys.of(community).on(date);
  }

  /** What the day is called. */
  String title(int number) {
    return DailyCard.title(catalog.day(number).orElseThrow());
  }

  /** What is posted. */
  Reply.Card card(Community community, LocalDate date, int number, RichText introduction) {
    return DailyCard.of(
        catalog,
        catalog.day(number).orElseThrow(),
        date,
        checkIns.count(community, date.minusDays(1)),
        introduction);
  }
}
