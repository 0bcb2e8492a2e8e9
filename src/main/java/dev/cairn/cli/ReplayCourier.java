package dev.cairn.cli;

import dev.cairn.chat.Audience;
import dev.cairn.chat.Courier;
import dev.cairn.chat.Platform;
import dev.cairn.feature.announcement.Announcement;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/**
 * Posts into a replay. What was announced is told; what a moderator's command makes a member be
 * told, on a thread of its own, has no place among the lines and is not.
 */
final class ReplayCourier implements Courier {
  private final InstantSource clock;
  private final Consumer<Scheduled> posted;
  private final Map<String, Delivery.Sent> sent = new ConcurrentHashMap<>();

  ReplayCourier(InstantSource clock, Consumer<Scheduled> posted) {
    this.clock = clock;
    this.posted = posted;
  }

  @Override
  public Platform platform() {
    return Platform.LOCAL;
  }

  @Override
  public Delivery send(Parcel parcel) {
    Delivery.Sent message = new Delivery.Sent(parcel.nonce());
    boolean isNew = sent.putIfAbsent(parcel.nonce(), message) == null;
    String kind = Announcement.kindOf(parcel.nonce());
    if (isNew && !kind.isEmpty()) {
      posted.accept(
          new Scheduled(
              kind,
              clock.instant(),
              parcel.address().community(),
              audience(parcel.address()),
              parcel.card()));
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
  public Optional<Delivery.Sent> find(Address address, String nonce) {
    return Optional.ofNullable(sent.get(nonce));
  }
}
