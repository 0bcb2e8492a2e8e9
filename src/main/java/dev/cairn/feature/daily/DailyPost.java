package dev.cairn.feature.daily;

import dev.cairn.catalog.JourneyDay;
import dev.cairn.chat.reply.RichText;
import dev.cairn.chat.reply.Span;
import dev.cairn.connection.MessageSender.OutgoingMessage;
import dev.cairn.database.Database;
import dev.cairn.domain.day.DailyHour.Occurrence;
import dev.cairn.domain.journey.JourneyStatus;
import dev.cairn.feature.community.Community;
import dev.cairn.feature.outbox.MessageComposer;
import dev.cairn.feature.outbox.Outbox;
import dev.cairn.feature.outbox.OutboxMessage;
import dev.cairn.jobs.JobHandler;
import dev.cairn.jobs.JobKey;
import dev.cairn.jobs.JobQueue;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * Posts the topic of the day, or its question. A date without a topic has no post; the end of the
 * journey is told once. A post that was missed is made up for as long as the day lasts, an older
 * one is not.
 */
public final class DailyPost implements JobHandler, MessageComposer {
  private static final int DATE_LENGTH = 10;

  /** The key of what is said when the journey is over. */
  private static final String COMPLETE = "complete:";

  /** Later than this, and a word is said about it. */
  private static final Duration LATE = Duration.ofMinutes(15);

  private final DailyKind kind;
  private final DailyPosts dailyPosts;
  private final DailyContent content;
  private final Outbox announcements;
  private final JobQueue jobs;
  private final Database database;
  private final InstantSource clock;

  /**
   * @param kind what it posts
   */
  public DailyPost(
      DailyKind kind,
      DailyPosts dailyPosts,
      DailyContent content,
      Outbox announcements,
      JobQueue jobs,
      Database database,
      InstantSource clock) {
    this.kind = kind;
    this.dailyPosts = dailyPosts;
    this.content = content;
    this.announcements = announcements;
    this.jobs = jobs;
    this.database = database;
    this.clock = clock;
  }

  @Override
  public String kind() {
    return kind.work();
  }

  @Override
  public void run(JobKey job, Instant due) {
    Instant now = clock.instant();
    database.transaction(() -> ofThisKind(dailyPosts.of(job)).forEach(daily -> run(daily, now)));
  }

  private List<DailyPostSettings> ofThisKind(List<DailyPostSettings> all) {
    return all.stream().filter(daily -> daily.kind() == kind).toList();
  }

  private void run(DailyPostSettings daily, Instant now) {
    Occurrence latest = daily.hour().until(now, daily.zoneAt(now));
    if (daily.isWanted(latest, now)) {
      key(daily, latest.date())
          .filter(key ->
              announcements.announce(
                  daily.community().id(),
                  kind(),
                  daily.key(key),
                  daily.channelRef(),
                  latest.at(),
                  daily.end(latest)))
          .filter(key -> !key.startsWith(COMPLETE))
          .ifPresent(key -> content.settleQuestion(daily.community(), latest.date()));
    }
    jobs.plan(daily.job(kind()), daily.next(now).at());
  }

  private Optional<String> key(DailyPostSettings daily, LocalDate date) {
    return switch (content.on(daily.community(), date)) {
      case JourneyStatus.Numbered(int number) ->
          content.isWanted(daily, number) ? Optional.of(date.toString()) : Optional.empty();
      case JourneyStatus.Over over ->
          kind == DailyKind.TOPIC
              ? Optional.of(COMPLETE + content.start(daily.community()))
              : Optional.empty();
      case JourneyStatus.LeftOut leftOut -> Optional.empty();
      case JourneyStatus.OnHold onHold -> Optional.empty();
      case JourneyStatus.Ahead ahead -> Optional.empty();
    };
  }

  @Override
  public Optional<OutgoingMessage> compose(OutboxMessage announcement) {
    List<DailyPostSettings> there = ofThisKind(dailyPosts.of(announcement));
    if (there.isEmpty()) {
      return Optional.empty();
    }
    if (announcement.key().startsWith(COMPLETE)) {
      return Optional.of(
          OutgoingMessage.of(announcement.address(), announcement.nonce(), DailyCard.complete())
              .tagged(there.getFirst().furnishing().tagId()));
    }
    Community community = there.getFirst().community();
    return content
        .number(community, date(announcement))
        .map(number -> message(announcement, number, wanting(there, number)));
  }

  /** Of several, the one that posts the day; what is set may have changed since it was decided. */
  private DailyPostSettings wanting(List<DailyPostSettings> there, int number) {
    return there.stream()
        .filter(daily -> content.isWanted(daily, number))
        .findFirst()
        .orElseGet(there::getFirst);
  }

  private OutgoingMessage message(OutboxMessage announcement, int number, DailyPostSettings daily) {
    Furnishing furnishing = daily.furnishing();
    return new OutgoingMessage(
        announcement.address(),
        announcement.nonce(),
        content.card(kind, daily.community(), date(announcement), number, late(announcement)),
        furnishing.pings(),
        furnishing.thread() ? content.title(kind, number) : null,
        furnishing.pin(),
        false,
        furnishing.tagId());
  }

  private static LocalDate date(OutboxMessage announcement) {
    return LocalDate.parse(announcement.key().substring(0, DATE_LENGTH));
  }

  /** The id of the day of the journey that a post sets; empty where it sets none. */
  Optional<String> dayId(Community community, OutboxMessage post) {
    return post.key().startsWith(COMPLETE)
        ? Optional.empty()
        : content.number(community, date(post)).map(content::day).map(JourneyDay::id);
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
}
