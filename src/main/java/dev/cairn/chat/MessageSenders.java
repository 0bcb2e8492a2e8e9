package dev.cairn.chat;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The senders of the platforms that are connected just now. */
public final class MessageSenders {
  private final Map<Platform, MessageSender> connected = new ConcurrentHashMap<>();

  /** A platform is connected from now on; its earlier sender, if any, is forgotten. */
  public void connect(MessageSender sender) {
    connected.put(sender.platform(), sender);
  }

  /** A platform is connected no longer. */
  public void disconnect(Platform platform) {
    connected.remove(platform);
  }

  /** The sender of a platform; empty while it is not connected. */
  public Optional<MessageSender> of(Platform platform) {
    return Optional.ofNullable(connected.get(platform));
  }
}
