package dev.cairn.feature.announcement;

import dev.cairn.chat.Courier;
import dev.cairn.chat.Platform;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * A platform that takes whatever it is given, also twice, and finds it again: what somebody who
 * reads the channel would see.
 */
class Channel implements Courier {
  private final List<String> nonces = Collections.synchronizedList(new ArrayList<>());

  @Override
  public Platform platform() {
    return Platform.LOCAL;
  }

  @Override
  public Delivery send(Parcel parcel) {
    nonces.add(parcel.nonce());
    return new Delivery.Sent("m-" + parcel.nonce());
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
