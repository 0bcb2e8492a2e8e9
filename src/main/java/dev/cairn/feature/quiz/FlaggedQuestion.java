package dev.cairn.feature.quiz;

import java.time.Instant;

/**
 * A question that members have reported as wrong.
 *
 * @param question its id
 * @param members how many reported it
 * @param since when it was first reported
 */
public record FlaggedQuestion(String question, int members, Instant since) {}
