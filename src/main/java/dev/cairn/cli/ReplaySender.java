package dev.cairn.cli;

import dev.cairn.chat.Audience;
import dev.cairn.chat.Platform;
import dev.cairn.connection.MessageSender;
import dev.cairn.feature.outbox.OutboxMessage;
import java.time.InstantSource;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Posts into a replay. What was announced is told; what a moderator's command makes a member be
 * told, on a thread of its own, has no place among the lines and is not.
 */
final class ReplaySender implements MessageSender {
  private static final int REMEMBERED = 1_000;

  private final InstantSource clock;
  private final Consumer<Scheduled> posted;

  /** The newest alone: what is sent is made sure of at once. */
  private final Map<String, Delivery.Sent> sent =
      Collections.synchronizedMap(
          new LinkedHashMap<>() {
            private static final long serialVersionUID = 1;

            @Override
            protected boolean removeEldestEntry(Map.Entry<String, Delivery.Sent> eldest) {
              return size() > REMEMBERED;
            }
          });

  ReplaySender(InstantSource clock, Consumer<Scheduled> posted) {
    this.clock = clock;
    this.posted = posted;
  }

  @Override
  public Platform platform() {
    return Platform.LOCAL;
  }

  @Override
  public Delivery send(OutgoingMessage outgoing) {
    Delivery.Sent message = new Delivery.Sent(outgoing.nonce());
    boolean isNew = sent.putIfAbsent(outgoing.nonce(), message) == null;
    String kind = OutboxMessage.kindOf(outgoing.nonce());
    if (isNew && !kind.isEmpty()) {
      posted.accept(
          new Scheduled(
              kind,
              clock.instant(),
              outgoing.address().place().id(),
              audience(outgoing.address()),
              outgoing.card()));
    }
    return message;
  }

  private static Audience audience(Address address) {
    return switch (address) {
      case Address.Channel channel -> Audience.EVERYONE;
      case Address.Direct direct -> Audience.CALLER;
    };
  }

  @Override
  public Search find(Address address, String nonce, Window tried) {
    return Search.of(Optional.ofNullable(sent.get(nonce)));
  }
}
