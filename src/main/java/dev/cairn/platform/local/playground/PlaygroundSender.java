package dev.cairn.platform.local.playground;

import dev.cairn.chat.Account;
import dev.cairn.chat.ChannelRef;
import dev.cairn.chat.Platform;
import dev.cairn.chat.Value;
import dev.cairn.connection.MessageSender;
import dev.cairn.connection.Ping;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Posts into the playground's channels and direct conversations. */
final class PlaygroundSender implements MessageSender {
  private final PlaygroundCommunity community;
  private final MessageTimeline timeline;
  private final InstantSource clock;

  PlaygroundSender(PlaygroundCommunity community, MessageTimeline timeline, InstantSource clock) {
    this.community = community;
    this.timeline = timeline;
    this.clock = clock;
  }

  @Override
  public Platform platform() {
    return Platform.LOCAL;
  }

  @Override
  public Delivery send(OutgoingMessage outgoing) {
    Optional<Delivery.Sent> sent = find(outgoing.nonce());
    if (sent.isPresent()) {
      return sent.get();
    }
    Optional<Channel> channel = channel(outgoing.address());
    if (channel.isEmpty()) {
      return new Delivery.Undeliverable(
          "There is no such place in the playground: " + named(outgoing.address()) + ".", false);
    }
    Message message =
        timeline.add(
            channel.get(),
            clock.instant(),
            null,
            new Message.Post(
                outgoing.nonce(),
                outgoing.card(),
                named(outgoing.pings()),
                outgoing.thread(),
                outgoing.pin()));
    return new Delivery.Sent(Long.toString(message.id()));
  }

  @Override
  public Delivery edit(OutgoingMessage outgoing, String messageId) {
    Optional<Message> message =
        timeline.first(known -> messageId.equals(Long.toString(known.id())));
    if (message.isEmpty() || !(message.get().body() instanceof Message.Post post)) {
      return new Delivery.Undeliverable("The message is no longer there.", false);
    }
    timeline.replace(
        message.get(),
        new Message.Post(
            post.nonce(), outgoing.card(), post.pings(), post.thread(), post.pinned()));
    return new Delivery.Sent(messageId);
  }

  @Override
  public Search find(Address address, String nonce, Window tried) {
    return Search.of(find(nonce));
  }

  private Optional<Delivery.Sent> find(String nonce) {
    Predicate<Message> isIt =
        message -> message.body() instanceof Message.Post post && post.nonce().equals(nonce);
    return timeline.first(isIt).map(message -> new Delivery.Sent(Long.toString(message.id())));
  }

  private Optional<Channel> channel(Address address) {
    if (!address.place().id().equals(community.name())) {
      return Optional.empty();
    }
    return switch (address) {
      case Address.Channel(ChannelRef to) -> community.channel(to.channel());
      case Address.Direct(Account account) -> community.member(account.user()).map(Channel::direct);
    };
  }

  private static @Nullable String named(@Nullable Ping pings) {
    return switch (pings) {
      case null -> null;
      case Ping.OfMember(Account account) -> account.name();
      case Ping.OfRole(Value.Role role) -> role.name();
    };
  }

  private static String named(Address address) {
    return switch (address) {
      case Address.Channel(ChannelRef to) -> "#" + to.channel() + " of " + to.place().id();
      case Address.Direct(Account account) -> "@" + account.user() + " of " + account.community();
    };
  }
}
