package dev.cairn.feature.journey;

import dev.cairn.catalog.Catalog;
import dev.cairn.catalog.Stage;
import dev.cairn.chat.Action;
import dev.cairn.chat.Audience;
import dev.cairn.chat.CommandSpec;
import dev.cairn.chat.Effect;
import dev.cairn.chat.Option;
import dev.cairn.chat.OptionType;
import dev.cairn.chat.reply.CardBuilder;
import dev.cairn.chat.reply.Control;
import dev.cairn.chat.reply.Problem;
import dev.cairn.chat.reply.Refusal;
import dev.cairn.chat.reply.Reply;
import dev.cairn.chat.reply.RichText;
import dev.cairn.command.Command;
import dev.cairn.domain.journey.JourneyCalendar;
import dev.cairn.domain.journey.JourneyStatus;
import dev.cairn.feature.Weekdays;
import dev.cairn.feature.Wording;
import dev.cairn.feature.audit.AuditLog;
import dev.cairn.feature.community.Community;
import dev.cairn.feature.member.Member;
import dev.cairn.feature.member.Members;
import dev.cairn.feature.member.Request;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** {@code /journey}: when the community walks its journey, and how far it is. */
public final class JourneyCommands {
  /** How far from today a journey may start, in days. */
  private static final int FARTHEST_START = 366;

  private static final Option<LocalDate> DATE =
      Option.optional("date", new OptionType.Date(), "The date of day 1; today if left out");

  private static final Option<String> WITHOUT =
      Option.optional("without", new OptionType.Text(80), "Weekdays without a topic, like sat,sun");

  private static final Option<Boolean> CONFIRM =
      Option.hidden("confirm", new OptionType.Flag(), "Whether to start over");

  private final Journeys journeys;
  private final Members members;
  private final Catalog catalog;
  private final AuditLog audit;

  public JourneyCommands(Journeys journeys, Members members, Catalog catalog, AuditLog audit) {
    this.journeys = journeys;
    this.members = members;
    this.catalog = catalog;
    this.audit = audit;
  }

  /** The commands. */
  public List<Command> commands() {
    return List.of(
        members.command(
            CommandSpec.open("journey show", "How far the community is on its journey")
                .withExamples("journey show"),
            this::show),
        members.showing(
            members.command(
                moderation(
                        "journey start",
                        "Start the journey on a date, or start it over",
                        DATE,
                        WITHOUT,
                        CONFIRM)
                    .withExamples(
                        "journey start 2026-03-02",
                        "journey start date:2026-03-02 without:sat,sun"),
                this::start),
            this::present),
        members.command(
            moderation("journey pause", "Pause the journey from today on"), this::pause),
        members.command(
            moderation("journey resume", "Go on with the journey from today on"), this::resume),
        members.command(moderation("journey skip", "Pass over today's topic"), this::skip));
  }

  private static CommandSpec moderation(String name, String summary, Option<?>... options) {
    return CommandSpec.moderation(name, summary, Audience.EVERYONE, options);
  }

  private Reply show(Request request) {
    Community community = request.community();
    boolean paused = journeys.today(community, request.at()) instanceof JourneyStatus.OnHold;
    return card(
        paused ? "The journey is paused" : "The journey",
        community,
        journeys.of(community),
        request);
  }

  /** When the journey started, if it did. */
  private Map<String, String> present(Request request) {
    Community community = request.community();
    if (!journeys.isStarted(community)) {
      return Map.of();
    }
    JourneyCalendar journey = journeys.of(community);
    Set<DayOfWeek> leftOut = journey.leftOut().newest();
    return leftOut.isEmpty()
        ? Map.of(DATE.name(), journey.start().toString())
        : Map.of(DATE.name(), journey.start().toString(), WITHOUT.name(), Weekdays.typed(leftOut));
  }

  private Reply start(Request request) {
    Member moderator = request.member();
    Community community = moderator.community();
    LocalDate today = community.today(request.at());
    LocalDate start = request.get(DATE).orElse(today);
    if (Math.abs(ChronoUnit.DAYS.between(today, start)) > FARTHEST_START) {
      throw Refusal.badOption(
          "date", "A journey starts within a year of today, which is " + Wording.date(today) + ".");
    }
    Set<DayOfWeek> without =
        request.get(WITHOUT).map(typed -> Weekdays.read("without", typed)).orElse(Set.of());
    if (without.size() == DayOfWeek.values().length) {
      throw Refusal.badOption("without", "At least one weekday needs a topic.");
    }
    Integer reached = number(journeys.of(community).on(today));
    if (journeys.isStarted(community) && reached != null && !request.isSet(CONFIRM)) {
      return reallyStart(reached, start, without);
    }
    JourneyCalendar started =
        changing(
            request,
            c -> journeys.start(c, start, without),
            "set the start of the journey to " + Wording.date(start));
    String title =
        switch (started.on(today)) {
          case JourneyStatus.Ahead ahead -> "The journey is set";
          case JourneyStatus.Over over -> "The journey is complete";
          default -> "The journey has begun";
        };
    return card(title, community, started, request);
  }

  private static Reply reallyStart(int reached, LocalDate start, Set<DayOfWeek> without) {
    Action action = Action.of("journey start").with("date", start);
    if (!without.isEmpty()) {
      action = action.with("without", Weekdays.typed(without));
    }
    return Reply.Card.titled("Start the journey over?")
        .tone(Reply.Tone.WARNING)
        .text(
            "It is at day %d of %d, and everybody would go back to day 1, on %s. Streaks, check-ins and what each has studied stay. Nothing is changed yet."
                .formatted(reached, JourneyCalendar.DAYS, Wording.date(start)))
        .control(
            new Control.Button(
                "Start over",
                action.with("confirm", true),
                Control.Button.Style.DANGER,
                Effect.REPLY))
        .fact("day", reached)
        .fact("start", start)
        .personal()
        .build();
  }

  private JourneyCalendar changing(
      Request request, Function<Community, JourneyCalendar> change, String what) {
    Member moderator = request.member();
    return audit.changing(
        moderator,
        request.at(),
        () -> {
          Optional<JourneyCalendar> before = journeys.started(moderator.community());
          JourneyCalendar after = change.apply(moderator.community());
          return new AuditLog.Deed<>(after, what, JourneyUndo.of(before, after));
        });
  }

  private Reply pause(Request request) {
    Community community = request.community();
    requireUnderWay(community, request);
    if (journeys.today(community, request.at()) instanceof JourneyStatus.OnHold) {
      throw Refusal.of(
          Problem.CONFLICT,
          RichText.of("The journey is paused already. To go on: ").command("journey resume"));
    }
    return card(
        "The journey is paused",
        community,
        changing(request, c -> journeys.pause(c, request.at()), "paused the journey"),
        request);
  }

  private Reply resume(Request request) {
    Community community = request.community();
    if (!(journeys.today(community, request.at()) instanceof JourneyStatus.OnHold)) {
      throw Refusal.of(Problem.CONFLICT, "The journey is not paused, so it simply goes on.");
    }
    return card(
        "The journey goes on",
        community,
        changing(request, c -> journeys.resume(c, request.at()), "had the journey go on"),
        request);
  }

  private Reply skip(Request request) {
    Community community = request.community();
    requireUnderWay(community, request);
    return card(
        "Today's topic is passed over",
        community,
        changing(request, c -> journeys.skip(c, request.at()), "passed over today's topic"),
        request);
  }

  private void requireUnderWay(Community community, Request request) {
    JourneyStatus today = journeys.today(community, request.at());
    if (today instanceof JourneyStatus.Over || today instanceof JourneyStatus.Ahead) {
      throw Refusal.of(
          Problem.CONFLICT,
          RichText.of(
                  today instanceof JourneyStatus.Over
                      ? "The journey has reached its end. To start over: "
                      : "The journey has not begun yet. To move its start: ")
              .command("journey start"));
    }
  }

  private Reply card(String title, Community community, JourneyCalendar journey, Request request) {
    LocalDate today = community.today(request.at());
    JourneyStatus day = journey.on(today);
    LocalDate first = journey.start();
    CardBuilder card = Reply.Card.titled(title).text(standing(day));
    Integer number = number(day);
    if (number != null) {
      Stage stage = stage(number);
      card.field("Day", number + " of " + JourneyCalendar.DAYS)
          .field("Stage", stage.name())
          .text(stage.summary());
    }
    card.field(day instanceof JourneyStatus.Ahead ? "Begins" : "Began", Wording.date(first))
        .field(
            "Weekdays without a topic",
            Wording.weekdays(journey.leftOut().at(today.isBefore(first) ? first : today)));
    if (!journeys.isStarted(community)) {
      card.text(
          RichText.of(
                  "It started automatically on the day we met. A moderator can choose another"
                      + " start: ")
              .command("journey start"));
    }
    return card.button("Today's topic", Action.of("topic"))
        .fact("day", day instanceof JourneyStatus.Numbered numbered ? numbered.number() : null)
        .fact("start", journey.start())
        .fact("state", state(day))
        .build();
  }

  private static RichText standing(JourneyStatus day) {
    return switch (day) {
      case JourneyStatus.Numbered(int number) ->
          RichText.of("Today is day ").bold(Integer.toString(number)).plain(" of the journey.");
      case JourneyStatus.LeftOut(int latest) ->
          RichText.of("Today has no topic: its weekday is left out. " + reached(latest));
      case JourneyStatus.OnHold(int latest) ->
          RichText.of(reached(latest) + " To go on: ").command("journey resume");
      case JourneyStatus.Ahead(LocalDate start) ->
          RichText.of("The journey begins on " + Wording.date(start) + ".");
      case JourneyStatus.Over() ->
          RichText.of(
                  "All " + JourneyCalendar.DAYS + " days are done. A moderator can start over: ")
              .command("journey start");
    };
  }

  private static String reached(int latest) {
    return latest == 0 ? "Day 1 is still to come." : "The latest was day " + latest + ".";
  }

  private static @Nullable Integer number(JourneyStatus day) {
    return switch (day) {
      case JourneyStatus.Numbered(int number) -> number;
      case JourneyStatus.LeftOut(int latest) -> latest == 0 ? null : latest;
      case JourneyStatus.OnHold(int latest) -> latest == 0 ? null : latest;
      case JourneyStatus.Ahead ahead -> null;
      case JourneyStatus.Over over -> null;
    };
  }

  private static String state(JourneyStatus day) {
    return switch (day) {
      case JourneyStatus.Numbered numbered -> "under_way";
      case JourneyStatus.LeftOut leftOut -> "left_out";
      case JourneyStatus.OnHold onHold -> "paused";
      case JourneyStatus.Ahead ahead -> "ahead";
      case JourneyStatus.Over over -> "over";
    };
  }

  private Stage stage(int number) {
    return catalog.stages().stream()
        .filter(stage -> stage.firstDay() <= number && number <= stage.lastDay())
        .findFirst()
        .orElseThrow();
  }
}
