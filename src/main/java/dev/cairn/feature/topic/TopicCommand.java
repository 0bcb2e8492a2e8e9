package dev.cairn.feature.topic;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.cairn.catalog.Catalog;
import dev.cairn.catalog.JourneyDay;
import dev.cairn.catalog.Track;
import dev.cairn.chat.Action;
import dev.cairn.chat.CommandSpec;
import dev.cairn.chat.Option;
import dev.cairn.chat.OptionType;
import dev.cairn.chat.OptionType.ChoiceValue;
import dev.cairn.chat.reply.CardBuilder;
import dev.cairn.chat.reply.Problem;
import dev.cairn.chat.reply.Refusal;
import dev.cairn.chat.reply.Reply;
import dev.cairn.chat.reply.ReplyData;
import dev.cairn.chat.reply.RichText;
import dev.cairn.command.Command;
import dev.cairn.domain.journey.JourneyCalendar;
import dev.cairn.domain.journey.JourneyStatus;
import dev.cairn.feature.Hours;
import dev.cairn.feature.Wording;
import dev.cairn.feature.community.Community;
import dev.cairn.feature.journey.Journeys;
import dev.cairn.feature.member.Member;
import dev.cairn.feature.member.Members;
import dev.cairn.feature.member.Request;
import dev.cairn.feature.path.Paths;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.function.ToIntBiFunction;
import java.util.regex.Pattern;

/** {@code /topic}: the topic of today, of another day, or of a track. */
public final class TopicCommand {
  private static final Pattern NUMBER = Pattern.compile("-?\\d+");

  private static final Option<String> PART =
      Option.optional(
          "part",
          DayPart.TYPE,
          "One part of the day, shown only to you; the short form if left out");

  private static final Option<Long> DAY =
      Option.optional(
          "day",
          new OptionType.Whole(1, JourneyCalendar.DAYS),
          "A day of the journey, 1 to 180; today's if left out");

  private static final Option<String> TRACK =
      Option.optional("track", new OptionType.Text(60), "Only days of this track");

  private static final Option<Long> HINT =
      Option.hidden("hint", new OptionType.Whole(1, 3), "The number of the hint");

  private static final String OFF = "off";

  /** A card is some kilobytes, and the day that a community walks is asked for most. */
  private static final int MOST_CARDS = 100;

  private static final Option<String> DAILY =
      Option.optional(
          "daily",
          new OptionType.Text(5),
          "The hour, like 08:00, at which you get each day's topic by direct message; or off");

  private final DirectTopics direct;
  private final Catalog catalog;
  private final Journeys journeys;
  private final Members members;
  private final ToIntBiFunction<Member, Instant> dueCards;
  private final Paths paths;

  /** Of the content alone, and so the same for all who see it. */
  private final Cache<Shown, Reply.Card> cards =
      Caffeine.newBuilder().maximumSize(MOST_CARDS).build();

  /**
   * @param direct sends the topic by direct message
   * @param dueCards how many cards a member can answer at an instant
   */
  public TopicCommand(
      Catalog catalog,
      Journeys journeys,
      Members members,
      ToIntBiFunction<Member, Instant> dueCards,
      Paths paths,
      DirectTopics direct) {
    this.direct = direct;
    this.catalog = catalog;
    this.paths = paths;
    this.dueCards = dueCards;
    this.journeys = journeys;
    this.members = members;
  }

  /**
   * All that the card of a day depends on.
   *
   * @param communityDay the day of the community whose member walks another way; 0 for none
   * @param due how many cards the member can answer
   */
  private record Shown(int day, int communityDay, int due) {}

  /** The command. */
  public Command command() {
    CommandSpec spec =
        CommandSpec.open(
                "topic",
                "The topic of today, or of another day of the journey",
                DAY,
                TRACK.suggesting((caller, typed) -> tracks(typed)),
                PART,
                HINT,
                DAILY)
            .privateWhenGiven(PART.name(), DAILY.name())
            .withExamples(
                "topic",
                "topic 12",
                "topic track:mlops",
                "topic 12 part:steps",
                "topic daily:08:00");
    return members.command(spec, this::topic);
  }

  private List<ChoiceValue> tracks(String typed) {
    List<Track> found = typed.isBlank() ? catalog.tracks() : catalog.tracks().ranked(typed, 25);
    return found.stream().map(track -> new ChoiceValue(track.id(), track.name())).toList();
  }

  private Reply topic(Request request) {
    Member member = request.member();
    Community community = member.community();
    Optional<String> daily = request.get(DAILY);
    if (daily.isPresent()) {
      return daily(request, daily.get().strip());
    }
    JourneyStatus today = journeys.today(community, request.at());
    paths.askOnce(member, today, request.at());
    Optional<Track> track = request.get(TRACK).map(this::track);
    Optional<Long> day = request.get(DAY);
    Optional<JourneyDay> asked = day.map(number -> catalog.day(number.intValue()).orElseThrow());
    asked.ifPresent(shown -> track.ifPresent(wanted -> requireOnTrack(shown, wanted)));
    Optional<DayPart> part = request.get(PART).map(DayPart::ofKey);
    if (part.isPresent()) {
      JourneyDay opened =
          asked
              .or(() -> track.map(wanted -> nextDay(wanted, today)))
              .or(() -> paths.ownWay(member).flatMap(Paths.OwnWay::next))
              .orElseGet(() -> latest(today));
      int hint = request.get(HINT).map(Long::intValue).orElse(1);
      return DayPartCard.of(catalog, opened, part.get(), hint);
    }
    if (asked.isPresent()) {
      return shown(new Shown(asked.get().day(), 0, 0));
    }
    int due = dueCards.applyAsInt(member, request.at());
    return track
        .map(wanted -> shown(new Shown(nextDay(wanted, today).day(), 0, due)))
        .or(() -> paths.ownWay(member).map(way -> ofOwnWay(way, today, member.name(), due)))
        .orElseGet(() -> ofToday(today, due));
  }

  private Reply.Card shown(Shown shown) {
    return cards.get(
        shown,
        each -> {
          CardBuilder card = TopicCard.of(catalog, day(each.day()));
          if (each.communityDay() > 0) {
            offerCommunityDay(card, each.communityDay());
          }
          return offeringReview(card, each.due());
        });
  }

  private static void offerCommunityDay(CardBuilder card, int day) {
    card.button("The community's topic: day " + day, Action.of("topic").with("day", day));
  }

  private static Reply.Card offeringReview(CardBuilder card, int due) {
    if (due > 0) {
      card.button("Review " + Wording.count(due, "card"), Action.of("review"));
    }
    return card.build();
  }

  private Reply daily(Request request, String hour) {
    Member member = request.member();
    if (hour.equalsIgnoreCase(OFF)) {
      direct.stop(member);
      return Reply.Notice.ok(RichText.of("You get no more topics by direct message."));
    }
    LocalTime at = Hours.read(DAILY.name(), hour);
    direct.send(member, request.account(), at, request.at());
    return Reply.Notice.ok(
        RichText.of(
                "You get each day's topic by direct message at %s, on your own path if you have one. To stop: "
                    .formatted(Hours.typed(at)))
            .command("topic", "daily:off"));
  }

  /** The next day of somebody who walks at their own pace; the community's is one press away. */
  private Reply.Card ofOwnWay(Paths.OwnWay way, JourneyStatus today, String name, int due) {
    int communityDay = today instanceof JourneyStatus.Numbered(int number) ? number : 0;
    Optional<JourneyDay> next = way.next();
    if (next.isPresent()) {
      return shown(new Shown(next.get().day(), communityDay, due));
    }
    CardBuilder card =
        over(name + " has studied every day of the path. All topics can still be read.");
    if (communityDay > 0) {
      offerCommunityDay(card, communityDay);
    }
    return offeringReview(card, due);
  }

  private Reply.Card ofToday(JourneyStatus today, int due) {
    return switch (today) {
      case JourneyStatus.Numbered(int number) -> shown(new Shown(number, 0, due));
      case JourneyStatus.LeftOut(int latest) ->
          withoutTopic(
              "There is no topic today: the journey leaves out this weekday.", latest, due);
      case JourneyStatus.OnHold(int latest) -> withoutTopic("The journey is paused.", latest, due);
      case JourneyStatus.Ahead(LocalDate start) ->
          withoutTopic("The journey begins on " + Wording.date(start) + ".", 0, due);
      case JourneyStatus.Over() ->
          offeringReview(
              over("The community has finished all %d days. Every topic can still be read, and a moderator can start the journey again."
                      .formatted(JourneyCalendar.DAYS))
                  .button("Start over (moderators)", Action.of("journey start")),
              due);
    };
  }

  /**
   * A date that uses up no day of the journey still has something to read: the latest topic, or the
   * first one to come.
   */
  private Reply.Card withoutTopic(String why, int latest, int due) {
    JourneyDay shown = day(Math.max(1, latest));
    CardBuilder card =
        TopicCard.of(
            catalog,
            shown,
            RichText.of(
                why
                    + (latest == 0
                        ? " This will be the first topic:"
                        : " This was the most recent topic:")));
    return offeringReview(card.facts(TopicCard.facts(shown).with("day", null)), due);
  }

  private CardBuilder over(String said) {
    return Reply.Card.titled("The journey is complete")
        .tone(Reply.Tone.CELEBRATION)
        .text(said)
        .button("Day 1 again", Action.of("topic").with("day", 1))
        .facts(
            ReplyData.NONE
                .with("day", null)
                .with("id", null)
                .with("track", null)
                .with("title", null)
                .with("source", null));
  }

  /** The next day of a track from today on; after the last one, its first. */
  private JourneyDay nextDay(Track track, JourneyStatus today) {
    List<JourneyDay> days = catalog.daysOf(track);
    if (days.isEmpty()) {
      throw Refusal.of(
          Problem.NOT_FOUND, "The journey has no day in the track " + track.name() + ".");
    }
    int from = today instanceof JourneyStatus.Numbered(int number) ? number : 1;
    return days.stream().filter(day -> day.day() >= from).findFirst().orElse(days.getFirst());
  }

  private Track track(String typed) {
    if (NUMBER.matcher(typed).matches()) {
      // Out of range it is no day, and was taken for the next option.
      throw Refusal.badOption(
          "day", "The journey has days 1 to %d.".formatted(JourneyCalendar.DAYS));
    }
    return catalog
        .tracks()
        .named(typed)
        .orElseThrow(() -> {
          RichText said = RichText.of("There is no track “" + typed + "”.");
          return Refusal.of(
              Problem.NOT_FOUND,
              catalog
                  .tracks()
                  .nearest(typed)
                  .map(near -> said.plain(" Did you mean ").code(near.id()).plain("?"))
                  .orElseGet(() ->
                      said.plain(
                          " There is: "
                              + String.join(", ", catalog.tracks().stream().map(Track::id).toList())
                              + ".")));
        });
  }

  private void requireOnTrack(JourneyDay day, Track track) {
    if (!track.id().equals(day.track())) {
      throw Refusal.of(
          Problem.NOT_FOUND,
          RichText.of(
                  "Day %d belongs to %s, not to %s. The next of that track: "
                      .formatted(
                          day.day(),
                          catalog.trackOf(day).map(Track::name).orElse("no track"),
                          track.name()))
              .command("topic", "track:" + track.id()));
    }
  }

  /** Today's day; where today has none of its own, the latest. */
  private JourneyDay latest(JourneyStatus today) {
    return day(today.latestDay());
  }

  private JourneyDay day(int number) {
    return catalog.day(number).orElseThrow();
  }
}
