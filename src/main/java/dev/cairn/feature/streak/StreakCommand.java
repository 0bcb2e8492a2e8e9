package dev.cairn.feature.streak;

import dev.cairn.chat.Account;
import dev.cairn.chat.Action;
import dev.cairn.chat.CommandSpec;
import dev.cairn.chat.Option;
import dev.cairn.chat.OptionType;
import dev.cairn.chat.reply.CardBuilder;
import dev.cairn.chat.reply.Problem;
import dev.cairn.chat.reply.Refusal;
import dev.cairn.chat.reply.Reply;
import dev.cairn.chat.reply.ReplyData;
import dev.cairn.chat.reply.RichText;
import dev.cairn.chat.reply.Span;
import dev.cairn.command.Command;
import dev.cairn.domain.streak.Ledger;
import dev.cairn.domain.streak.MemberHistory;
import dev.cairn.domain.streak.Streak;
import dev.cairn.feature.Pictures;
import dev.cairn.feature.Voice;
import dev.cairn.feature.Wording;
import dev.cairn.feature.badge.Badges;
import dev.cairn.feature.member.Member;
import dev.cairn.feature.member.Members;
import dev.cairn.feature.member.Request;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;

/** {@code /streak}: a member's streak, and why it is what it is. */
public final class StreakCommand {
  // All can see it: nobody is "you" in it.
  private static final RichText REVOKED_TODAY =
      RichText.of(
          "A moderator revoked the check-in of today, so only a moderator can count it again.");

  private static final Option<Account> MEMBER =
      Option.optional("member", new OptionType.Member(), "Whose streak; yours if left out");

  private static final Option<Boolean> WHY =
      Option.optional("why", new OptionType.Flag(), "Explain it day by day");

  private static final Option<Long> PAGE =
      Option.hidden("page", new OptionType.Whole(1, 1000), "Page of the explanation");

  private static final CommandSpec SPEC =
      CommandSpec.open("streak", "A streak: yours, or another member's", MEMBER, WHY, PAGE)
          .privateWhenGiven("why", "page")
          .withExamples("streak", "streak why:true", "streak member:@asha");

  private final Streaks streaks;
  private final Members members;
  private final StreakFigures figures;

  public StreakCommand(Streaks streaks, Members members, Pictures pictures, Badges badges) {
    this.streaks = streaks;
    this.members = members;
    this.figures = new StreakFigures(pictures, badges);
  }

  /** The command. */
  public Command command() {
    return members.command(SPEC, this::streak);
  }

  private Reply streak(Request request) {
    Member caller = request.member();
    Optional<Account> asked = request.get(MEMBER);
    Member member = asked.map(account -> members.other(caller.community(), account)).orElse(caller);
    boolean own = member.id().equals(caller.id());
    boolean why = request.isSet(WHY);
    if (why && !own && !request.caller().moderator()) {
      throw Refusal.of(
          Problem.NOT_ALLOWED,
          "Only " + member.name() + " and the moderators can see why their streak is what it is.");
    }
    // The calendar and the explanation want all of it: the streak is told by the same.
    MemberHistory history = streaks.history(member);
    Streak streak = Streaks.of(history, request.at());
    if (why) {
      int page = request.get(PAGE).orElse(1L).intValue();
      return LedgerCard.of(
          member, own, streak, Ledger.of(history, request.at()), page, facts(streak), asked);
    }
    return card(member, own, streak, history, request.at(), asked);
  }

  private Reply card(
      Member member,
      boolean own,
      Streak streak,
      MemberHistory history,
      Instant now,
      Optional<Account> asked) {
    boolean revoked = history.revokedToday(now);
    CardBuilder card =
        Reply.Card.titled("Streak of " + member.name())
            .tone(revoked ? Reply.Tone.NEUTRAL : tone(streak.status()))
            .text(revoked ? REVOKED_TODAY : standing(member, own, streak, now));
    if (own && !revoked) {
      Comebacks.told(streak, Voice.naming(member.name())).ifPresent(card::text);
    }
    LocalDate tomorrow = history.today(now).plusDays(1);
    history
        .pauses()
        .at(tomorrow)
        .filter(pause -> own && pause.from().equals(tomorrow))
        .ifPresent(pause ->
            card.text(
                "A pause begins tomorrow and lasts until " + Wording.date(pause.until()) + "."));
    figures.addTo(card, member, streak, history, now);
    if (own && !revoked && streak.status() != Streak.Status.DONE) {
      card.primaryButton("I studied today", Action.of("done"));
    }
    Action why = Action.of("streak").with("why", true);
    card.button("Why?", asked.map(account -> why.with("member", "@" + account.user())).orElse(why));
    return card.facts(facts(streak)).build();
  }

  private RichText standing(Member member, boolean own, Streak streak, Instant now) {
    return switch (streak.status()) {
      case DONE -> RichText.of("Today is done.");
      case AT_RISK ->
          RichText.of(
                  own
                      ? "Today is still open. Check in before it ends, "
                      : "Today is still open. It ends ")
              .moment(member.days().endOfToday(now), Span.Moment.Style.RELATIVE)
              .plain(".");
      case REST -> RichText.of("Today is a day off: it neither adds to the streak nor breaks it.");
      case BROKEN ->
          RichText.of(
              (own
                  ? "The last streak has ended. Check in and a new one begins today."
                  : "The last streak has ended."));
      case NONE ->
          RichText.of(
              member.name() + " has not checked in yet. The first check-in lays the first stone.");
    };
  }

  private static Reply.Tone tone(Streak.Status status) {
    return switch (status) {
      case DONE -> Reply.Tone.GOOD;
      case AT_RISK -> Reply.Tone.WARNING;
      case REST, BROKEN, NONE -> Reply.Tone.NEUTRAL;
    };
  }

  private static ReplyData facts(Streak streak) {
    return Comebacks.addTo(
        ReplyData.NONE
            .with("streak", streak.length())
            .with("longest", streak.longest())
            .with("freezes", streak.freezes())
            .with("status", streak.status().name().toLowerCase(Locale.ROOT))
            .with("lastDay", streak.lastDay()),
        streak);
  }
}
