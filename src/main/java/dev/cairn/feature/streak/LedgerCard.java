package dev.cairn.feature.streak;

import dev.cairn.chat.Account;
import dev.cairn.chat.Action;
import dev.cairn.chat.reply.CardBuilder;
import dev.cairn.chat.reply.Reply;
import dev.cairn.chat.reply.ReplyData;
import dev.cairn.chat.reply.RichText;
import dev.cairn.domain.day.Verdict;
import dev.cairn.domain.streak.Ledger;
import dev.cairn.domain.streak.Streak;
import dev.cairn.feature.Wording;
import dev.cairn.feature.member.Member;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A streak explained: each day with what it was and the rule that made it so, the newest first. */
final class LedgerCard {
  private static final int DAYS_A_PAGE = 14;
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("EEE d MMM yyyy", Locale.ENGLISH);

  private LedgerCard() {}

  static Reply of(
      Member member,
      boolean own,
      Streak streak,
      Ledger ledger,
      int page,
      ReplyData facts,
      Optional<Account> asked) {
    String whose = own ? "your streak" : "the streak of " + member.name();
    List<RichText> newestFirst = lines(ledger.entries().reversed());
    int pages = Math.max(1, (newestFirst.size() + DAYS_A_PAGE - 1) / DAYS_A_PAGE);
    int shown = Math.min(page, pages);
    List<RichText> days =
        newestFirst.subList(
            (shown - 1) * DAYS_A_PAGE, Math.min(shown * DAYS_A_PAGE, newestFirst.size()));
    CardBuilder card = Reply.Card.titled("Why " + whose + " is " + streak.length());
    if (newestFirst.isEmpty()) {
      card.text("Nothing has been counted yet.");
    }
    card.items(days);
    if (shown == pages && !ledger.revokedBefore().isEmpty()) {
      card.items(
          ledger.revokedBefore().descendingMap().entrySet().stream()
              .map(each ->
                  RichText.EMPTY
                      .bold(DAY.format(each.getKey()))
                      .plain(": " + revoked(each.getValue())))
              .toList());
    }
    if (pages > 1) {
      card.text("Page " + shown + " of " + pages);
    }
    Action why = Action.of("streak").with("why", true);
    Action turn = asked.map(account -> why.with("member", "@" + account.user())).orElse(why);
    if (shown > 1) {
      card.updateButton("‹ Newer", turn.with("page", shown - 1));
    }
    if (shown < pages) {
      card.updateButton("Older ›", turn.with("page", shown + 1));
    }
    return card.facts(facts.with("days", facts(ledger))).build();
  }

  /** A line a day; days in a row of which the same is to be said share one. */
  private static List<RichText> lines(List<Ledger.Entry> newestFirst) {
    List<RichText> lines = new ArrayList<>();
    int from = 0;
    while (from < newestFirst.size()) {
      RichText said = said(newestFirst.get(from));
      int to = from + 1;
      while (to < newestFirst.size() && said(newestFirst.get(to)).equals(said)) {
        to++;
      }
      RichText when = RichText.EMPTY.bold(DAY.format(newestFirst.get(from).day()));
      if (to - from > 1) {
        when =
            RichText.EMPTY
                .bold(DAY.format(newestFirst.get(to - 1).day()))
                .plain(" to ")
                .then(when)
                .plain(" (" + Wording.count(to - from, "day") + ")");
      }
      lines.add(when.then(said));
      from = to;
    }
    return lines;
  }

  private static RichText said(Ledger.Entry entry) {
    RichText line = RichText.of(": " + state(entry.verdict()) + reason(entry.verdict()));
    if (entry.wonBack()) {
      line = line.plain("; won the streak back");
    }
    if (entry.earnedFreeze()) {
      line = line.plain("; earned a freeze");
    }
    if (entry.revoked() != null) {
      line = line.plain("; " + revoked(entry.revoked()));
    }
    return line.plain(
        " → "
            + entry.streak()
            + (entry.freezes() > 0 ? ", " + Wording.count(entry.freezes(), "freeze") : ""));
  }

  private static String revoked(String reason) {
    return "a moderator revoked the check-in: “" + reason + "”";
  }

  private static String state(Verdict verdict) {
    return switch (verdict) {
      case Verdict.Checked checked -> "checked";
      case Verdict.Covered covered -> "covered";
      case Verdict.Frozen frozen -> "frozen";
      case Verdict.Mended mended -> "mended";
      case Verdict.Missed missed -> "missed";
      case Verdict.Open open -> "still open";
    };
  }

  private static String reason(Verdict verdict) {
    return switch (verdict) {
      case Verdict.CheckedIn() -> "";
      case Verdict.Granted(String reason) -> ", granted by a moderator: “" + reason + "”";
      case Verdict.RestDay(LocalDate chosenOn) -> ", a rest day chosen on " + DAY.format(chosenOn);
      case Verdict.Paused paused ->
          ", paused on "
              + DAY.format(paused.pause().madeOn())
              + " until "
              + DAY.format(paused.pause().until());
      case Verdict.Excused(String reason) -> ", excused by a moderator: “" + reason + "”";
      case Verdict.CutOff() ->
          ", because we were cut off for an hour or more of its last four: our fault";
      case Verdict.NeverBegan never -> ", a date that " + never.zone() + " never had";
      case Verdict.Jumped jumped ->
          ", jumped over by the move from " + jumped.from() + " to " + jumped.to();
      case Verdict.ToldLate(LocalDate on) -> ", told late, on " + DAY.format(on);
      case Verdict.Frozen(@Nullable LocalDate earnedOn) ->
          earnedOn == null
              ? ", bridged by a freeze that everybody starts with"
              : ", bridged by the freeze earned on " + DAY.format(earnedOn);
      case Verdict.Mended(LocalDate wonBackOn, int many) ->
          ", missed and won back on "
              + DAY.format(wonBackOn)
              + ", with "
              + Wording.count(many, "day")
              + " in a row";
      case Verdict.GapTooLong gap ->
          ", in a gap of "
              + Wording.count(gap.missedDays(), "day")
              + " with "
              + Wording.count(gap.freezesHeld(), "freeze")
              + " to bridge it";
      case Verdict.NoStreak() -> ", with no streak to lose";
      case Verdict.Open() -> "";
    };
  }

  private static List<Map<String, @Nullable Object>> facts(Ledger ledger) {
    return ledger.entries().stream()
        .map(entry ->
            ReplyData.NONE
                .with("day", entry.day())
                .with("state", state(entry.verdict()))
                .with("streak", entry.streak())
                .with("freezes", entry.freezes())
                .values())
        .toList();
  }
}
