package dev.cairn.feature.path;

import dev.cairn.catalog.Catalog;
import dev.cairn.catalog.JourneyDay;
import dev.cairn.catalog.StudyPath;
import dev.cairn.chat.Action;
import dev.cairn.chat.CommandSpec;
import dev.cairn.chat.Effect;
import dev.cairn.chat.Option;
import dev.cairn.chat.OptionType;
import dev.cairn.chat.OptionType.ChoiceValue;
import dev.cairn.chat.reply.CardBuilder;
import dev.cairn.chat.reply.Control;
import dev.cairn.chat.reply.Refusal;
import dev.cairn.chat.reply.Reply;
import dev.cairn.chat.reply.RichText;
import dev.cairn.command.Command;
import dev.cairn.domain.journey.JourneyCalendar;
import dev.cairn.domain.journey.JourneyStatus;
import dev.cairn.feature.Sources;
import dev.cairn.feature.Wording;
import dev.cairn.feature.member.Member;
import dev.cairn.feature.member.Members;
import dev.cairn.feature.member.Request;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** {@code /path}: walk with the community, at one's own pace, or by background. */
public final class PathCommand {
  private static final Option<Long> DAY =
      Option.optional(
          "day",
          new OptionType.Whole(1, JourneyCalendar.DAYS),
          "The first day, if you study at your own pace");

  private final Catalog catalog;
  private final Paths paths;
  private final Members members;
  private final Option<String> kind;

  public PathCommand(Catalog catalog, Paths paths, Members members) {
    this.catalog = catalog;
    this.paths = paths;
    this.members = members;
    this.kind =
        Option.optional(
            "kind",
            new OptionType.Choice(kinds()),
            "With the community, at your own pace, or by background");
  }

  /** The command. */
  public Command command() {
    CommandSpec spec =
        CommandSpec.personal("path", "Choose how you follow the journey", kind, DAY)
            .withExamples("path", "path own day:1", "path devops", "path community");
    return members.command(spec, this::path);
  }

  private List<ChoiceValue> kinds() {
    return Stream.concat(
            Stream.of(
                new ChoiceValue(Choice.COMMUNITY, "With the community"),
                new ChoiceValue(Choice.OWN, "At your own pace")),
            catalog.paths().stream().map(path -> new ChoiceValue(path.id(), path.name())))
        .toList();
  }

  private Reply path(Request request) {
    Member member = request.member();
    Optional<String> asked = request.get(kind);
    Optional<Integer> day = request.get(DAY).map(Long::intValue);
    if (asked.isPresent() || day.isPresent()) {
      String chosen = asked.orElse(Choice.OWN);
      if (chosen.equals(Choice.COMMUNITY) && day.isPresent()) {
        throw Refusal.badOption(
            DAY.name(),
            RichText.of(
                    "With the community, everybody is on the same day. To start on another day: ")
                .command("path", "own day:" + day.get()));
      }
      paths.choose(member, new Choice(chosen, day.orElse(1)), request.at());
    }
    return card(request);
  }

  private Reply card(Request request) {
    Member member = request.member();
    Optional<Paths.OwnWay> own = paths.ownWay(member);
    return own.map(way -> ownWay(member, way))
        .orElseGet(() -> withCommunity(paths.communityDay(member, request.at())));
  }

  private Reply withCommunity(JourneyStatus today) {
    int day = today.latestDay();
    CardBuilder card =
        Reply.Card.titled("You follow the community's journey")
            .text(standing(today))
            .primaryButton("Today's topic", Action.of("topic"));
    return choosable(card)
        .fact("path", Choice.COMMUNITY)
        .fact("day", day)
        .fact("of", JourneyCalendar.DAYS)
        .build();
  }

  private String standing(JourneyStatus today) {
    return switch (today) {
      case JourneyStatus.Numbered(int number) -> "Today it reaches " + named(number);
      case JourneyStatus.LeftOut(int latest) -> "Today has no topic. " + latest(latest);
      case JourneyStatus.OnHold(int latest) -> "It is paused. " + latest(latest);
      case JourneyStatus.Ahead(LocalDate start) -> "It begins on " + Wording.date(start) + ".";
      case JourneyStatus.Over over ->
          "It is complete: all %d days are behind you, and every topic stays open."
              .formatted(JourneyCalendar.DAYS);
    };
  }

  private String latest(int day) {
    return day == 0 ? "Day 1 is still to come." : "The latest was " + named(day);
  }

  private String named(int day) {
    return "day %d of %d: %s."
        .formatted(day, JourneyCalendar.DAYS, catalog.day(day).orElseThrow().title());
  }

  private Reply ownWay(Member member, Paths.OwnWay way) {
    CardBuilder card =
        Reply.Card.titled(way.path().map(StudyPath::name).orElse("At your own pace"));
    way.path().ifPresent(path -> parts(card, path));
    if (way.next().isPresent()) {
      JourneyDay next = way.next().get();
      card.text(RichText.of("Next: ").bold("Day " + next.day() + ": " + next.title()))
          .text("When you have studied it, the next day opens, whenever that is.")
          .primaryButton("Open day " + next.day(), Action.of("topic").with("day", next.day()));
    } else {
      card.tone(Reply.Tone.CELEBRATION).text("You have studied every day of your path.");
    }
    return choosable(card)
        .fact("path", way.path().map(StudyPath::id).orElse(paths.choice(member).kind()))
        .fact("day", way.next().map(JourneyDay::day).orElse(null))
        .fact("of", way.of())
        .build();
  }

  private void parts(CardBuilder card, StudyPath path) {
    card.text(path.summary());
    for (StudyPath.Part part : path.parts()) {
      String days =
          catalog.journey().referredTo(part.days()).stream()
              .map(day -> "%d %s".formatted(day.day(), day.title()))
              .collect(Collectors.joining("; "));
      card.text(
          RichText.EMPTY
              .bold(part.how() == StudyPath.How.SKIP ? "Skip" : "Skim")
              .plain(": " + days + ". " + part.reason()));
    }
    Sources.under(card, catalog, path.sources());
  }

  private CardBuilder choosable(CardBuilder card) {
    return card.control(
        new Control.Select(
            "Choose another path", Action.of("path"), kind.name(), kinds(), Effect.UPDATE));
  }
}
