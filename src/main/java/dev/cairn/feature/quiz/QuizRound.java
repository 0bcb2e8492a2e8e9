package dev.cairn.feature.quiz;

import java.time.Instant;

/**
 * A question that a whole channel is asked.
 *
 * @param id unique in the community
 * @param question the id of the question
 * @param interaction the id of the interaction that asked it
 * @param ends answers before this instant count
 */
public record QuizRound(long id, String question, String interaction, Instant at, Instant ends) {

  /** Whether an answer given at an instant counts. */
  boolean isOpenAt(Instant instant) {
    return instant.isBefore(ends);
  }
}
