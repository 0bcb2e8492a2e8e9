package dev.cairn.chat;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * One command, given once.
 *
 * @param id the platform's own id of the interaction, prefixed by the platform ({@code
 *     discord:123}): a delivery repeated by the platform carries it again, so that writes can be
 *     counted once
 * @param spec the command
 * @param arguments what it was told
 * @param caller who gave it
 * @param at when the platform says that it was given
 * @param channel the platform's own id of the channel it was given in, or null where there is none
 * @param origin how it was given
 */
public record Invocation(
    String id,
    CommandSpec spec,
    Arguments arguments,
    Caller caller,
    Instant at,
    @Nullable String channel,
    Origin origin) {

  /** Time is kept to the microsecond, as databases do; what is finer is cut off here, once. */
  public Invocation {
    at = at.truncatedTo(ChronoUnit.MICROS);
  }

  /** How a command was given. */
  public sealed interface Origin {
    /** Typed, or picked from a menu of the platform's. */
    record Typed() implements Origin {}

    /**
     * By a button or a select.
     *
     * @param effect what the control does to the message it sits on
     * @param byOwner whether the presser is the one to whom that message answered
     */
    record Pressed(Effect effect, boolean byOwner) implements Origin {}

    /** By a form. */
    record Submitted() implements Origin {}

    Origin TYPED = new Typed();
    Origin SUBMITTED = new Submitted();
  }
}
