package dev.cairn.feature.announcement;

import dev.cairn.chat.Courier.Address;
import dev.cairn.chat.Courier.Parcel;
import java.util.Optional;

/**
 * Finds the words for one kind of announcement, at the moment it is sent, so that what is said late
 * is still true.
 */
public interface Composer {

  /** The kind that it finds words for. */
  String kind();

  /**
   * Finds the words. Must not change anything: it may be asked again after a crash.
   *
   * @return the message, with the announcement's own address and nonce; empty where there is
   *     nothing left to say
   */
  Optional<Parcel> compose(Announcement announcement);

  /** Where to say it instead to a member who takes no private messages; empty for nowhere. */
  default Optional<Address> elsewhere(Announcement announcement) {
    return Optional.empty();
  }

  /** It is there. Called in the transaction that closes it. */
  default void sent(Announcement announcement, String messageId) {}
}
