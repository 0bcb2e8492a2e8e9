package dev.cairn.feature.leaderboard;

import dev.cairn.chat.Action;
import dev.cairn.chat.reply.Block;
import dev.cairn.chat.reply.CardBuilder;
import dev.cairn.chat.reply.Image;
import dev.cairn.chat.reply.Reply;
import dev.cairn.chat.reply.RichText;
import dev.cairn.domain.day.Period;
import dev.cairn.feature.Wording;
import dev.cairn.feature.badge.Badges;
import dev.cairn.feature.leaderboard.Board.GroupRow;
import dev.cairn.feature.leaderboard.Board.MemberRow;
import dev.cairn.feature.leaderboard.Board.Row;
import dev.cairn.feature.member.Member;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A page of a leaderboard, the caller's own place, and the way to the other boards. */
final class LeaderboardCard {
  private LeaderboardCard() {}

  static Reply of(Board board, Member caller, Image picture) {
    CardBuilder card = Reply.Card.titled(title(board));
    if (board.rows().isEmpty()) {
      card.text(nobody(board));
    } else {
      card.picture(picture);
    }
    if (board.rows().stream().anyMatch(row -> row.rank() == null)) {
      card.text(
          "A group is not ranked if two of its members were never expected on the same date.");
    }
    card.text(own(board, caller));
    if (board.pages() > 1) {
      card.text("Page " + board.page() + " of " + board.pages());
    }
    if (!board.rows().isEmpty()) {
      card.button(
          "As a table",
          board(board.of(), board.period()).with("page", board.page()).with("table", true));
    }
    turns(card, board);
    return facts(card, board).build();
  }

  private static CardBuilder facts(CardBuilder card, Board board) {
    return card.fact("of", word(board.of()))
        .fact("period", word(board.period()))
        .fact("page", board.page())
        .fact("pages", board.pages())
        .fact("rows", board.rows().stream().map(LeaderboardCard::facts).toList())
        .fact("own", board.own() == null ? null : facts(board.own()));
  }

  /** A page of it as a table, for whoever sees no pictures or wants to copy it. */
  static Reply inATable(Board board) {
    CardBuilder card = Reply.Card.titled(title(board));
    if (board.rows().isEmpty()) {
      card.text(nobody(board));
    } else {
      card.block(table(board));
    }
    return facts(card, board).build();
  }

  private static String title(Board board) {
    String who =
        switch (board.of()) {
          case MEMBERS -> "Members";
          case GROUPS -> "Groups";
        };
    return switch (board.period()) {
      case null -> who + " by current streak";
      case WEEK -> who + " this week";
      case MONTH -> who + " this month";
      case ALL -> who + " of all time";
    };
  }

  private static RichText nobody(Board board) {
    return switch (board.of()) {
      case MEMBERS ->
          RichText.of("Nobody is on this board yet. The first check-in will be: ").command("done");
      case GROUPS ->
          RichText.of("There is no group yet. To create one: ").command("group create", "name:…");
    };
  }

  private static Block.Table table(Board board) {
    return switch (board.of()) {
      case MEMBERS ->
          new Block.Table(
              List.of("#", "Member", board.period() == null ? "Streak" : "Check-ins", "Badges"),
              board.rows().stream().map(LeaderboardCard::cells).toList());
      case GROUPS ->
          new Block.Table(
              List.of("#", "Group", "Present", "Streak", "Check-ins"),
              board.rows().stream().map(LeaderboardCard::cells).toList());
    };
  }

  private static List<String> cells(Row row) {
    String place = row.rank() == null ? "–" : row.rank().toString();
    return switch (row) {
      case MemberRow member ->
          List.of(place, member.name(), Long.toString(member.value()), member.badges().text());
      case GroupRow group ->
          List.of(
              place,
              group.name(),
              group.percent() + "%",
              Integer.toString(group.streak()),
              Long.toString(group.value()));
    };
  }

  private static RichText own(Board board, Member caller) {
    Row own = board.own();
    if (own == null) {
      return absent(board, caller);
    }
    RichText who = RichText.EMPTY.bold(own.name());
    String figures =
        switch (own) {
          case MemberRow member ->
              board.period() == null
                  ? Wording.count(member.value(), "day")
                  : Wording.count(member.value(), "check-in");
          case GroupRow group ->
              group.percent() + "% and a streak of " + Wording.count(group.streak(), "day");
        };
    return own.rank() == null
        ? who.plain(" has no place yet, with " + figures + ".")
        : who.plain(" holds place " + own.rank() + ", with " + figures + ".");
  }

  private static RichText absent(Board board, Member caller) {
    return switch (board.of()) {
      case MEMBERS ->
          caller.hidden()
              ? RichText.EMPTY
                  .bold(caller.name())
                  .plain(" is not on this board. To be on it: ")
                  .command("settings", "hide:false")
              : RichText.EMPTY
                  .bold(caller.name())
                  .plain(" is not on this board yet. A check-in changes that: ")
                  .command("done");
      case GROUPS ->
          RichText.EMPTY
              .bold(caller.name())
              .plain(" belongs to no group yet. To see all of them: ")
              .command("group list");
    };
  }

  private static void turns(CardBuilder card, Board board) {
    Action same = board(board.of(), board.period());
    if (board.page() > 1) {
      card.updateButton("‹", same.with("page", board.page() - 1));
    }
    if (board.page() < board.pages()) {
      card.updateButton("›", same.with("page", board.page() + 1));
    }
    if (board.of() == Board.Of.MEMBERS && board.period() != null) {
      card.updateButton("Streaks", board(board.of(), null));
    }
    for (Period period : Period.values()) {
      if (period != board.period()) {
        card.updateButton(label(period), board(board.of(), period));
      }
    }
    switch (board.of()) {
      case MEMBERS ->
          card.updateButton(
              "Groups",
              board(Board.Of.GROUPS, board.period() == null ? Period.WEEK : board.period()));
      case GROUPS -> card.updateButton("Members", board(Board.Of.MEMBERS, board.period()));
    }
  }

  private static Action board(Board.Of of, @Nullable Period period) {
    Action action = Action.of("leaderboard").with("of", word(of));
    return period == null ? action : action.with("period", period.name().toLowerCase(Locale.ROOT));
  }

  private static String label(Period period) {
    return switch (period) {
      case WEEK -> "Week";
      case MONTH -> "Month";
      case ALL -> "All time";
    };
  }

  private static String word(Board.Of of) {
    return of.name().toLowerCase(Locale.ROOT);
  }

  private static @Nullable String word(@Nullable Period period) {
    return period == null ? null : period.name().toLowerCase(Locale.ROOT);
  }

  private static Map<String, @Nullable Object> facts(Row row) {
    Map<String, @Nullable Object> facts = new LinkedHashMap<>();
    facts.put("rank", row.rank());
    facts.put("name", row.name());
    facts.put("value", row.value());
    switch (row) {
      case GroupRow group -> {
        facts.put("percent", group.percent());
        facts.put("streak", group.streak());
      }
      case MemberRow member -> {
        if (!member.badges().equals(Badges.Best.NONE)) {
          facts.put("badges", member.badges().text());
        }
      }
    }
    return facts;
  }
}
