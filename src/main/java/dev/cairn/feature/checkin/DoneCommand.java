package dev.cairn.feature.checkin;

import dev.cairn.chat.Action;
import dev.cairn.chat.CardBuilder;
import dev.cairn.chat.CommandSpec;
import dev.cairn.chat.Invocation;
import dev.cairn.chat.Option;
import dev.cairn.chat.OptionType;
import dev.cairn.chat.Reply;
import dev.cairn.chat.ReplyData;
import dev.cairn.chat.RichText;
import dev.cairn.command.Command;
import dev.cairn.domain.Streak;
import dev.cairn.feature.Wording;
import dev.cairn.feature.member.Member;
import dev.cairn.feature.member.Members;
import java.net.URI;

/** {@code /done}: checks in for today. */
public final class DoneCommand {
  private static final CommandSpec SPEC =
      CommandSpec.open(
              "done",
              "Check in for today",
              Option.optional(
                  "note",
                  new OptionType.Text(CheckInDetails.LONGEST_NOTE),
                  "What you studied, in your words"),
              Option.optional(
                  "minutes",
                  new OptionType.Whole(1, CheckInDetails.MOST_MINUTES),
                  "How many minutes you studied"),
              Option.optional("link", new OptionType.Url(), "A page that shows what came of it"))
          .withExamples("done", "done note:\"read about drift\" minutes:40");

  private final CheckIns checkIns;
  private final Members members;

  public DoneCommand(CheckIns checkIns, Members members) {
    this.checkIns = checkIns;
    this.members = members;
  }

  /** The command. */
  public Command command() {
    return new Command(SPEC, this::done);
  }

  private Reply done(Invocation invocation) {
    Member member = members.findOrCreate(invocation);
    CheckInDetails remarks =
        new CheckInDetails(
            invocation.arguments().text("note").orElse(null),
            invocation.arguments().whole("minutes").map(Long::intValue).orElse(null),
            invocation.arguments().url("link").orElse(null));
    CheckIns.Result result = checkIns.checkIn(member, invocation.id(), invocation.at(), remarks);
    return card(member, result, remarks);
  }

  private static Reply card(Member member, CheckIns.Result result, CheckInDetails remarks) {
    Streak streak = result.streak();
    boolean counted = result.entry().counted();
    CardBuilder card =
        Reply.Card.titled(counted ? title(streak) : "Already counted")
            .tone(counted ? Reply.Tone.GOOD : Reply.Tone.NEUTRAL)
            .text(
                RichText.EMPTY
                    .bold(member.name())
                    .plain(
                        (counted ? " checked in for " : " had already checked in for ")
                            + Wording.date(result.entry().studyDay())
                            + "."));
    if (!counted && !remarks.isEmpty()) {
      card.text("What you said is added to the day.");
    }
    remarks(card, remarks);
    card.field("Streak", Wording.count(streak.length(), "day"))
        .field("Longest", Wording.count(streak.longest(), "day"))
        .field("Freezes", Integer.toString(streak.freezes()));
    return card.button("My streak", Action.of("streak"))
        .button("Today's topic", Action.of("topic"))
        .facts(
            ReplyData.NONE
                .with("studyDay", result.entry().studyDay())
                .with("counted", counted)
                .with("streak", streak.length())
                .with("longest", streak.longest())
                .with("freezes", streak.freezes()))
        .build();
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

  private static void remarks(CardBuilder card, CheckInDetails remarks) {
    String note = remarks.note();
    Integer minutes = remarks.minutes();
    URI link = remarks.link();
    if (note != null) {
      card.text("“" + note + "”");
    }
    if (minutes != null) {
      card.field("Studied", Wording.count(minutes, "minute"));
    }
    if (link != null) {
      card.field("Link", RichText.EMPTY.link(link.toString(), link));
    }
  }
}
