package dev.cairn.platform.discord.send;

import dev.cairn.chat.Platform;
import dev.cairn.chat.reply.Excerpt;
import dev.cairn.connection.MessageSender;
import dev.cairn.platform.discord.Snowflake;
import dev.cairn.platform.discord.gateway.Shards;
import dev.cairn.platform.discord.guild.NeededPermission;
import dev.cairn.platform.discord.render.DiscordLimits;
import dev.cairn.platform.discord.render.DiscordMessage;
import dev.cairn.platform.discord.render.DiscordRenderer;
import dev.cairn.platform.discord.render.Recipient;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.zip.CRC32;
import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.components.container.Container;
import net.dv8tion.jda.api.entities.Message;
import net.dv8tion.jda.api.entities.channel.ChannelType;
import net.dv8tion.jda.api.entities.channel.middleman.GuildMessageChannel;
import net.dv8tion.jda.api.entities.channel.middleman.MessageChannel;
import net.dv8tion.jda.api.exceptions.RateLimitedException;
import net.dv8tion.jda.api.requests.RestAction;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends what nobody asked for just now. */
public final class DiscordSender implements MessageSender {
  private static final Logger LOG = LoggerFactory.getLogger(DiscordSender.class);

  /** How many of our newest messages are looked through for one that may have been sent. */
  private static final int LOOKED_THROUGH = 50;

  /** How long a thread, a pin or a publication may wait for its turn. */
  private static final Duration EXTRA_PATIENCE = Duration.ofSeconds(30);

  private final Shards shards;
  private final DiscordRenderer renderer;

  public DiscordSender(Shards shards, DiscordRenderer renderer) {
    this.shards = shards;
    this.renderer = renderer;
  }

  @Override
  public Platform platform() {
    return Platform.DISCORD;
  }

  @Override
  public Delivery send(OutgoingMessage outgoing) {
    Optional<JDA> jda = shards.any();
    if (jda.isEmpty()) {
      return new Delivery.Later("not connected to Discord yet", null);
    }
    try {
      Optional<? extends MessageChannel> channel = channel(jda.get(), outgoing.address());
      if (channel.isEmpty()) {
        return new Delivery.Undeliverable(
            "I cannot see the channel that was chosen for me. It is gone, or I lack the permission"
                + " View Channels in it.",
            false);
      }
      DiscordMessage message =
          renderer
              .render(outgoing.card(), recipient(outgoing.address()))
              .marked(mark(outgoing.nonce()))
              .pinging(outgoing.pings());
      Message sent =
          channel.get().sendMessage(message.create()).setNonce(outgoing.nonce()).complete(false);
      extras(outgoing, sent);
      return new Delivery.Sent(sent.getId());
    } catch (RateLimitedException | RuntimeException thrown) {
      return delivery(outgoing.address(), thrown);
    }
  }

  /**
   * {@inheritDoc}
   *
   * @throws IllegalStateException when Discord cannot be asked just now
   */
  @Override
  public Optional<Delivery.Sent> find(Address address, String nonce) {
    JDA jda =
        shards.any().orElseThrow(() -> new IllegalStateException("not connected to Discord yet"));
    try {
      Optional<? extends MessageChannel> channel = channel(jda, address);
      if (channel.isEmpty()) {
        return Optional.empty();
      }
      String self = jda.getSelfUser().getId();
      return channel.get().getHistory().retrievePast(LOOKED_THROUGH).complete().stream()
          .filter(message -> message.getAuthor().getId().equals(self))
          .filter(message -> nonce.equals(message.getNonce()) || isMarked(message, mark(nonce)))
          .findFirst()
          .map(message -> new Delivery.Sent(message.getId()));
    } catch (RateLimitedException | RuntimeException thrown) {
      DiscordFailure failure = DiscordFailure.of(thrown);
      return switch (failure.reason()) {
        // Without a look at what was said, what we sent cannot be told from what we did not.
        case FORBIDDEN, GONE, CLOSED -> Optional.empty();
        case TOO_LATE, ANSWERED, EXPIRED, LIMITED, DOWN, TAKEN, OTHER ->
            throw new IllegalStateException(failure.told(), thrown);
      };
    }
  }

  private static Optional<? extends MessageChannel> channel(JDA jda, Address address)
      throws RateLimitedException {
    return switch (address) {
      case Address.Channel(String community, String channel) ->
          Optional.ofNullable(Snowflake.isOne(channel) ? guildChannel(jda, channel) : null);
      case Address.Direct(var account) ->
          Optional.of(jda.openPrivateChannelById(account.user()).complete(false));
    };
  }

  private static @Nullable GuildMessageChannel guildChannel(JDA jda, String channel) {
    var manager = jda.getShardManager();
    return manager == null
        ? jda.getChannelById(GuildMessageChannel.class, channel)
        : manager.getChannelById(GuildMessageChannel.class, channel);
  }

  private static Recipient recipient(Address address) {
    return switch (address) {
      case Address.Channel channel -> Recipient.CHANNEL;
      case Address.Direct(var account) -> Recipient.direct(account.user(), account.community());
    };
  }

  /** The message is there; what goes along with it may fail without taking that back. */
  private static void extras(OutgoingMessage outgoing, Message sent) {
    if (outgoing.thread() != null) {
      String name = Excerpt.of(outgoing.thread(), DiscordLimits.THREAD_NAME);
      extra("open a thread", sent, () -> sent.createThreadChannel(name));
    }
    if (outgoing.pin()) {
      extra("pin", sent, sent::pin);
    }
    if (outgoing.publish() && sent.getChannelType() == ChannelType.NEWS) {
      extra("publish", sent, sent::crosspost);
    }
  }

  /** Makes a request; JDA throws already here where we lack the permission. */
  @FunctionalInterface
  private interface Extra {
    RestAction<?> action();
  }

  private static void extra(String what, Message sent, Extra extra) {
    try {
      extra
          .action()
          .timeout(EXTRA_PATIENCE.toSeconds(), TimeUnit.SECONDS)
          .submit()
          .get(EXTRA_PATIENCE.toSeconds(), TimeUnit.SECONDS);
    } catch (InterruptedException shutdown) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException | TimeoutException | RuntimeException thrown) {
      LOG.warn(
          "could not {} for message {}: {}", what, sent.getId(), DiscordFailure.of(thrown).told());
    }
  }

  private Delivery delivery(Address address, Throwable thrown) {
    DiscordFailure failure = DiscordFailure.of(thrown);
    return switch (failure.reason()) {
      // What was taken is found by its mark, or sent once more under the same nonce.
      case LIMITED, DOWN, TAKEN -> new Delivery.Later(failure.told(), failure.retryAfter());
      case CLOSED ->
          new Delivery.Undeliverable("They take no direct messages from this server.", true);
      case FORBIDDEN -> new Delivery.Undeliverable(forbidden(address, failure), false);
      case GONE -> new Delivery.Undeliverable("The channel is no longer there.", false);
      case TOO_LATE, ANSWERED, EXPIRED, OTHER -> {
        LOG.error("Discord did not take a message", thrown);
        yield new Delivery.Undeliverable("Discord did not take it: " + failure.told(), false);
      }
    };
  }

  private String forbidden(Address address, DiscordFailure failure) {
    if (!(address instanceof Address.Channel(String community, String channel))) {
      return "I may not write to them: " + failure.told();
    }
    String missing =
        shards
            .guild(community)
            .map(guild -> guild.getGuildChannelById(channel))
            .map(
                known ->
                    String.join(
                        ", ",
                        NeededPermission.missingIn(known).stream()
                            .map(needed -> needed.permission().getName())
                            .toList()))
            .filter(names -> !names.isEmpty())
            .orElse(failure.told());
    return "I may not post there. Give my role in that channel: " + missing + ".";
  }

  /**
   * A number that stays with the message: Discord forgets a nonce, the id of a component it keeps.
   */
  static int mark(String nonce) {
    CRC32 checksum = new CRC32();
    checksum.update(nonce.getBytes(StandardCharsets.UTF_8));
    // Component ids are positive; the first few numbers Discord gives out itself.
    return (int) (checksum.getValue() & 0x3fffffff) | 0x40000000;
  }

  private static boolean isMarked(Message message, int mark) {
    return message.getComponents().stream()
        .anyMatch(
            component ->
                component instanceof Container container && container.getUniqueId() == mark);
  }
}
