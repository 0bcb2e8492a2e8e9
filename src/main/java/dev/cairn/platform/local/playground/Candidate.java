package dev.cairn.platform.local.playground;

/**
 * One way to go on typing.
 *
 * @param insert what takes the place of the word being typed
 * @param label what is shown
 * @param detail what it means, possibly empty
 */
public record Candidate(String insert, String label, String detail) {}
