package dev.cairn.feature.quiz;

/**
 * How a member did.
 *
 * @param kind of question
 * @param right how many answers were right
 */
public record QuizScore(String kind, int answered, int right) {}
