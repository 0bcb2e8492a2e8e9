package dev.cairn.feature.audit;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something that a moderator changed.
 *
 * @param at when
 * @param by the id of the member who did it
 * @param byName what they were called then
 * @param what what was done, in words
 * @param about the id of the member whom it concerns, or null where it concerns all
 * @param reason why, or null where none is asked for
 */
public record AuditEntry(
    Instant at,
    long by,
    String byName,
    String what,
    @Nullable Long about,
    @Nullable String reason) {}
