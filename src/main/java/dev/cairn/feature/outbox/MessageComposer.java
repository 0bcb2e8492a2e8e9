package dev.cairn.feature.outbox;

import dev.cairn.connection.MessageSender.Address;
import dev.cairn.connection.MessageSender.OutgoingMessage;
import java.util.Optional;

/**
 * Finds the words for one kind of announcement, at the moment it is sent, so that what is said late
 * is still true.
 */
public interface MessageComposer {

  /** The kind that it finds words for. */
  String kind();

  /**
   * Finds the words. Must not change anything: it may be asked again after a crash.
   *
   * @return the message, with the announcement's own address and nonce; empty where there is
   *     nothing left to say
   */
  Optional<OutgoingMessage> compose(OutboxMessage announcement);

  /** Where to say it instead to a member who takes no private messages; empty for nowhere. */
  default Optional<Address> elsewhere(OutboxMessage announcement) {
    return Optional.empty();
  }

  /** It is there. Called in the transaction that closes it. */
  default void sent(OutboxMessage announcement, String messageId) {}
}
