package dev.cairn.catalog;

/**
 * A stretch of the journey with a theme of its own.
 *
 * @param id the name of its file without the number that orders it
 * @param firstDay the number of its first day
 * @param lastDay the number of its last day
 */
public record Stage(String id, String name, String summary, int firstDay, int lastDay) {}
