package dev.cairn.feature.streak;

import dev.cairn.chat.Action;
import dev.cairn.chat.CommandSpec;
import dev.cairn.chat.Option;
import dev.cairn.chat.OptionType;
import dev.cairn.chat.reply.Refusal;
import dev.cairn.chat.reply.Reply;
import dev.cairn.chat.reply.ReplyData;
import dev.cairn.chat.reply.RichText;
import dev.cairn.command.Command;
import dev.cairn.domain.day.Pause;
import dev.cairn.domain.streak.MemberHistory;
import dev.cairn.feature.Wording;
import dev.cairn.feature.member.Member;
import dev.cairn.feature.member.Members;
import dev.cairn.feature.member.Request;
import java.time.LocalDate;
import java.util.Optional;

/** {@code /pause}: away for a while, without losing the streak. */
public final class PauseCommand {
  private static final Option<LocalDate> UNTIL =
      Option.optional(
          "until", new OptionType.Date(), "The last day away, at most 60 days from the first");

  private static final Option<Boolean> OFF =
      Option.optional("off", new OptionType.Flag(), "Come back now");

  private static final CommandSpec SPEC =
      CommandSpec.personal("pause", "Go away for a while without losing your streak", UNTIL, OFF)
          .withExamples("pause until:2026-02-10", "pause off");

  private final Streaks streaks;
  private final Members members;

  public PauseCommand(Streaks streaks, Members members) {
    this.streaks = streaks;
    this.members = members;
  }

  /** The command. */
  public Command command() {
    return members.command(SPEC, this::pause);
  }

  private Reply pause(Request request) {
    Member member = request.member();
    Optional<LocalDate> until = request.get(UNTIL);
    boolean off = request.isSet(OFF);
    if (until.isPresent() && off) {
      throw Refusal.badOption("off", "Give either until or off: away, or back.");
    }
    MemberHistory history = streaks.recentHistory(member);
    LocalDate today = history.today(request.at());
    if (off) {
      return end(request, history, today);
    }
    return until.map(last -> begin(request, history, last)).orElseGet(() -> show(history, today));
  }

  private Reply begin(Request request, MemberHistory history, LocalDate until) {
    LocalDate first = Streaks.firstDayOfPause(history, request.at());
    if (!Pause.allowed(first, until)) {
      LocalDate last = first.plusDays(Pause.LONGEST - 1L);
      throw Refusal.badOption(
          "until",
          "A pause made now begins on %s and may last until %s; %s is outside that."
              .formatted(Wording.date(first), Wording.date(last), Wording.date(until)));
    }
    Pause pause = streaks.pause(request.member(), until, request.at());
    return Reply.Notice.ok(
            RichText.of(
                    "Enjoy your time away. Your streak rests from %s to %s, both included. To come back sooner: "
                        .formatted(Wording.date(pause.from()), Wording.date(pause.until())))
                .command("pause", "off"))
        .with(ReplyData.NONE.with("from", pause.from()).with("until", pause.until()));
  }

  private Reply end(Request request, MemberHistory history, LocalDate today) {
    boolean paused = current(history, today).isPresent();
    streaks.endPause(request.member(), request.at());
    return Reply.Notice.ok(
            RichText.of(
                paused
                    ? "Welcome back. From today on your days count again."
                    : "You were not away: your days count as ever."))
        .with(ReplyData.NONE.with("from", null).with("until", null));
  }

  private static Reply show(MemberHistory history, LocalDate today) {
    Optional<Pause> pause = current(history, today);
    if (pause.isEmpty()) {
      return Reply.Notice.ok(
          RichText.of("You are not away. To go: ")
              .command("pause", "until:" + today.plusDays(7))
              .plain(" (up to " + Pause.LONGEST + " days)."));
    }
    return Reply.Card.titled("You are away")
        .text(
            "From %s to %s, both included, no day can break your streak."
                .formatted(Wording.date(pause.get().from()), Wording.date(pause.get().until())))
        .primaryButton("I am back", Action.of("pause").with("off", true))
        .fact("from", pause.get().from())
        .fact("until", pause.get().until())
        .build();
  }

  /** The pause that covers today, or the one made today that begins tomorrow. */
  private static Optional<Pause> current(MemberHistory history, LocalDate today) {
    return history.pauses().at(today).or(() -> history.pauses().at(today.plusDays(1)));
  }
}
