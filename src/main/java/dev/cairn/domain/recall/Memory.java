package dev.cairn.domain.recall;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is known about a learner's memory of one card.
 *
 * @param phase how it is scheduled
 * @param step which short step comes next; 0 in {@link Phase#REVIEW}
 * @param stability after how many days the chance of recall has fallen to 90 %; 0 before the first
 *     review
 * @param difficulty 1 (easy) to 10; 0 before the first review
 * @param due when it is to be asked again
 * @param lastReview when it was last answered; null before the first review
 */
public record Memory(
    Phase phase,
    int step,
    double stability,
    double difficulty,
    Instant due,
    @Nullable Instant lastReview) {

  /** How a card is scheduled. */
  public enum Phase {
    /** By short steps, until it has been learned. */
    LEARNING,
    /** By whole days. */
    REVIEW,
    /** By short steps, after it was forgotten. */
    RELEARNING
  }

  /** The memory of a card that was never asked, due from an instant on. */
  public static Memory unseen(Instant due) {
    return new Memory(Phase.LEARNING, 0, 0, 0, due, null);
  }

  /** Whether the card was ever answered. */
  public boolean isSeen() {
    return lastReview != null;
  }
}
