package dev.cairn.feature.outbox;

import dev.cairn.chat.Account;
import dev.cairn.chat.ChannelRef;
import dev.cairn.chat.Platform;
import dev.cairn.connection.MessageSender.Address;
import dev.cairn.connection.MessageSender.Window;
import dev.cairn.domain.CommunityId;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * A message that Cairn sends without being asked.
 *
 * @param kind what kind it is, lower case: {@code daily}, {@code reminder}, {@code milestone}
 * @param key which one of its kind: no two of a kind in one place have the same
 * @param address where it goes
 * @param nonce by which it is known again on its platform; see {@link #nonce}
 * @param due when it was meant to be said
 * @param expires when it is worth saying no longer
 * @param attempts how often somebody claimed it to send it
 * @param claimedUntil how long it belongs to whoever claimed it; null where nobody did
 * @param tried when it may have been sent without our knowing; null where it was not tried
 * @param messageId the platform's own id of the message; null until it is known to be there
 * @param closedAt when it was known to be there, or given up; null while it is open
 * @param reason why it was given up, or is not there yet; null where there is nothing to tell
 */
public record OutboxMessage(
    AnnouncementId id,
    String kind,
    String key,
    Address address,
    String nonce,
    Instant due,
    Instant expires,
    State state,
    int attempts,
    @Nullable Instant claimedUntil,
    @Nullable Window tried,
    @Nullable String messageId,
    @Nullable Instant closedAt,
    @Nullable String reason) {
  private static final int NONCE_LENGTH = 25;
  private static final char AFTER_KIND = '-';

  /** How far it has come. */
  public enum State {
    /** To be sent; with attempts made, one of them may have arrived. */
    WAITING,
    /** Somebody is sending it, or was when they were cut short. */
    CLAIMED,
    /** It is there, with all that goes along with it. */
    SENT,
    /** It will not be sent any more. */
    GIVEN_UP
  }

  /**
   * Which one: the community leads, so that the tables can be split by it.
   *
   * @param number unique in the whole database
   */
  public record AnnouncementId(CommunityId community, long number) {}

  /** Whether it is still to be sent. */
  boolean isOpen() {
    return switch (state) {
      case WAITING, CLAIMED -> true;
      case SENT, GIVEN_UP -> false;
    };
  }

  /**
   * The nonce of a message: the same for the same message, whoever makes it, even from a database
   * restored from a backup. It begins with the kind, so that a platform's log tells what it was.
   *
   * @return at most 25 characters
   */
  public static String nonce(String kind, String key, Address address) {
    String what = String.join("\n", kind, key, address.place().id(), written(address));
    String hash = HexFormat.of().formatHex(sha256(what));
    return (kind + AFTER_KIND + hash).substring(0, NONCE_LENGTH);
  }

  /** The words of an address in a nonce: with other words, an upgrade would post twice. */
  private static String written(Address address) {
    return switch (address) {
      case Address.Channel(ChannelRef to) ->
          "Channel[community=%s, channel=%s]".formatted(to.place().id(), to.channel());
      case Address.Direct(Account(Platform platform, String community, String user, String name)) ->
          "Direct[account=Account[platform=%s, community=%s, user=%s, name=%s]]"
              .formatted(platform.name(), community, user, name);
    };
  }

  /** The platform that it goes to. */
  public Platform platform() {
    return address.place().platform();
  }

  /** The kind of message that a nonce of ours belongs to; the empty text for any other nonce. */
  public static String kindOf(String nonce) {
    return nonce.substring(0, Math.max(0, nonce.indexOf(AFTER_KIND)));
  }

  private static byte[] sha256(String text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
