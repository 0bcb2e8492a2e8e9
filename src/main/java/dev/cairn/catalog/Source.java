package dev.cairn.catalog;

/**
 * Where something comes from.
 *
 * @param document the id of the {@link Document}: its file name
 * @param section the name of one of its sections
 */
public record Source(String document, String section) {}
