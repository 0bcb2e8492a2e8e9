package dev.cairn.feature.outbox;

import dev.cairn.chat.Platform;
import dev.cairn.connection.MessageSender;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * A platform that takes whatever it is given, also twice, and finds it again: what somebody who
 * reads the channel would see.
 */
class RecordingSender implements MessageSender {
  private final List<String> nonces = Collections.synchronizedList(new ArrayList<>());
  private final List<String> threads = Collections.synchronizedList(new ArrayList<>());

  @Override
  public Platform platform() {
    return Platform.LOCAL;
  }

  @Override
  public Delivery send(OutgoingMessage message) {
    nonces.add(message.nonce());
    return new Delivery.Sent("m-" + message.nonce());
  }

  @Override
  public Search find(Address address, String nonce, Window tried) {
    return nonces.contains(nonce)
        ? new Search.Found(new Delivery.Sent("m-" + nonce))
        : new Search.Absent();
  }

  @Override
  public Optional<Delivery.Later> furnish(
      OutgoingMessage message, Delivery.Sent sent, boolean again) {
    String thread = message.thread();
    if (thread != null && !(again && threads.contains(thread))) {
      threads.add(thread);
    }
    return Optional.empty();
  }

  /** The threads that were opened, in order. */
  List<String> threads() {
    synchronized (threads) {
      return List.copyOf(threads);
    }
  }

  /** What stands there, in the order in which it was said. */
  List<String> nonces() {
    synchronized (nonces) {
      return List.copyOf(nonces);
    }
  }
}
