package dev.cairn.feature.daily;

import dev.cairn.catalog.Catalog;
import dev.cairn.catalog.JourneyDay;
import dev.cairn.catalog.Track;
import dev.cairn.chat.Action;
import dev.cairn.chat.reply.Reply;
import dev.cairn.chat.reply.RichText;
import dev.cairn.chat.reply.Span;
import dev.cairn.connection.MessageSender.OutgoingMessage;
import dev.cairn.database.Database;
import dev.cairn.domain.day.DailyHour.Occurrence;
import dev.cairn.domain.journey.JourneyStatus;
import dev.cairn.feature.EntryOption;
import dev.cairn.feature.checkin.CheckIns;
import dev.cairn.feature.community.Community;
import dev.cairn.feature.journey.Journeys;
import dev.cairn.feature.outbox.MessageComposer;
import dev.cairn.feature.outbox.Outbox;
import dev.cairn.feature.outbox.OutboxMessage;
import dev.cairn.feature.study.StudyRecord;
import dev.cairn.feature.suggestion.Suggestion;
import dev.cairn.feature.suggestion.Suggestions;
import dev.cairn.jobs.JobHandler;
import dev.cairn.jobs.JobKey;
import dev.cairn.jobs.JobQueue;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Posts the topic of the day. A date without a topic has no post; the end of the journey is told
 * once. A post that was missed is made up for as long as the day lasts, an older one is not.
 */
public final class DailyPost implements JobHandler, MessageComposer {
  static final String KIND = "daily";
  private static final int DATE_LENGTH = 10;

  /** The key of what is said when the journey is over. */
  private static final String COMPLETE = "complete:";

  /** Later than this, and a word is said about it. */
  private static final Duration LATE = Duration.ofMinutes(15);

  private final DailyPosts dailyPosts;
  private final Journeys journeys;
  private final CheckIns checkIns;
  private final StudyRecord studied;
  private final Suggestions suggestions;
  private final Catalog catalog;
  private final Outbox announcements;
  private final JobQueue jobs;
  private final Database database;
  private final InstantSource clock;

  public DailyPost(
      DailyPosts dailyPosts,
      Journeys journeys,
      CheckIns checkIns,
      StudyRecord studied,
      Suggestions suggestions,
      Catalog catalog,
      Outbox announcements,
      JobQueue jobs,
      Database database,
      InstantSource clock) {
    this.dailyPosts = dailyPosts;
    this.journeys = journeys;
    this.checkIns = checkIns;
    this.studied = studied;
    this.suggestions = suggestions;
    this.catalog = catalog;
    this.announcements = announcements;
    this.jobs = jobs;
    this.database = database;
    this.clock = clock;
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public void run(JobKey job, Instant due) {
    Instant now = clock.instant();
    database.transaction(() -> dailyPosts.of(job).forEach(daily -> run(daily, now)));
  }

  private void run(DailyPostSettings daily, Instant now) {
    Occurrence latest = daily.hour().until(now, daily.zoneAt(now));
    if (daily.isWanted(latest, now)) {
      key(daily, latest.date())
          .filter(key ->
              announcements.announce(
                  daily.community().id(),
                  KIND,
                  daily.key(key),
                  daily.channelRef(),
                  latest.at(),
                  daily.end(latest)))
          .filter(key -> !key.startsWith(COMPLETE))
          .ifPresent(key -> suggestions.use(daily.community(), latest.date()));
    }
    jobs.plan(daily.job(KIND), daily.next(now).at());
  }

  private Optional<String> key(DailyPostSettings daily, LocalDate date) {
    Community community = daily.community();
    return switch (journeys.of(community).on(date)) {
      case JourneyStatus.Numbered(int number) ->
          isWanted(daily, number) ? Optional.of(date.toString()) : Optional.empty();
      case JourneyStatus.Over over -> Optional.of(COMPLETE + journeys.of(community).start());
      case JourneyStatus.LeftOut leftOut -> Optional.empty();
      case JourneyStatus.OnHold onHold -> Optional.empty();
      case JourneyStatus.Ahead ahead -> Optional.empty();
    };
  }

  @Override
  public Optional<OutgoingMessage> compose(OutboxMessage announcement) {
    return dailyPosts.of(announcement).flatMap(daily -> compose(daily, announcement));
  }

  private Optional<OutgoingMessage> compose(DailyPostSettings daily, OutboxMessage announcement) {
    if (announcement.key().startsWith(COMPLETE)) {
      return Optional.of(
          OutgoingMessage.of(announcement.address(), announcement.nonce(), DailyCard.complete()));
    }
    LocalDate date = date(announcement);
    return number(daily.community(), date)
        .map(number ->
            new OutgoingMessage(
                announcement.address(),
                announcement.nonce(),
                card(
                    daily.community(),
                    date,
                    number,
                    suggestions.on(daily.community(), date),
                    late(announcement)),
                null,
                title(number),
                daily.pin(),
                false));
  }

  private static LocalDate date(OutboxMessage announcement) {
    return LocalDate.parse(announcement.key().substring(0, DATE_LENGTH));
  }

  /** The id of the day of the journey that a post sets; empty where it sets none. */
  Optional<String> dayId(Community community, OutboxMessage post) {
    return post.key().startsWith(COMPLETE)
        ? Optional.empty()
        : number(community, date(post)).flatMap(catalog::day).map(JourneyDay::id);
  }

  /** Also when a post that is there is written anew, this is about the instant it was made. */
  private RichText late(OutboxMessage announcement) {
    Instant made = announcement.closedAt() == null ? clock.instant() : announcement.closedAt();
    return made.isAfter(announcement.due().plus(LATE))
        ? RichText.of("Late today, for which I am sorry. It was meant for ")
            .moment(announcement.due(), Span.Moment.Style.DATE_TIME)
            .plain(".")
        : RichText.EMPTY;
  }

  /** The number of a date on the journey; empty where it has none. */
  Optional<Integer> number(Community community, LocalDate date) {
    return journeys.of(community).on(date) instanceof JourneyStatus.Numbered(int number)
        ? Optional.of(number)
        : Optional.empty();
  }

  /** Whether a day of the journey is one that a channel gets. */
  boolean isWanted(DailyPostSettings daily, int number) {
    return daily.track() == null
        || catalog.day(number).map(JourneyDay::track).filter(daily.track()::equals).isPresent();
  }

  /** The tracks that there are. */
  EntryOption<Track> tracks() {
    return new EntryOption<>(catalog.tracks(), "track", Action.of("daily set"), "track");
  }

  /** What a date is on the journey. */
  JourneyStatus day(Community community, LocalDate date) {
    return journeys.of(community).on(date);
  }

  /** What the day is called. */
  String title(int number) {
    return DailyCard.title(catalog.day(number).orElseThrow());
  }

  /** Posts the topic of a date now, in addition to the scheduled posts. */
  void postNow(DailyPostSettings daily, LocalDate date, Instant now) {
    suggestions.use(daily.community(), date);
    dailyPosts.postNow(daily, date, now);
  }

  /** What will be posted, as things are. */
  Reply.Card preview(Community community, LocalDate date, int number, RichText introduction) {
    return card(community, date, number, suggestions.preview(community, date), introduction);
  }

  private Reply.Card card(
      Community community,
      LocalDate date,
      int number,
      Optional<Suggestion> question,
      RichText introduction) {
    return DailyCard.of(
        catalog,
        catalog.day(number).orElseThrow(),
        date,
        checkIns.count(community, date.minusDays(1)),
        studied.count(community.id(), catalog.day(number).orElseThrow().id()),
        question,
        introduction);
  }
}
