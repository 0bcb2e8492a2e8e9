package dev.cairn.feature.daily;

import dev.cairn.catalog.Catalog;
import dev.cairn.catalog.JourneyDay;
import dev.cairn.catalog.Track;
import dev.cairn.chat.Action;
import dev.cairn.chat.reply.Reply;
import dev.cairn.chat.reply.RichText;
import dev.cairn.domain.journey.JourneyCalendar;
import dev.cairn.domain.journey.JourneyStatus;
import dev.cairn.feature.EntryOption;
import dev.cairn.feature.checkin.CheckIns;
import dev.cairn.feature.community.Community;
import dev.cairn.feature.discussion.Discussions;
import dev.cairn.feature.journey.Journeys;
import dev.cairn.feature.study.StudyRecord;
import dev.cairn.feature.suggestion.Suggestion;
import dev.cairn.feature.suggestion.Suggestions;
import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.Stream;

/** What there is to post on a date. */
public final class DailyContent {
  /** A journey that leaves out weekdays, or is paused for weeks, still ends within this. */
  private static final int FAR_ENOUGH = 3 * JourneyCalendar.DAYS;

  private final Catalog catalog;
  private final Journeys journeys;
  private final CheckIns checkIns;
  private final StudyRecord studied;
  private final Suggestions suggestions;
  private final Discussions discussions;

  public DailyContent(
      Catalog catalog,
      Journeys journeys,
      CheckIns checkIns,
      StudyRecord studied,
      Suggestions suggestions,
      Discussions discussions) {
    this.catalog = catalog;
    this.journeys = journeys;
    this.checkIns = checkIns;
    this.studied = studied;
    this.suggestions = suggestions;
    this.discussions = discussions;
  }

  /** What a date is on the journey. */
  JourneyStatus on(Community community, LocalDate date) {
    return journeys.of(community).on(date);
  }

  /** When the journey began, or will. */
  LocalDate start(Community community) {
    return journeys.of(community).start();
  }

  /** The number of a date on the journey; empty where it has none. */
  Optional<Integer> number(Community community, LocalDate date) {
    return on(community, date) instanceof JourneyStatus.Numbered(int number)
        ? Optional.of(number)
        : Optional.empty();
  }

  /** The date that has a number on the journey, as things are; empty where none has. */
  Optional<LocalDate> date(Community community, int number) {
    JourneyCalendar journey = journeys.of(community);
    return Stream.iterate(journey.start(), date -> date.plusDays(1))
        .limit(FAR_ENOUGH)
        .filter(date -> journey.on(date).equals(new JourneyStatus.Numbered(number)))
        .findFirst();
  }

  /** The day of the journey that has a number. */
  JourneyDay day(int number) {
    return catalog.day(number).orElseThrow();
  }

  /** Whether a day of the journey is one that is posted. */
  boolean isWanted(DailyPostSettings daily, int number) {
    String track = daily.track();
    return track == null || track.equals(day(number).track());
  }

  /** The tracks that there are. */
  EntryOption<Track> tracks() {
    return new EntryOption<>(catalog.tracks(), "track", Action.of("daily set"), "track");
  }

  /** The title of a post. */
  String title(DailyKind kind, int number) {
    return switch (kind) {
      case TOPIC -> DailyCard.title(day(number));
      case QUESTION -> QuestionCard.title(day(number));
    };
  }

  /** Has the posts of a date ask a question that was suggested, where one waits. */
  void settleQuestion(Community community, LocalDate date) {
    suggestions.use(community, date);
  }

  /** What is posted. */
  Reply.Card card(
      DailyKind kind, Community community, LocalDate date, int number, RichText introduction) {
    return card(kind, community, date, number, suggestions.on(community, date), introduction);
  }

  /** What will be posted next, as things are: it asks a question that was suggested. */
  Reply.Card cardOfNext(
      DailyKind kind, Community community, LocalDate date, int number, RichText introduction) {
    return card(kind, community, date, number, suggestions.preview(community, date), introduction);
  }

  private Reply.Card card(
      DailyKind kind,
      Community community,
      LocalDate date,
      int number,
      Optional<Suggestion> question,
      RichText introduction) {
    JourneyDay day = day(number);
    return switch (kind) {
      case TOPIC ->
          DailyCard.of(
              catalog,
              day,
              date,
              checkIns.count(community, date.minusDays(1)),
              studied.count(community.id(), day.id()),
              question,
              introduction);
      case QUESTION ->
          QuestionCard.of(day, date, question, discussions.answered(community, date), introduction);
    };
  }
}
