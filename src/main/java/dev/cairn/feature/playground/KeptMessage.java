package dev.cairn.feature.playground;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A message of the playground as it is kept.
 *
 * @param id counts up in the order in which messages were said
 * @param onlyFor the one member who sees it, or null where all do
 * @param user whose words it has, or whom it answers or is sent to; null where nobody is
 * @param body what it says, as JSON
 */
public record KeptMessage(
    long id,
    String channel,
    Instant at,
    @Nullable String onlyFor,
    @Nullable String user,
    String body) {}
