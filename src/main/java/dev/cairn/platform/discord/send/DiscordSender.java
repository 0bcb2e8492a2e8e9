package dev.cairn.platform.discord.send;

import dev.cairn.chat.ChannelRef;
import dev.cairn.chat.Platform;
import dev.cairn.chat.reply.Excerpt;
import dev.cairn.chat.reply.Reply;
import dev.cairn.connection.MessageSender;
import dev.cairn.connection.Serving;
import dev.cairn.platform.discord.api.DiscordFailure;
import dev.cairn.platform.discord.api.NeededPermission;
import dev.cairn.platform.discord.api.Shards;
import dev.cairn.platform.discord.api.Snowflake;
import dev.cairn.platform.discord.render.DiscordLimits;
import dev.cairn.platform.discord.render.DiscordMessage;
import dev.cairn.platform.discord.render.DiscordRenderer;
import dev.cairn.platform.discord.render.Recipient;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.zip.CRC32;
import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.components.container.Container;
import net.dv8tion.jda.api.entities.Guild;
import net.dv8tion.jda.api.entities.Message;
import net.dv8tion.jda.api.entities.channel.attribute.IThreadContainer;
import net.dv8tion.jda.api.entities.channel.concrete.ForumChannel;
import net.dv8tion.jda.api.entities.channel.concrete.NewsChannel;
import net.dv8tion.jda.api.entities.channel.concrete.ThreadChannel;
import net.dv8tion.jda.api.entities.channel.middleman.MessageChannel;
import net.dv8tion.jda.api.exceptions.RateLimitedException;
import net.dv8tion.jda.api.requests.RestAction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends what nobody asked for just now. */
public final class DiscordSender implements MessageSender {
  private static final Logger LOG = LoggerFactory.getLogger(DiscordSender.class);

  /** How many messages Discord gives at once. */
  private static final int PAGE = 100;

  /** How many times that is looked through before others have their turn. */
  private static final int PAGES = 50;

  /** How long a thread, a pin or a publication may wait for its turn. */
  private static final Duration EXTRA_PATIENCE = Duration.ofSeconds(30);

  private static final String OUT_OF_REACH = "not connected to that server yet";

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
    return deliver(
        outgoing,
        jda -> {
          Optional<ForumChannel> forum = forum(outgoing.address());
          if (forum.isPresent()) {
            return ForumPosts.open(forum.get(), outgoing, message(outgoing));
          }
          Optional<? extends MessageChannel> channel = channel(jda, outgoing.address());
          if (channel.isEmpty()) {
            return new Delivery.Undeliverable(
                "I cannot see the channel that was chosen for me. It is gone, or I lack the"
                    + " permission View Channels in it.",
                false);
          }
          Message sent =
              channel
                  .get()
                  .sendMessage(message(outgoing).create())
                  .setNonce(outgoing.nonce())
                  .complete(false);
          return new Delivery.Sent(sent.getId());
        });
  }

  @Override
  public Delivery edit(OutgoingMessage outgoing, String messageId) {
    return deliver(
        outgoing,
        jda -> {
          Optional<? extends MessageChannel> channel =
              forum(outgoing.address()).isPresent()
                  ? shards.channel(messageId)
                  : channel(jda, outgoing.address());
          if (channel.isEmpty()) {
            return new Delivery.Undeliverable("I cannot see the channel any more.", false);
          }
          if (channel.get() instanceof ThreadChannel thread && thread.isArchived()) {
            return new Delivery.Undeliverable("The post is archived, and stays as it is.", false);
          }
          channel.get().editMessageById(messageId, message(outgoing).edit()).complete(false);
          return new Delivery.Sent(messageId);
        });
  }

  /** Asks Discord to take a message. */
  @FunctionalInterface
  private interface Asking {
    Delivery ask(JDA jda) throws RateLimitedException;
  }

  private Delivery deliver(OutgoingMessage outgoing, Asking asking) {
    Optional<JDA> jda = reach(outgoing.address());
    if (jda.isEmpty()) {
      return new Delivery.Later(OUT_OF_REACH, null);
    }
    try {
      return asking.ask(jda.get());
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
  public Search find(Address address, String nonce, Window tried) {
    JDA jda = reach(address).orElseThrow(() -> new IllegalStateException(OUT_OF_REACH));
    Optional<ForumChannel> forum = forum(address);
    try {
      if (forum.isPresent()) {
        return ForumPosts.find(
            forum.get(),
            jda.getSelfUser().getId(),
            message -> isMarked(message, mark(nonce)),
            tried);
      }
      Optional<? extends MessageChannel> channel = channel(jda, address);
      return channel.isEmpty()
          ? new Search.Absent()
          : find(channel.get(), jda.getSelfUser().getId(), nonce, tried);
    } catch (RateLimitedException | RuntimeException thrown) {
      DiscordFailure failure = DiscordFailure.of(thrown);
      return switch (failure.reason()) {
        case GONE, CLOSED -> new Search.Absent();
        // Without a look at what was said, what we sent cannot be told from what we did not. In a
        // channel the nonce holds for some minutes; in a forum there is none, and late is better
        // than twice.
        case FORBIDDEN -> {
          if (forum.isPresent()) {
            throw new IllegalStateException(failure.told(), thrown);
          }
          yield new Search.Absent();
        }
        case TOO_LATE, ANSWERED, EXPIRED, LIMITED, DOWN, TAKEN, DONE, OTHER ->
            throw new IllegalStateException(failure.told(), thrown);
      };
    }
  }

  /** Looks through all that was said in that time, the oldest first. */
  private static Search find(MessageChannel channel, String self, String nonce, Window tried) {
    long after = Snowflake.at(tried.from()) - 1;
    long last = Snowflake.at(tried.until());
    for (int page = 0; page < PAGES; page++) {
      List<Message> messages =
          channel.getHistoryAfter(after, PAGE).complete().getRetrievedHistory();
      Optional<Message> it =
          messages.stream()
              .filter(message -> message.getAuthor().getId().equals(self))
              .filter(message -> nonce.equals(message.getNonce()) || isMarked(message, mark(nonce)))
              .findFirst();
      if (it.isPresent()) {
        return new Search.Found(new Delivery.Sent(it.get().getId()));
      }
      if (messages.size() < PAGE || messages.getFirst().getIdLong() > last) {
        return new Search.Absent();
      }
      // The newest comes first.
      after = messages.getFirst().getIdLong();
    }
    return new Search.Unfinished(new Window(Snowflake.instant(after), tried.until()), null);
  }

  /** A connection; for a channel, where no other process serves its guild. */
  private Optional<JDA> reach(Address address) {
    return address instanceof Address.Channel(ChannelRef to)
            && shards.serving(to.place().id()) == Serving.ELSEWHERE
        ? Optional.empty()
        : shards.any();
  }

  private DiscordMessage message(OutgoingMessage outgoing) {
    return drawn(outgoing.card(), recipient(outgoing.address()))
        .marked(mark(outgoing.nonce()))
        .pinging(outgoing.pings());
  }

  /** The message with its pictures; one that cannot be drawn is no reason to send nothing. */
  private DiscordMessage drawn(Reply.Card card, Recipient recipient) {
    try {
      DiscordMessage message = renderer.render(card, recipient);
      message.drawPictures();
      return message;
    } catch (RuntimeException failure) {
      LOG.error("a picture could not be drawn, and is told in words", failure);
      return renderer.renderWithoutFiles(card, recipient);
    }
  }

  private Optional<ForumChannel> forum(Address address) {
    return address instanceof Address.Channel(ChannelRef to) && Snowflake.isOne(to.channel())
        ? shards.forum(to.channel())
        : Optional.empty();
  }

  private Optional<? extends MessageChannel> channel(JDA jda, Address address)
      throws RateLimitedException {
    return switch (address) {
      case Address.Channel(ChannelRef(var _, String channel)) ->
          Snowflake.isOne(channel) ? shards.channel(channel) : Optional.empty();
      case Address.Direct(var account) ->
          Optional.of(jda.openPrivateChannelById(account.user()).complete(false));
    };
  }

  private Recipient recipient(Address address) {
    return switch (address) {
      case Address.Channel channel -> Recipient.CHANNEL;
      case Address.Direct(var account) ->
          Recipient.direct(
              account.user(),
              account.community(),
              shards.guild(account.community()).map(Guild::getName).orElse(null));
    };
  }

  @Override
  public Optional<Delivery.Later> furnish(
      OutgoingMessage outgoing, Delivery.Sent message, boolean again) {
    if (!outgoing.isFurnished()) {
      return Optional.empty();
    }
    Optional<JDA> jda = reach(outgoing.address());
    if (jda.isEmpty()) {
      return Optional.of(new Delivery.Later(OUT_OF_REACH, null));
    }
    try {
      return channel(jda.get(), outgoing.address())
          .flatMap(channel -> furnish(channel, outgoing, message.messageId()));
    } catch (RateLimitedException | RuntimeException thrown) {
      return notYet("furnish", message.messageId(), thrown);
    }
  }

  /** The message is there; what goes along with it may be refused without taking that back. */
  private static Optional<Delivery.Later> furnish(
      MessageChannel channel, OutgoingMessage outgoing, String message) {
    List<Delivery.Later> later = new ArrayList<>();
    if (outgoing.thread() != null && channel instanceof IThreadContainer container) {
      String name = Excerpt.of(outgoing.thread(), DiscordLimits.THREAD_NAME);
      extra("open a thread", message, () -> container.createThreadChannel(name, message))
          .ifPresent(later::add);
    }
    if (outgoing.pin()) {
      extra("pin", message, () -> channel.pinMessageById(message)).ifPresent(later::add);
    }
    if (outgoing.publish() && channel instanceof NewsChannel news) {
      extra("publish", message, () -> news.crosspostMessageById(message)).ifPresent(later::add);
    }
    return later.stream().findFirst();
  }

  /** Makes a request; JDA throws already here where we lack the permission. */
  @FunctionalInterface
  private interface Extra {
    RestAction<?> action();
  }

  private static Optional<Delivery.Later> extra(String what, String message, Extra extra) {
    try {
      extra
          .action()
          .timeout(EXTRA_PATIENCE.toSeconds(), TimeUnit.SECONDS)
          .submit()
          .get(EXTRA_PATIENCE.toSeconds(), TimeUnit.SECONDS);
      return Optional.empty();
    } catch (InterruptedException shutdown) {
      Thread.currentThread().interrupt();
      return Optional.of(new Delivery.Later("shutting down", null));
    } catch (TimeoutException slow) {
      return Optional.of(new Delivery.Later("Discord took too long to " + what, null));
    } catch (ExecutionException | RuntimeException thrown) {
      return notYet(what, message, thrown);
    }
  }

  private static Optional<Delivery.Later> notYet(String what, String message, Throwable thrown) {
    DiscordFailure failure = DiscordFailure.of(thrown);
    return switch (failure.reason()) {
      case LIMITED, DOWN -> Optional.of(new Delivery.Later(failure.told(), failure.retryAfter()));
      // An earlier attempt has come as far as this.
      case DONE, TAKEN -> Optional.empty();
      case TOO_LATE, ANSWERED, EXPIRED, GONE, FORBIDDEN, CLOSED, OTHER -> {
        LOG.warn("could not {} for message {}: {}", what, message, failure.told());
        yield Optional.empty();
      }
    };
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
      case TOO_LATE, ANSWERED, EXPIRED, DONE, OTHER -> {
        LOG.error("Discord did not take a message", thrown);
        yield new Delivery.Undeliverable("Discord did not take it: " + failure.told(), false);
      }
    };
  }

  private String forbidden(Address address, DiscordFailure failure) {
    if (!(address instanceof Address.Channel(ChannelRef to))) {
      return "I may not write to them: " + failure.told();
    }
    String missing =
        shards
            .guild(to.place().id())
            .map(guild -> guild.getGuildChannelById(to.channel()))
            .map(known ->
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
        .anyMatch(component ->
            component instanceof Container container && container.getUniqueId() == mark);
  }
}
