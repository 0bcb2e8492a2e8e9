package dev.cairn.feature.quiz;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An answer to a question.
 *
 * @param interaction the id of the interaction in which it was given: one that is delivered twice
 *     counts once
 * @param question the id of the question
 * @param kind the kind of the question
 * @param choice the option that was chosen, from 0
 * @param round the id of the round it counts for, or null where the question was answered alone
 */
public record QuizAnswer(
    String interaction,
    String question,
    String kind,
    int choice,
    boolean right,
    Instant at,
    @Nullable Long round) {}
