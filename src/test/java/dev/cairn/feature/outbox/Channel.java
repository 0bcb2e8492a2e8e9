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
class Channel implements MessageSender {
  private final List<String> nonces = Collections.synchronizedList(new ArrayList<>());

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
  public Optional<Delivery.Sent> find(Address address, String nonce) {
    return nonces.contains(nonce) ? Optional.of(new Delivery.Sent("m-" + nonce)) : Optional.empty();
  }

  /** What stands there, in the order in which it was said. */
  List<String> nonces() {
    synchronized (nonces) {
      return List.copyOf(nonces);
    }
  }
}
