package dev.cairn.catalog;

/**
 * A stretch of the journey with a theme of its own.
 *
 * @param firstDay the number of its first day
 * @param lastDay the number of its last day
 */
public record Stage(String name, String summary, int firstDay, int lastDay) {}
