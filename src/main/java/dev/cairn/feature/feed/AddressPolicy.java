package dev.cairn.feature.feed;

import java.net.InetAddress;

/** Says which machines we may talk to on a member's word. */
@FunctionalInterface
public interface AddressPolicy {

  /** Whether we may connect to this address. */
  boolean allows(InetAddress address);
}
