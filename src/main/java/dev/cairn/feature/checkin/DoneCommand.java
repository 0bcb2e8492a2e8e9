package dev.cairn.feature.checkin;

import dev.cairn.catalog.Catalog;
import dev.cairn.catalog.JourneyDay;
import dev.cairn.chat.Action;
import dev.cairn.chat.CommandSpec;
import dev.cairn.chat.Invocation;
import dev.cairn.chat.Option;
import dev.cairn.chat.OptionType;
import dev.cairn.chat.reply.CardBuilder;
import dev.cairn.chat.reply.Refusal;
import dev.cairn.chat.reply.Reply;
import dev.cairn.chat.reply.ReplyData;
import dev.cairn.chat.reply.RichText;
import dev.cairn.command.Command;
import dev.cairn.domain.journey.JourneyCalendar;
import dev.cairn.domain.streak.Streak;
import dev.cairn.feature.Wording;
import dev.cairn.feature.member.Member;
import dev.cairn.feature.member.Members;
import dev.cairn.feature.streak.Comebacks;
import java.net.URI;
import java.util.Optional;

/** {@code /done}: checks in for today, and keeps which day of the journey was studied. */
public final class DoneCommand {
  private static final Option<Boolean> YESTERDAY =
      Option.optional(
          "yesterday", new OptionType.Flag(), "For yesterday, which you forgot to check in");
  private static final Option<Boolean> UNDO =
      Option.optional("undo", new OptionType.Flag(), "Take back what you checked in today");

  private static final Option<String> NOTE =
      Option.optional(
          "note",
          new OptionType.Text(CheckInDetails.LONGEST_NOTE),
          "What you studied, in your words");

  private static final Option<Long> MINUTES =
      Option.optional(
          "minutes",
          new OptionType.Whole(1, CheckInDetails.MOST_MINUTES),
          "How many minutes you studied");

  private static final Option<URI> LINK =
      Option.optional("link", new OptionType.Url(), "A page that shows what came of it");

  private static final Option<Long> DAY =
      Option.optional(
          "day",
          new OptionType.Whole(1, JourneyCalendar.DAYS),
          "The day of the journey that you studied, 1 to 180");

  private static final CommandSpec SPEC =
      CommandSpec.open("done", "Check in for today", NOTE, MINUTES, LINK, YESTERDAY, UNDO, DAY)
          .withExamples(
              "done",
              "done day:12",
              "done note:\"read about drift\" minutes:40",
              "done yesterday:true",
              "done undo:true");

  private final Catalog catalog;
  private final CheckIns checkIns;
  private final Members members;

  public DoneCommand(Catalog catalog, CheckIns checkIns, Members members) {
    this.catalog = catalog;
    this.checkIns = checkIns;
    this.members = members;
  }

  /** The command. */
  public Command command() {
    return new Command(SPEC, invocation -> checkIns.together(() -> done(invocation)));
  }

  private Reply done(Invocation invocation) {
    Member member = members.findOrCreate(invocation);
    Optional<JourneyDay> day =
        invocation.arguments().get(DAY).map(Long::intValue).flatMap(catalog::day);
    CheckInDetails details =
        new CheckInDetails(
            invocation.arguments().get(NOTE).orElse(null),
            invocation.arguments().get(MINUTES).map(Long::intValue).orElse(null),
            invocation.arguments().get(LINK).orElse(null),
            day.map(JourneyDay::id).orElse(null));
    boolean yesterday = invocation.arguments().isSet(YESTERDAY);
    if (invocation.arguments().isSet(UNDO)) {
      if (yesterday || !details.isEmpty()) {
        throw Refusal.badOption(
            UNDO.name(),
            "Taking back needs nothing else; it takes back the newest of today first.");
      }
      return takenBack(member, checkIns.undo(member, invocation.id(), invocation.at())).build();
    }
    CheckIns.Result result =
        yesterday
            ? checkIns.checkInLate(member, invocation.id(), invocation.at(), details)
            : checkIns.checkIn(member, invocation.id(), invocation.at(), details);
    CardBuilder card = card(member, result, details, day);
    // A press is quiet: the post that it was made on keeps a tally for all.
    boolean pressed = invocation.origin() instanceof Invocation.Origin.Pressed;
    return (pressed || !result.entry().counted() ? card.personal() : card).build();
  }

  private static CardBuilder takenBack(Member member, CheckIns.Result result) {
    Streak streak = result.streak();
    CardBuilder card =
        Reply.Card.titled("Taken back")
            .text(
                RichText.EMPTY
                    .bold(member.name())
                    .plain(
                        " took back the check-in of "
                            + Wording.date(result.entry().studyDay())
                            + ". It can be made again."))
            .field("Streak", Wording.count(streak.length(), "day"));
    return card.button("My streak", Action.of("streak")).facts(facts(result));
  }

  private static ReplyData facts(CheckIns.Result result) {
    Streak streak = result.streak();
    return Comebacks.addTo(
        ReplyData.NONE
            .with("studyDay", result.entry().studyDay())
            .with("counted", result.entry().counted())
            .with("streak", streak.length())
            .with("longest", streak.longest())
            .with("freezes", streak.freezes()),
        streak);
  }

  private static CardBuilder card(
      Member member, CheckIns.Result result, CheckInDetails details, Optional<JourneyDay> day) {
    if (result.entry().kind() == CheckIns.Kind.UNDO) {
      return takenBack(member, result);
    }
    Streak streak = result.streak();
    boolean counted = result.entry().counted();
    CardBuilder card =
        Reply.Card.titled(counted ? title(result) : "Already counted")
            .tone(counted ? Reply.Tone.GOOD : Reply.Tone.NEUTRAL)
            .text(
                RichText.EMPTY
                    .bold(member.name())
                    .plain(
                        (counted ? " checked in for " : " had already checked in for ")
                            + Wording.date(result.entry().studyDay())
                            + "."));
    if (!counted && !details.isEmpty()) {
      card.text("What you said is added to the day.");
    }
    day.ifPresent(
        studied -> card.field("Studied", "Day " + studied.day() + ": " + studied.title()));
    details(card, details);
    Comebacks.toMember(streak).ifPresent(card::text);
    card.field("Streak", Wording.count(streak.length(), "day"))
        .field("Longest", Wording.count(streak.longest(), "day"))
        .field("Freezes", Integer.toString(streak.freezes()));
    card.button("My streak", Action.of("streak"));
    if (day.isPresent()) {
      card.button("My progress", Action.of("progress"));
    } else {
      card.button("Today's topic", Action.of("topic"));
    }
    ReplyData facts = facts(result);
    return card.facts(day.map(studied -> facts.with(DAY.name(), studied.day())).orElse(facts));
  }

  private static String title(CheckIns.Result result) {
    Streak before = result.change().before();
    Streak.Comeback comeback = before.comeback();
    return comeback != null && result.streak().length() > comeback.streak()
        ? "Your streak is back: " + Wording.count(result.streak().length(), "day")
        : title(result.streak());
  }

  private static String title(Streak streak) {
    if (streak.length() == 1) {
      return streak.longest() == 1
          ? "Day one: the first stone is laid"
          : "Back on the path: day one";
    }
    boolean record = streak.length() == streak.longest() && streak.length() % 7 == 0;
    return streak.length() + " days in a row" + (record ? ", your longest yet" : "");
  }

  private static void details(CardBuilder card, CheckInDetails details) {
    String note = details.note();
    Integer minutes = details.minutes();
    URI link = details.link();
    if (note != null) {
      card.text("“" + note + "”");
    }
    if (minutes != null) {
      card.field("Time", Wording.count(minutes, "minute"));
    }
    if (link != null) {
      card.field("Link", RichText.EMPTY.link(link.toString(), link));
    }
  }
}
