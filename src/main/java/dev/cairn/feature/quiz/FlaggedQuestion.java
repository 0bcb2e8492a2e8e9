package dev.cairn.feature.quiz;

import java.time.Instant;

/**
 * A question that members say is wrong.
 *
 * @param question its id
 * @param members how many say so
 * @param since when the first said so
 */
public record FlaggedQuestion(String question, int members, Instant since) {}
