package dev.cairn.feature.race;

import dev.cairn.chat.Action;
import dev.cairn.chat.reply.Block;
import dev.cairn.chat.reply.CardBuilder;
import dev.cairn.chat.reply.Reply;
import dev.cairn.chat.reply.ReplyData;
import dev.cairn.domain.group.RaceDates;
import dev.cairn.feature.Pictures;
import dev.cairn.feature.Wording;
import dev.cairn.picture.LeaderboardBars;
import dev.cairn.picture.RaceBanner;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** How a race is shown. */
final class RaceCards {
  private final Pictures pictures;

  RaceCards(Pictures pictures) {
    this.pictures = pictures;
  }

  Reply.Card of(Races.Standing standing) {
    return of(standing, standing.race().name());
  }

  /** How it stands as a table: with all the groups, and for whoever sees no pictures. */
  static Reply.Card inATable(Races.Standing standing) {
    return Reply.Card.titled(standing.race().name())
        .text(word(standing))
        .block(table(standing.rows()))
        .facts(facts(standing))
        .build();
  }

  Reply.Card of(Races.Standing standing, String title) {
    CardBuilder card = Reply.Card.titled(title).text(word(standing));
    if (standing.state() == RaceDates.State.OVER) {
      card.tone(Reply.Tone.CELEBRATION);
    }
    List<Race.Row> rows = standing.rows();
    if (!rows.isEmpty() && standing.state() != RaceDates.State.PLANNED) {
      card.picture(pictures.of(bars(standing)));
      if (rows.stream().anyMatch(row -> row.rank() == null)) {
        card.text("A group without a place never had two members expected on one date.");
      }
    }
    String role = standing.race().roleName();
    if (role != null && standing.state() != RaceDates.State.STOPPED) {
      card.field("The winners' role", role);
    }
    if (!rows.isEmpty() && standing.state() != RaceDates.State.PLANNED) {
      card.button("As a table", Action.of("race show").with("table", true));
    }
    card.button("Groups", Action.of("group list"));
    return card.facts(facts(standing)).build();
  }

  /** The result, for all to see: a banner of those who won, where somebody has. */
  Reply.Card result(Races.Standing standing) {
    String title = standing.race().name() + ": the result";
    if (standing.winners().isEmpty()) {
      return of(standing, title);
    }
    CardBuilder card =
        Reply.Card.titled(title)
            .text(word(standing))
            .tone(Reply.Tone.CELEBRATION)
            .picture(pictures.of(banner(standing)));
    String role = standing.race().roleName();
    if (role != null) {
      card.field("The winners' role", role);
    }
    return card.button("All groups", Action.of("race show").with("table", true))
        .button("All races", Action.of("race list"))
        .facts(facts(standing))
        .build();
  }

  private static RaceBanner banner(Races.Standing standing) {
    return new RaceBanner(
        standing.race().name(),
        Races.inWords(standing.race().dates()),
        standing.rows().stream()
            .map(row -> new RaceBanner.Row(rank(row), row.name(), row.percent()))
            .toList());
  }

  private static OptionalInt rank(Race.Row row) {
    Integer rank = row.rank();
    return rank == null ? OptionalInt.empty() : OptionalInt.of(rank);
  }

  private static String word(Races.Standing standing) {
    String dates = Races.inWords(standing.race().dates());
    return switch (standing.state()) {
      case PLANNED -> "The race goes from %s. Every group with members is in it.".formatted(dates);
      case RUNNING -> "The race goes from %s.".formatted(dates);
      case CLOSING ->
          "The race went from %s. Its last day has not ended for everybody yet.".formatted(dates);
      case OVER -> "The race went from %s. %s".formatted(dates, winners(standing));
      case STOPPED -> "The race was stopped by a moderator, and nobody has won it.";
    };
  }

  static String winners(Races.Standing standing) {
    List<String> names = standing.winners().stream().map(Race.Row::name).toList();
    return names.isEmpty()
        ? "No group had two members expected on one date, so nobody has won."
        : String.join(" and ", names)
            + (names.size() == 1 ? " has won." : " share the first place.");
  }

  private static LeaderboardBars bars(Races.Standing standing) {
    return new LeaderboardBars(
        standing.race().name(),
        Races.inWords(standing.race().dates()),
        standing.rows().stream()
            .limit(LeaderboardBars.MAX_ROWS)
            .map(row ->
                new LeaderboardBars.Row(
                    rank(row),
                    row.name(),
                    "",
                    new LeaderboardBars.Presence(row.percent(), row.streak())))
            .toList());
  }

  private static Block.Table table(List<Race.Row> rows) {
    return new Block.Table(
        List.of("#", "Group", "Present", "Streak", "Check-ins"),
        rows.stream()
            .map(row ->
                List.of(
                    row.rank() == null ? "–" : row.rank().toString(),
                    row.name(),
                    row.percent() + "%",
                    Wording.count(row.streak(), "day"),
                    Integer.toString(row.checkIns())))
            .toList());
  }

  static ReplyData facts(Races.Standing standing) {
    return brief(standing)
        .with("rows", standing.rows().stream().map(row -> facts(row).values()).toList());
  }

  private static ReplyData brief(Races.Standing standing) {
    return ReplyData.NONE
        .with("name", standing.race().name())
        .with("from", standing.race().dates().from())
        .with("until", standing.race().dates().until())
        .with("state", standing.state().name().toLowerCase(Locale.ROOT));
  }

  private static ReplyData facts(Race.Row row) {
    return ReplyData.NONE
        .with("rank", row.rank())
        .with("name", row.name())
        .with("percent", row.percent())
        .with("streak", row.streak())
        .with("value", row.checkIns());
  }

  /** A race of the past in a list. */
  static Map<String, @Nullable Object> listed(Races.Standing standing) {
    return brief(standing)
        .with("winners", standing.winners().stream().map(Race.Row::name).toList())
        .values();
  }
}
