package dev.cairn.feature.race;

import dev.cairn.chat.Audience;
import dev.cairn.chat.CommandSpec;
import dev.cairn.chat.Option;
import dev.cairn.chat.OptionType;
import dev.cairn.chat.Value;
import dev.cairn.chat.reply.CardBuilder;
import dev.cairn.chat.reply.Excerpt;
import dev.cairn.chat.reply.Problem;
import dev.cairn.chat.reply.Refusal;
import dev.cairn.chat.reply.Reply;
import dev.cairn.chat.reply.RichText;
import dev.cairn.command.Command;
import dev.cairn.domain.group.RaceDates;
import dev.cairn.feature.Pictures;
import dev.cairn.feature.Wording;
import dev.cairn.feature.member.Member;
import dev.cairn.feature.member.Members;
import dev.cairn.feature.member.Request;
import java.time.LocalDate;
import java.util.List;

/** {@code /race}: groups against each other. */
public final class RaceCommands {
  private static final Option<String> NAME =
      Option.required("name", new OptionType.Text(Race.LONGEST_NAME), "What the race is called");

  private static final Option<LocalDate> FROM =
      Option.required("from", new OptionType.Date(), "The first day, not before tomorrow");

  private static final Option<LocalDate> UNTIL =
      Option.required("until", new OptionType.Date(), "The last day, 7 to 42 days in all");

  private static final Option<Value.Role> ROLE =
      Option.optional("role", new OptionType.Role(), "A role that the winners are given");

  private static final Option<Boolean> TABLE =
      Option.hidden("table", new OptionType.Flag(), "Whether to show it as a table");

  private final Races races;
  private final Members members;
  private final RaceCards cards;

  public RaceCommands(Races races, Members members, Pictures pictures) {
    this.races = races;
    this.members = members;
    this.cards = new RaceCards(pictures);
  }

  /** The commands. */
  public List<Command> commands() {
    return List.of(
        members.command(
            CommandSpec.moderation(
                    "race start",
                    "Plan a race of the groups, from one date to another",
                    Audience.EVERYONE,
                    NAME,
                    FROM,
                    UNTIL,
                    ROLE)
                .withExamples("race start name:\"Spring sprint\" from:2026-03-02 until:2026-03-15"),
            this::start),
        members.command(
            CommandSpec.open("race show", "How the groups stand in the race", TABLE)
                .privateWhenGiven(TABLE.name())
                .withExamples("race show"),
            this::show),
        members.command(
            CommandSpec.open("race list", "All races and who won them").withExamples("race list"),
            this::list),
        members.command(
            CommandSpec.moderation(
                    "race stop", "Stop the race, without a winner", Audience.EVERYONE)
                .withExamples("race stop"),
            this::stop));
  }

  private Reply start(Request request) {
    Member moderator = request.member();
    LocalDate from = request.required(FROM);
    LocalDate until = request.required(UNTIL);
    if (!Races.mayBegin(from, moderator.community(), request.at())) {
      throw Refusal.badOption(
          "from",
          "A race begins tomorrow at the earliest; today is "
              + Wording.date(moderator.community().today(request.at()))
              + ".");
    }
    if (!RaceDates.allowed(from, until)) {
      throw Refusal.badOption(
          "until",
          "A race lasts %d to %d days: from %s to %s at the earliest, %s at the latest."
              .formatted(
                  RaceDates.SHORTEST,
                  RaceDates.LONGEST,
                  Wording.date(from),
                  Wording.date(from.plusDays(RaceDates.SHORTEST - 1L)),
                  Wording.date(from.plusDays(RaceDates.LONGEST - 1L))));
    }
    Race race =
        new Race(
            0,
            request.required(NAME).strip(),
            new RaceDates(from, until),
            request.place(),
            request.invocation().channel(),
            request.get(ROLE).map(Value.Role::id).orElse(null),
            request.get(ROLE).map(role -> Excerpt.quoted(role.name())).orElse(null),
            null,
            null,
            null);
    Races.Standing standing = races.start(moderator, race, request.at());
    return cards.of(standing, "A race is planned: " + race.name());
  }

  private Reply show(Request request) {
    Member member = request.member();
    return races
        .newest(member.community(), request.at())
        .<Reply>map(
            standing -> request.isSet(TABLE) ? RaceCards.inATable(standing) : cards.of(standing))
        .orElseThrow(RaceCommands::none);
  }

  private static Refusal none() {
    return Refusal.of(
        Problem.NOT_FOUND,
        RichText.of("There has been no race here yet. A moderator starts one: ")
            .command("race start"));
  }

  private Reply list(Request request) {
    Member member = request.member();
    List<Races.Standing> all = races.all(member.community(), request.at());
    CardBuilder card = Reply.Card.titled("Races");
    if (all.isEmpty()) {
      card.text("There has been no race here yet.");
    }
    card.items(all.stream().map(RaceCommands::line).toList());
    return card.fact("races", all.stream().map(RaceCards::listed).toList()).build();
  }

  private static RichText line(Races.Standing standing) {
    String what =
        switch (standing.state()) {
          case PLANNED -> "planned";
          case RUNNING -> "running";
          case CLOSING -> "closing";
          case OVER -> RaceCards.winners(standing);
          case STOPPED -> "stopped";
        };
    return RichText.EMPTY
        .bold(standing.race().name())
        .plain(": " + Races.inWords(standing.race().dates()) + ", " + what);
  }

  private Reply stop(Request request) {
    Member moderator = request.member();
    return cards.of(races.stop(moderator, request.at()));
  }
}
