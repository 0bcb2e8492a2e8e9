package dev.cairn.feature.review;

import dev.cairn.domain.recall.Memory;

/**
 * How well a card is remembered.
 *
 * @param reviews how often it has been answered
 */
public record Remembered(Memory memory, int reviews) {}
