package dev.cairn.command;

import dev.cairn.chat.Caller;
import dev.cairn.chat.Place;
import java.time.Instant;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Something that a member did, with all that their platform knows of it.
 *
 * @param id the platform's own id of the interaction, prefixed by the platform ({@code
 *     discord:123}); a repeated delivery has it again
 * @param place where their community lives, known before they are looked up: whose share of what is
 *     answered at once it takes. Whoever writes from outside of all communities shares one without
 *     an id
 * @param input what they did
 * @param caller looks up who they are; called once, and what it throws is answered too
 * @param at when it happened
 * @param channel the platform's own id of the channel, or null where there is none
 * @param references looks up the members and channels that are named in text
 */
public record Heard(
    String id,
    Place place,
    Input input,
    Supplier<Caller> caller,
    Instant at,
    @Nullable String channel,
    References references) {}
