package dev.cairn.feature.streak;

import dev.cairn.chat.reply.ReplyData;
import dev.cairn.domain.streak.Streak;
import dev.cairn.feature.Voice;
import dev.cairn.feature.Wording;
import java.util.Optional;

/** What is told of a streak that can be won back. */
public final class Comebacks {
  private Comebacks() {}

  /** These facts, and those of the comeback that is under way, if one is. */
  public static ReplyData addTo(ReplyData facts, Streak streak) {
    Streak.Comeback comeback = streak.comeback();
    return comeback == null || !comeback.isOpen()
        ? facts
        : facts.with(
            "comeback",
            ReplyData.NONE
                .with("days", comeback.days())
                .with("of", comeback.of())
                .with("streak", comeback.streak())
                .values());
  }

  /** What it still takes; empty where nothing can be won back. */
  public static Optional<String> told(Streak streak, Voice voice) {
    String which = voice.isPublic() ? "the streak" : "your streak";
    Streak.Comeback comeback = streak.comeback();
    if (comeback == null) {
      return Optional.empty();
    }
    String prize = which + " of " + Wording.count(comeback.streak(), "day");
    if (!comeback.isOpen()) {
      return Optional.of(
          comeback.of() == 1
              ? "Check in today, and " + prize + " is back."
              : "It is not lost for good: check in on %s in a row, today first, and %s is back."
                  .formatted(Wording.count(comeback.of(), "day"), prize));
    }
    return Optional.of(
        "Comeback: day %d of %d. %s more in a row, and %s is back."
            .formatted(
                comeback.days(),
                comeback.of(),
                comeback.left() == 1 ? "One day" : comeback.left() + " days",
                prize));
  }
}
