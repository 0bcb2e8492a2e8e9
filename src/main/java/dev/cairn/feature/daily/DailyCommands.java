package dev.cairn.feature.daily;

import dev.cairn.chat.Action;
import dev.cairn.chat.Arguments;
import dev.cairn.chat.Audience;
import dev.cairn.chat.CommandSpec;
import dev.cairn.chat.Effect;
import dev.cairn.chat.Option;
import dev.cairn.chat.OptionType;
import dev.cairn.chat.OptionType.ChoiceValue;
import dev.cairn.chat.Place;
import dev.cairn.chat.Value;
import dev.cairn.chat.reply.CardBuilder;
import dev.cairn.chat.reply.Control;
import dev.cairn.chat.reply.Excerpt;
import dev.cairn.chat.reply.Form;
import dev.cairn.chat.reply.Problem;
import dev.cairn.chat.reply.Refusal;
import dev.cairn.chat.reply.Reply;
import dev.cairn.chat.reply.RichText;
import dev.cairn.chat.reply.Span;
import dev.cairn.command.Command;
import dev.cairn.connection.Connections;
import dev.cairn.connection.InstallationCheck.Finding;
import dev.cairn.domain.day.DailyHour;
import dev.cairn.domain.day.DailyHour.Occurrence;
import dev.cairn.domain.journey.JourneyCalendar;
import dev.cairn.domain.journey.JourneyStatus;
import dev.cairn.feature.Hours;
import dev.cairn.feature.Weekdays;
import dev.cairn.feature.Wording;
import dev.cairn.feature.Zones;
import dev.cairn.feature.audit.AuditLog;
import dev.cairn.feature.audit.Undo;
import dev.cairn.feature.community.Community;
import dev.cairn.feature.member.Members;
import dev.cairn.feature.member.Request;
import dev.cairn.feature.outbox.OutboxMessage;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** {@code /daily}: where and when the topic of the day is posted. */
public final class DailyCommands {
  private static final int LONGEST_LABEL = 40;
  private static final LocalTime FIRST_HOUR = LocalTime.of(8, 0);
  private static final String COMMUNITY_ZONE = "community";
  private static final String ALL = "all";

  private static final Option<Value.Channel> CHANNEL =
      Option.optional("channel", new OptionType.Channel(), "Where; here if left out at first");

  private static final Option<String> TRACK =
      Option.optional(
          "track", new OptionType.Text(60), "Only topics of this track; all for every one");

  private static final Option<Value.Channel> WHICH =
      Option.optional("channel", new OptionType.Channel(), "The post in which channel");

  private static final Option<String> HOUR =
      Option.optional("hour", new OptionType.Text(5), "When, on the wall clock, like 08:00")
          .labelled("Hour");

  private static final Option<String> ZONE =
      Option.optional(
              "zone",
              new OptionType.Text(64),
              "In which time zone; community for the community's own")
          .labelled("Time zone");

  private static final Option<String> WEEKDAYS =
      Option.optional("weekdays", new OptionType.Text(80), "On which days, like mon,wed,fri")
          .labelled("Weekdays");

  private static final Option<Boolean> PIN =
      Option.optional("pin", new OptionType.Flag(), "Whether to pin each post")
          .labelled("Pin each post");

  private static final Option<Boolean> WEEKLY =
      Option.optional(
              "weekly", new OptionType.Flag(), "Whether to sum up the week there on Mondays")
          .labelled("Sum up the week on Mondays");

  private static final Option<Boolean> CONFIRM =
      Option.hidden("confirm", new OptionType.Flag(), "Whether to post it a second time");

  private static final String TRACK_FIELD = "Track";

  private final DailyPosts dailyPosts;
  private final DailyPost posts;
  private final Members members;
  private final Connections connections;
  private final AuditLog audit;
  private final InstantSource clock;

  /**
   * @param connections tell whether a channel can be posted in
   * @param clock tells which offset a zone has now, for suggestions
   */
  public DailyCommands(
      DailyPosts dailyPosts,
      DailyPost posts,
      Members members,
      Connections connections,
      AuditLog audit,
      InstantSource clock) {
    this.dailyPosts = dailyPosts;
    this.posts = posts;
    this.members = members;
    this.connections = connections;
    this.audit = audit;
    this.clock = clock;
  }

  /** The commands. */
  public List<Command> commands() {
    return List.of(
        members.command(
            moderation(
                    "daily set",
                    "Have the topic of the day posted, or change where and when",
                    CHANNEL,
                    HOUR,
                    ZONE.suggesting((caller, typed) -> zones(typed)),
                    WEEKDAYS,
                    TRACK.suggesting(posts.tracks().suggester()),
                    PIN,
                    WEEKLY)
                .withExamples(
                    "daily set channel:#daily hour:08:00",
                    "daily set hour:07:30 zone:Asia/Kolkata weekdays:mon,tue,wed,thu,fri",
                    "daily set channel:#pipelines track:mlops hour:17:00",
                    "daily set weekly:no"),
            this::set),
        members.command(
            moderation("daily show", "Where and when the topic of the day is posted", WHICH)
                .withExamples("daily show", "daily show channel:#daily"),
            this::show),
        members.command(
            moderation("daily preview", "What the next post will look like", WHICH)
                .withExamples("daily preview"),
            this::preview),
        members.command(
            moderation("daily post", "Post today's topic now", WHICH, CONFIRM)
                .withExamples("daily post"),
            this::post),
        members.command(
            moderation("daily off", "Post no topics in a channel by yourself any more", WHICH)
                .withExamples("daily off", "daily off channel:#daily"),
            this::off));
  }

  private static CommandSpec moderation(String name, String summary, Option<?>... options) {
    return CommandSpec.moderation(name, summary, Audience.CALLER, options);
  }

  private List<ChoiceValue> zones(String typed) {
    return Zones.suggest(typed, clock.instant());
  }

  private Reply set(Request request) {
    Community community = request.community();
    Place place = request.place();
    Arguments given = request.arguments();
    List<DailyPostSettings> all = dailyPosts.all(community, place);
    Value.Channel channel = channel(request, all);
    Optional<DailyPostSettings> before = of(all, channel);
    Instant now = request.at();
    LocalTime hour =
        given
            .get(HOUR)
            .map(typed -> Hours.read("hour", typed))
            .orElse(before.map(daily -> daily.hour().hour()).orElse(FIRST_HOUR));
    DailyPostSettings daily =
        new DailyPostSettings(
            community,
            place,
            channel,
            new DailyHour(hour, weekdays(given, before)),
            zone(given, before, now),
            track(given, before),
            flag(given, PIN, before.map(DailyPostSettings::pin).orElse(false)),
            flag(
                given,
                WEEKLY,
                before
                    .map(DailyPostSettings::weekly)
                    // One channel is enough to sum up a week in.
                    .orElse(all.stream().noneMatch(DailyPostSettings::weekly))),
            now);
    requirePostable(daily);
    record(
        request,
        () -> dailyPosts.set(daily),
        DailyUndo.of(daily, before, Optional.of(daily)),
        "had the topic of the day posted in #%s at %s, %s"
            .formatted(
                daily.channel().name(),
                Hours.typed(hour),
                daily.hour().weekdays().size() == DayOfWeek.values().length
                    ? "every day"
                    : "on " + Wording.weekdays(daily.hour().weekdays())));
    boolean several = dailyPosts.all(community, place).size() > 1;
    return before.isEmpty()
        ? card("Saved", daily, several, now)
        : changed(before.get(), daily, several, now);
  }

  /** What was changed, and nothing else; all of it where nothing was. */
  private Reply changed(
      DailyPostSettings before, DailyPostSettings daily, boolean several, Instant now) {
    Map<String, RichText> changes = new LinkedHashMap<>(settings(daily, now));
    settings(before, now).forEach(changes::remove);
    if (before.track() != null && daily.track() == null) {
      changes.put(TRACK_FIELD, RichText.of("every topic"));
    }
    if (changes.isEmpty()) {
      return card("Nothing changed: it is posted like this already", daily, several, now);
    }
    CardBuilder card = Reply.Card.titled("Saved");
    changes.forEach(card::field);
    return finished(card, daily, several, now);
  }

  /** What would fail each morning, with nobody there to hear of it, is better refused now. */
  private void requirePostable(DailyPostSettings daily) {
    List<Finding> obstacles =
        connections
            .installationCheck(daily.place().platform())
            .map(check -> check.obstacles(daily.place().id(), daily.channel().id(), daily.pin()))
            .orElse(List.of());
    if (obstacles.isEmpty()) {
      return;
    }
    RichText why =
        RichText.of("I could not post in ").then(shown(daily)).plain(", so nothing was changed.");
    for (Finding obstacle : obstacles) {
      why = why.plain("\n" + obstacle.what());
      why = obstacle.remedy() == null ? why : why.plain(" " + obstacle.remedy());
    }
    throw Refusal.badOption("channel", why);
  }

  private static Optional<DailyPostSettings> of(
      List<DailyPostSettings> all, Value.Channel channel) {
    return all.stream().filter(daily -> daily.channel().id().equals(channel.id())).findFirst();
  }

  /** The channel that was named; else the only one that gets posts, or the one this is said in. */
  private static Value.Channel channel(Request request, List<DailyPostSettings> all) {
    return request
        .arguments()
        .get(CHANNEL)
        .or(() -> only(request, all).map(DailyPostSettings::channel))
        .or(() -> all.isEmpty() ? here(request) : Optional.empty())
        .orElseThrow(() ->
            Refusal.badOption(
                "channel", RichText.of("Say where: ").command("daily set", "channel:#daily")));
  }

  private static Optional<DailyPostSettings> only(Request request, List<DailyPostSettings> all) {
    return all.size() == 1
        ? Optional.of(all.getFirst())
        : here(request).flatMap(channel -> of(all, channel));
  }

  private @Nullable String track(Arguments given, Optional<DailyPostSettings> before) {
    Optional<String> typed = given.get(TRACK).map(String::strip);
    if (typed.isEmpty()) {
      return before.map(DailyPostSettings::track).orElse(null);
    }
    return typed.get().equalsIgnoreCase(ALL) ? null : posts.tracks().find(typed.get()).id();
  }

  private static Optional<Value.Channel> here(Request request) {
    return request.channel().map(here -> new Value.Channel(here.channel(), here.channel()));
  }

  private static Set<DayOfWeek> weekdays(Arguments given, Optional<DailyPostSettings> before) {
    Set<DayOfWeek> weekdays =
        given
            .get(WEEKDAYS)
            .map(DailyCommands::weekdays)
            .orElse(
                before
                    .map(daily -> daily.hour().weekdays())
                    .orElse(EnumSet.allOf(DayOfWeek.class)));
    if (weekdays.isEmpty()) {
      throw Refusal.badOption(
          "weekdays",
          RichText.of("At least one weekday is needed. To end the posts: ").command("daily off"));
    }
    return weekdays;
  }

  private static Set<DayOfWeek> weekdays(String typed) {
    return typed.strip().equalsIgnoreCase(ALL)
        ? EnumSet.allOf(DayOfWeek.class)
        : Weekdays.read("weekdays", typed);
  }

  private static @Nullable ZoneId zone(
      Arguments given, Optional<DailyPostSettings> before, Instant now) {
    Optional<String> typed = given.get(ZONE);
    if (typed.isEmpty()) {
      return before.map(DailyPostSettings::zone).orElse(null);
    }
    return typed.get().strip().equalsIgnoreCase(COMMUNITY_ZONE)
        ? null
        : Zones.read("zone", typed.get(), now);
  }

  private static boolean flag(Arguments given, Option<Boolean> option, boolean otherwise) {
    return given.get(option).orElse(otherwise);
  }

  private Reply show(Request request) {
    List<DailyPostSettings> all = all(request);
    return all.size() > 1 && !request.arguments().has(WHICH)
        ? list(all, request.at())
        : card("The topic of the day", daily(request), all.size() > 1, request.at());
  }

  private Reply preview(Request request) {
    DailyPostSettings daily = daily(request);
    Occurrence next = next(daily, request.at());
    LocalDate date = next.date();
    int number =
        posts
            .number(daily.community(), date)
            .orElseThrow(() -> withoutTopic(daily, date, "so nothing will be posted"));
    return posts.preview(
        daily.community(),
        date,
        number,
        RichText.of("This will be posted in ")
            .then(shown(daily))
            .plain(", ")
            .moment(next.at(), Span.Moment.Style.DATE_TIME)
            .plain(":"));
  }

  private Reply post(Request request) {
    DailyPostSettings daily = daily(request);
    Instant now = request.at();
    LocalDate today = daily.community().today(now);
    if (posts.number(daily.community(), today).isEmpty()) {
      throw withoutTopic(daily, today, "so there is nothing to post");
    }
    Optional<OutboxMessage> there =
        dailyPosts
            .newest(daily)
            .filter(post -> post.state() != OutboxMessage.State.GIVEN_UP)
            .filter(post -> post.key().startsWith(today.toString()));
    if (there.isPresent() && !request.arguments().isSet(CONFIRM)) {
      return reallyPost(daily, there.get(), all(request).size() > 1);
    }
    record(
        request,
        () -> posts.postNow(daily, today, now),
        Undo.never("What was posted can be deleted in the channel, not by me."),
        "posted today's topic in #" + daily.channel().name());
    return Reply.Notice.ok(
        RichText.of("Today's topic is on its way to ").then(shown(daily)).plain("."));
  }

  private Reply off(Request request) {
    DailyPostSettings daily = daily(request);
    record(
        request,
        () -> dailyPosts.off(daily),
        DailyUndo.of(daily, Optional.of(daily), Optional.empty()),
        "ended the posts of the topic of the day in #" + daily.channel().name());
    return Reply.Notice.ok(
        RichText.of("Neither the daily topic nor a weekly summary is posted in ")
            .then(shown(daily))
            .plain(" any more. To start again: ")
            .command("daily set"));
  }

  private static Reply reallyPost(DailyPostSettings daily, OutboxMessage there, boolean several) {
    return Reply.Card.titled("Post it a second time?")
        .tone(Reply.Tone.WARNING)
        .text(
            RichText.of("Today's topic is in ")
                .then(shown(daily))
                .plain(" already, since ")
                .moment(there.due(), Span.Moment.Style.DATE_TIME)
                .plain(". A second post would stand beside it. Nothing has been posted yet."))
        .control(
            new Control.Button(
                "Post it again",
                inItsChannel(Action.of("daily post"), daily, several).with("confirm", true),
                Control.Button.Style.DANGER,
                Effect.REPLY))
        .build();
  }

  private void record(Request request, Runnable change, Undo undo, String what) {
    audit.changing(
        request.member(),
        request.at(),
        () -> {
          change.run();
          return new AuditLog.Deed<>(what, what, undo);
        });
  }

  /** The next post: of a channel for one track, the next that has a topic of it. */
  private Occurrence next(DailyPostSettings daily, Instant now) {
    Occurrence first = daily.next(now);
    Occurrence each = first;
    for (int tried = 0; daily.track() != null && tried < JourneyCalendar.DAYS; tried++) {
      if (posts
          .number(daily.community(), each.date())
          .filter(number -> posts.isWanted(daily, number))
          .isPresent()) {
        return each;
      }
      each = daily.next(each.at());
    }
    return first;
  }

  private Refusal withoutTopic(DailyPostSettings daily, LocalDate date, String hence) {
    return Refusal.of(
        Problem.CONFLICT,
        "%s has no topic, %s: %s."
            .formatted(Wording.date(date), hence, why(posts.day(daily.community(), date))));
  }

  private static String why(JourneyStatus day) {
    return switch (day) {
      case JourneyStatus.Numbered(int number) -> "it is day " + number;
      case JourneyStatus.LeftOut leftOut -> "its weekday is left out of the journey";
      case JourneyStatus.OnHold onHold -> "the journey is paused";
      case JourneyStatus.Ahead(LocalDate start) -> "the journey begins on " + Wording.date(start);
      case JourneyStatus.Over over -> "the journey is complete";
    };
  }

  private DailyPostSettings daily(Request request) {
    List<DailyPostSettings> all = all(request);
    Optional<Value.Channel> named = request.arguments().get(WHICH);
    if (all.isEmpty() || named.isPresent()) {
      return named
          .flatMap(channel -> of(all, channel))
          .orElseThrow(() ->
              Refusal.of(
                  Problem.NOT_FOUND,
                  RichText.of("The daily topic is not posted here yet. To start: ")
                      .command("daily set", "channel:#daily hour:08:00")));
    }
    return only(request, all)
        .orElseThrow(() ->
            Refusal.badOption(
                WHICH.name(),
                RichText.of("The topic is posted in ")
                    .then(RichText.join(", ", all.stream().map(DailyCommands::shown).toList()))
                    .plain(". Say which of them is meant, with channel.")));
  }

  private List<DailyPostSettings> all(Request request) {
    return dailyPosts.all(request.community(), request.place());
  }

  /** An action on the post of a channel, which is named where there are several. */
  private static Action inItsChannel(Action action, DailyPostSettings daily, boolean several) {
    return several ? action.with(WHICH.name(), daily.channel().typed()) : action;
  }

  private Reply list(List<DailyPostSettings> all, Instant now) {
    CardBuilder card =
        Reply.Card.titled("The topic of the day")
            .items(
                all.stream()
                    .map(daily ->
                        shown(daily)
                            .plain(
                                " at %s, %s, %s. Next: "
                                    .formatted(
                                        Hours.typed(daily.hour().hour()),
                                        daily.zoneAt(now).getId(),
                                        shownTrack(daily)))
                            .moment(next(daily, now).at(), Span.Moment.Style.DATE_TIME))
                    .toList());
    for (DailyPostSettings daily : all) {
      card.button(
          Excerpt.of("#" + daily.channel().name(), LONGEST_LABEL),
          inItsChannel(Action.of("daily show"), daily, true));
    }
    return card.fact("channels", all.stream().map(daily -> daily.channel().name()).toList())
        .build();
  }

  private static String shownTrack(DailyPostSettings daily) {
    return daily.track() == null ? "every topic" : "topics of the track " + daily.track();
  }

  private static RichText shown(DailyPostSettings daily) {
    return RichText.EMPTY.channel(daily.place().platform(), daily.channel());
  }

  private Reply card(String title, DailyPostSettings daily, boolean several, Instant now) {
    CardBuilder card = Reply.Card.titled(title);
    settings(daily, now).forEach(card::field);
    return finished(card, daily, several, now);
  }

  /** What was decided about the posts of a channel, by what it is called. */
  private static Map<String, RichText> settings(DailyPostSettings daily, Instant now) {
    Map<String, RichText> settings = new LinkedHashMap<>();
    settings.put("Channel", shown(daily));
    settings.put("Hour", RichText.of(Hours.typed(daily.hour().hour())));
    settings.put(
        "Time zone",
        RichText.of(daily.zoneAt(now).getId() + (daily.zone() == null ? ", the community's" : "")));
    settings.put("Weekdays", RichText.of(Wording.weekdays(daily.hour().weekdays())));
    settings.put("Pinned", RichText.of(daily.pin() ? "yes" : "no"));
    settings.put("Weekly summary", RichText.of(daily.weekly() ? "on Mondays" : "off"));
    if (daily.track() != null) {
      settings.put(TRACK_FIELD, RichText.of(daily.track()));
    }
    return settings;
  }

  private Reply finished(CardBuilder card, DailyPostSettings daily, boolean several, Instant now) {
    ZoneId zone = daily.zoneAt(now);
    Occurrence next = next(daily, now);
    next(card, daily, next);
    Optional<OutboxMessage> newest = dailyPosts.newest(daily);
    newest.ifPresent(post -> newest(card, post));
    if (several) {
      card.button("All channels", Action.of("daily show"));
    }
    return card.control(form(daily, several))
        .button("Preview", inItsChannel(Action.of("daily preview"), daily, several))
        .fact("channel", daily.channel().name())
        .fact("hour", Hours.typed(daily.hour().hour()))
        .fact("zone", zone.getId())
        .fact("weekdays", Weekdays.typed(daily.hour().weekdays()))
        .fact("pin", daily.pin())
        .fact("weekly", daily.weekly())
        .fact("next", next.at())
        .build();
  }

  private void next(CardBuilder card, DailyPostSettings daily, Occurrence next) {
    JourneyStatus day = posts.day(daily.community(), next.date());
    RichText when = RichText.of("Next: ").moment(next.at(), Span.Moment.Style.DATE_TIME);
    if (!(day instanceof JourneyStatus.Numbered(int number))) {
      card.text(when.plain(". As things are, nothing will be posted then: " + why(day) + "."));
    } else if (posts.isWanted(daily, number)) {
      card.text(when.plain(", ").bold(posts.title(number)).plain("."));
    } else {
      card.text("No topic of the track is ahead.");
    }
  }

  private static void newest(CardBuilder card, OutboxMessage post) {
    RichText was = RichText.of("The post of ").moment(post.due(), Span.Moment.Style.DATE_TIME);
    String reason = String.valueOf(post.reason());
    switch (post.state()) {
      case SENT -> {}
      case WAITING, CLAIMED -> {
        if (post.reason() != null) {
          card.text(was.plain(" is not there yet: " + reason));
        }
      }
      case GIVEN_UP -> card.tone(Reply.Tone.WARNING).text(was.plain(" was not made: " + reason));
    }
  }

  private static Control form(DailyPostSettings daily, boolean several) {
    ZoneId zone = daily.zone();
    return new Control.FormButton(
        "Change",
        new Form(
            "The topic of the day",
            inItsChannel(Action.of("daily set"), daily, several)
                .with("hour", Hours.typed(daily.hour().hour()))
                .with("zone", zone == null ? COMMUNITY_ZONE : zone.getId())
                .with("weekdays", Weekdays.typed(daily.hour().weekdays()))
                .with("pin", daily.pin())
                .with("weekly", daily.weekly()),
            List.of("hour", "zone", "weekdays", "pin", "weekly"),
            "Save"));
  }
}
