package dev.cairn.feature.reminder;

import dev.cairn.chat.Action;
import dev.cairn.chat.reply.CardBuilder;
import dev.cairn.chat.reply.Reply;
import dev.cairn.domain.streak.Streak;
import dev.cairn.feature.Voice;
import dev.cairn.feature.Wording;
import dev.cairn.feature.streak.Comebacks;
import dev.cairn.feature.streak.Streaks;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/** What a word about an open day says once the day is done, or over. */
public final class Overtaken {
  private Overtaken() {}

  /**
   * How the day went; empty while it is open.
   *
   * @param voice how the member is spoken of
   */
  public static Optional<Reply.Card> of(
      Streaks.Recent recent, LocalDate day, Instant now, Voice voice) {
    Streak streak = recent.streak(now);
    boolean checked = recent.history().checked().containsKey(day);
    if (!checked && !day.isBefore(streak.today())) {
      return Optional.empty();
    }
    CardBuilder card =
        Reply.Card.titled(checked ? "Done: " + Wording.date(day) : Wording.date(day) + " is over")
            .text(
                streak.length() > 0
                    ? "%s streak stands at %s."
                        .formatted(voice.whose(), Wording.count(streak.length(), "day"))
                    : voice.whose() + " streak has ended.");
    if (!checked) {
      Comebacks.told(streak, voice).ifPresent(card::text);
    }
    return Optional.of(
        card.button("My streak", Action.of("streak"))
            .fact("streak", streak.length())
            .fact("studyDay", day)
            .build());
  }
}
