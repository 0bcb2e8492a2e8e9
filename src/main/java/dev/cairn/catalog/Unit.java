package dev.cairn.catalog;

import java.util.List;

/**
 * A part of a track.
 *
 * @param summary its objective, or what it is about
 * @param topics the ids of its topics, in order
 */
public record Unit(String id, String name, String summary, Source source, List<String> topics)
    implements Entry {}
