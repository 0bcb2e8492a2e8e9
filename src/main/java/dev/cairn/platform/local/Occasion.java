package dev.cairn.platform.local;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One interaction: who, where, when.
 *
 * @param member who
 * @param channel where, without a hash sign, or null in a direct conversation
 * @param at when
 * @param id which one: the same id again is the same interaction, delivered twice
 */
public record Occasion(LocalMember member, @Nullable String channel, Instant at, String id) {

  /** An interaction of its own in the general channel. */
  public static Occasion of(LocalMember member, Instant at) {
    return new Occasion(member, LocalCommunity.GENERAL, at, newId());
  }

  /** An id that no other interaction has. */
  public static String newId() {
    return UUID.randomUUID().toString();
  }
}
