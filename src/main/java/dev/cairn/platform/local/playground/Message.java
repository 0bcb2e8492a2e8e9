package dev.cairn.platform.local.playground;

import dev.cairn.chat.reply.Reply;
import dev.cairn.platform.local.LocalMember;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A message in a channel.
 *
 * @param id counts up in the order in which messages were added
 * @param channel the id of the channel
 * @param at when it was added, by the playground's clock
 * @param onlyFor the id of the one member who sees it, or null where all in the channel do
 * @param revision counts up with every message added or changed
 */
public record Message(
    long id, String channel, Instant at, @Nullable String onlyFor, Body body, long revision) {

  /** What a message says. */
  public sealed interface Body {}

  /** What a member said to the others. */
  public record Chatter(LocalMember author, String text) implements Body {}

  /**
   * What Cairn answered.
   *
   * @param to whose command it answers
   * @param given what that member did
   */
  public record Answer(LocalMember to, Given given, Reply reply) implements Body {}

  /**
   * What a member did to be answered.
   *
   * @param verb used, pressed, sent
   * @param what the command as it was typed, or what the control said
   */
  public record Given(String verb, String what) {}

  /**
   * What Cairn posted unasked.
   *
   * @param nonce tells it from every other post
   * @param pings the name of the member or the role that it pings, or null
   * @param thread the title of its thread, or null
   */
  public record Post(
      String nonce,
      Reply.Card card,
      @Nullable String pings,
      @Nullable String thread,
      boolean pinned)
      implements Body {}

  /** The same message at another revision. */
  Message revised(long other) {
    return new Message(id, channel, at, onlyFor, body, other);
  }

  /** The id of the member whose words it has, or whom it answers or is sent to. */
  public Optional<String> user() {
    return switch (body) {
      case Chatter chatter -> Optional.of(chatter.author().id());
      case Answer answer -> Optional.of(answer.to().id());
      case Post _ -> channel.startsWith("@") ? Optional.of(channel.substring(1)) : Optional.empty();
    };
  }

  /** Whether a member sees it where they may be in the channel. */
  public boolean isFor(LocalMember member) {
    return onlyFor == null || onlyFor.equals(member.id());
  }
}
