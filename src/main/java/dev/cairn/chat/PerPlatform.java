package dev.cairn.chat;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What each of the platforms that are connected just now can do for us.
 *
 * @param <T> what it is: a doctor, reward roles
 */
public final class PerPlatform<T> {
  private final Map<Platform, T> connected = new ConcurrentHashMap<>();

  /** A platform is connected from now on; what it had before is forgotten. */
  public void connect(Platform platform, T part) {
    connected.put(platform, part);
  }

  /** A platform is connected no longer. */
  public void disconnect(Platform platform) {
    connected.remove(platform);
  }

  /** What a platform has; empty where it has none, or is not connected. */
  public Optional<T> of(Platform platform) {
    return Optional.ofNullable(connected.get(platform));
  }
}
