package dev.cairn.chat;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The couriers of the platforms that are connected just now. */
public final class Couriers {
  private final Map<Platform, Courier> connected = new ConcurrentHashMap<>();

  /** A platform is connected from now on; its earlier courier, if any, is forgotten. */
  public void connect(Courier courier) {
    connected.put(courier.platform(), courier);
  }

  /** A platform is connected no longer. */
  public void disconnect(Platform platform) {
    connected.remove(platform);
  }

  /** The courier of a platform; empty while it is not connected. */
  public Optional<Courier> of(Platform platform) {
    return Optional.ofNullable(connected.get(platform));
  }
}
