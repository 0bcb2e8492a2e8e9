package dev.cairn.feature.buddy;

import dev.cairn.chat.CommandSpec;
import dev.cairn.chat.Option;
import dev.cairn.chat.OptionType;
import dev.cairn.chat.reply.Problem;
import dev.cairn.chat.reply.Refusal;
import dev.cairn.chat.reply.Reply;
import dev.cairn.chat.reply.RichText;
import dev.cairn.command.Command;
import dev.cairn.feature.member.Member;
import dev.cairn.feature.member.Members;
import dev.cairn.feature.member.Request;
import java.time.Instant;
import java.util.List;

/** {@code /buddy}: somebody who studies at the same hours. */
public final class BuddyCommands {
  private static final Option<Boolean> ON =
      Option.required("on", new OptionType.Flag(), "Whether to tell you");

  private final Buddies buddies;
  private final Members members;

  public BuddyCommands(Buddies buddies, Members members) {
    this.buddies = buddies;
    this.members = members;
  }

  /** The commands. */
  public List<Command> commands() {
    return List.of(
        members.command(
            CommandSpec.personal(
                "buddy find", "Be paired with a member who studies at your hours and pace"),
            this::find),
        members.command(
            CommandSpec.personal("buddy show", "Who your study buddy is, and when they study"),
            this::show),
        members.command(
            CommandSpec.personal(
                    "buddy nudge", "Say whether to hear that your buddy has checked in", ON)
                .withExamples("buddy nudge on:no", "buddy nudge on:yes"),
            this::nudge),
        members.command(
            CommandSpec.personal("buddy end", "Study without a buddy, or stop looking for one"),
            this::end));
  }

  private Reply find(Request request) {
    Member member = request.member();
    if (member.hidden()) {
      throw Refusal.of(
          Problem.CONFLICT,
          RichText.of(
                  "You are hidden, and a buddy would learn your name and when you check in. To be"
                      + " shown again: ")
              .command("settings", "hide:no"));
    }
    return card(buddies.find(member, request.account(), request.at()), member, request.at());
  }

  private Reply show(Request request) {
    Member member = request.member();
    return buddies
        .of(member)
        .map(standing -> card(standing, member, request.at()))
        .orElseGet(BuddyCards::none);
  }

  private Reply.Card card(Buddies.Standing standing, Member member, Instant now) {
    return standing
        .other()
        .map(other ->
            BuddyCards.paired(
                standing.buddy(),
                other,
                buddies.usualHour(other, member.zoneAt(now), now),
                buddies.hasCheckedIn(other, now)))
        .orElseGet(() -> BuddyCards.waiting(standing.buddy()));
  }

  private Reply nudge(Request request) {
    boolean on = request.required(ON);
    Member member = request.member();
    if (!buddies.nudge(member, request.account(), on)) {
      throw withoutBuddy();
    }
    return Reply.Notice.ok(
        RichText.of(
            on
                ? "When your buddy has checked in and your day is still open, you hear of it, once"
                    + " a day at most."
                : "You no longer hear when your buddy checks in. You are still paired."));
  }

  private Reply end(Request request) {
    Member member = request.member();
    if (!buddies.end(member, request.at())) {
      throw withoutBuddy();
    }
    return Reply.Notice.ok(
        RichText.of(
                "You study without a buddy from now on. Whoever was paired with you is told"
                    + " kindly, and no reason is given. To find somebody else: ")
            .command("buddy find"));
  }

  private static Refusal withoutBuddy() {
    return Refusal.of(
        Problem.NOT_FOUND,
        RichText.of("You have no buddy and are not looking for one. To begin: ")
            .command("buddy find"));
  }
}
