package dev.cairn.feature.leaderboard;

import dev.cairn.chat.CommandSpec;
import dev.cairn.chat.Option;
import dev.cairn.chat.OptionType;
import dev.cairn.chat.OptionType.ChoiceValue;
import dev.cairn.chat.reply.Reply;
import dev.cairn.command.Command;
import dev.cairn.domain.day.Period;
import dev.cairn.feature.Pictures;
import dev.cairn.feature.member.Member;
import dev.cairn.feature.member.Members;
import dev.cairn.feature.member.Request;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** {@code /leaderboard}: who stands where. */
public final class LeaderboardCommand {
  private static final int MOST_PAGES = 1_000_000;

  private static final Option<String> OF =
      Option.optional(
          "of", OptionType.Choice.of("members", "groups"), "Who is ranked; members if left out");

  private static final Option<String> PERIOD =
      Option.optional(
          "period",
          new OptionType.Choice(
              List.of(
                  new ChoiceValue("week", "this week"),
                  new ChoiceValue("month", "this month"),
                  new ChoiceValue("all", "all time"))),
          "Check-ins in this period; the current streak if left out");

  private static final Option<Long> PAGE =
      Option.hidden("page", new OptionType.Whole(1, MOST_PAGES), "Page of the leaderboard");

  private static final Option<Boolean> TABLE =
      Option.hidden("table", new OptionType.Flag(), "Whether to show it as a table");

  private static final CommandSpec SPEC =
      CommandSpec.open(
              "leaderboard",
              "The ranking of members or groups, by streak or by period",
              OF,
              PERIOD,
              PAGE,
              TABLE)
          .privateWhenGiven(TABLE.name())
          .withExamples(
              "leaderboard", "leaderboard period:week", "leaderboard of:groups period:month");

  private final Leaderboards leaderboards;
  private final Members members;
  private final Pictures pictures;

  public LeaderboardCommand(Leaderboards leaderboards, Members members, Pictures pictures) {
    this.leaderboards = leaderboards;
    this.members = members;
    this.pictures = pictures;
  }

  /** The command. */
  public Command command() {
    return members.command(SPEC, this::leaderboard);
  }

  private Reply leaderboard(Request request) {
    Member caller = request.member();
    Board board = board(request);
    if (request.isSet(TABLE)) {
      return LeaderboardCard.inATable(board);
    }
    return LeaderboardCard.of(
        board, caller, pictures.of(LeaderboardDrawing.of(board, caller.community())));
  }

  private Board board(Request request) {
    Member caller = request.member();
    Instant now = request.at();
    int page = request.get(PAGE).orElse(1L).intValue();
    Optional<Period> period =
        request.get(PERIOD).map(given -> Period.valueOf(given.toUpperCase(Locale.ROOT)));
    if (request.get(OF).filter("groups"::equals).isPresent()) {
      return leaderboards.groups(caller, period.orElse(Period.WEEK), page, now);
    }
    return period
        .map(given -> leaderboards.byCheckIns(caller, given, page, now))
        .orElseGet(() -> leaderboards.byStreak(caller, page, now));
  }
}
