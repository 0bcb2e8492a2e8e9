package dev.cairn.feature.buddy;

import dev.cairn.chat.Action;
import dev.cairn.chat.reply.CardBuilder;
import dev.cairn.chat.reply.Reply;
import dev.cairn.chat.reply.RichText;
import dev.cairn.chat.reply.Span;
import dev.cairn.feature.Hours;
import dev.cairn.feature.member.Member;
import java.time.Instant;
import java.time.LocalTime;
import java.util.Optional;

/** What is said to two who study beside each other. */
final class BuddyCards {
  private static final Action FIND = Action.of("buddy find");
  private static final Action END = Action.of("buddy end");

  private BuddyCards() {}

  /**
   * Who the other is.
   *
   * @param usual about when they check in, on the clock of whoever reads it
   * @param done whether they have checked in today
   */
  static Reply.Card paired(Buddy buddy, Member other, Optional<LocalTime> usual, boolean done) {
    CardBuilder card =
        Reply.Card.titled("Your study buddy: " + other.name())
            .tone(Reply.Tone.GOOD)
            .text(
                usual
                    .map(hour ->
                        RichText.EMPTY
                            .bold(other.name())
                            .plain(
                                " usually checks in around %s on your clock."
                                    .formatted(Hours.typed(hour))))
                    .orElseGet(() ->
                        RichText.EMPTY
                            .bold(other.name())
                            .plain(" has just begun, so nobody knows their usual hour yet.")));
    if (done) {
      card.text("They have checked in today.");
    }
    return card.text(
            buddy.nudges()
                ? "When they have checked in and your day is still open, you hear of it, once a"
                    + " day at most; and so do they. A missed day is told to nobody."
                : "You do not hear when they check in. A missed day is told to nobody.")
        .button(
            buddy.nudges() ? "No more nudges" : "Nudge me again",
            Action.of("buddy nudge").with("on", !buddy.nudges()))
        .button("End it", END)
        .fact("state", "paired")
        .fact("buddy", other.name())
        .fact("nudges", buddy.nudges())
        .build();
  }

  static Reply.Card waiting(Buddy buddy) {
    return Reply.Card.titled("You are on the list")
        .text(
            "I look for somebody who studies at your hours and as often as you do. As soon as"
                + " somebody fits, you both hear of it by direct message: your name, and about"
                + " when you check in.")
        .text(
            RichText.of("You have waited since ")
                .moment(buddy.since(), Span.Moment.Style.DATE_TIME)
                .plain(". The longer you wait, the further apart your hours may be."))
        .button("Stop looking", END)
        .fact("state", "waiting")
        .fact("buddy", null)
        .fact("nudges", buddy.nudges())
        .build();
  }

  static Reply.Card none() {
    return Reply.Card.titled("You have no study buddy")
        .text(
            "A study buddy is a member who studies at your hours. When one of you has checked in"
                + " and the other's day is still open, the other hears of it, once a day at most.")
        .primaryButton("Find me one", FIND)
        .fact("state", "none")
        .build();
  }

  /** What whoever stays behind is told. */
  static Reply.Card ended() {
    return Reply.Card.titled("You and your study buddy are no longer paired")
        .text(
            "Nothing of yours has changed: your days, your streak and your reminders are as they"
                + " were. If you like, I look for somebody else who studies at your hours.")
        .primaryButton("Find somebody else", FIND)
        .build();
  }

  /**
   * What one is told when the other has checked in.
   *
   * @param end of the day that is open
   */
  static Reply.Card checkedIn(Member other, Instant end) {
    return Reply.Card.titled(other.name() + " has checked in today")
        .text(
            RichText.of("Your day is still open: it ends ")
                .moment(end, Span.Moment.Style.RELATIVE)
                .plain("."))
        .primaryButton("Check in", Action.of("done"))
        .button("No more nudges", Action.of("buddy nudge").with("on", false))
        .build();
  }
}
