package dev.cairn.feature.review;

import dev.cairn.domain.recall.Rating;
import java.time.Instant;
import java.time.LocalDate;

/**
 * An answer to a card.
 *
 * @param card the card's public id
 * @param number the position among the member's answers to this card, from 1
 * @param studyDay the member's study day at that instant
 * @param wasDue whether the card was due; false for an answer ahead of time
 * @param interaction the platform's id of the interaction that gave the answer
 */
public record Recall(
    String card,
    int number,
    Rating rating,
    Instant at,
    LocalDate studyDay,
    boolean wasDue,
    String interaction) {

  Recall numbered(int other) {
    return new Recall(card, other, rating, at, studyDay, wasDue, interaction);
  }
}
