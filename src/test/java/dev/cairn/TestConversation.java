package dev.cairn;

import dev.cairn.catalog.Catalog;
import dev.cairn.catalog.seeds.CatalogLoader;
import dev.cairn.chat.Account;
import dev.cairn.chat.Platform;
import dev.cairn.chat.reply.PlainText;
import dev.cairn.command.LineReader;
import dev.cairn.connection.Connection;
import dev.cairn.connection.Connections;
import dev.cairn.connection.MessageSender;
import dev.cairn.connection.RewardRoles;
import dev.cairn.database.Database;
import dev.cairn.feature.outage.OutageTracker;
import dev.cairn.feature.outbox.OutboxMessage;
import dev.cairn.jobs.SteppedJobRunner;
import dev.cairn.platform.local.LocalCommunity;
import dev.cairn.platform.local.LocalConversation;
import dev.cairn.platform.local.LocalMember;
import dev.cairn.platform.local.Occasion;
import dev.cairn.platform.local.Turn;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A conversation with the whole core in one community, on a clock that the test sets. */
public final class TestConversation implements TestTalk {
  /** The built-in content, read once. */
  public static final Catalog CATALOG = CatalogLoader.builtIn();

  private final Connections senders = new Connections();
  private final CairnApp cairn;
  private final LocalConversation conversation;
  private final OutageTracker outageTracker;
  private final SteppedJobRunner stepper;
  private final List<Posted> posts = new ArrayList<>();
  private final Set<String> closed = new HashSet<>();
  private Instant asleepUntil = Instant.MIN;
  private Instant now = Instant.parse("2026-01-01T09:00:00Z");

  /** In a community called lab. */
  public TestConversation(Database database) {
    this(database, "lab");
  }

  /** In the community of this name. */
  public TestConversation(Database database, String community) {
    this(database, community, CATALOG);
  }

  /** In the community of this name, which studies this. */
  public TestConversation(Database database, String community, Catalog catalog) {
    senders.connect(new Channels());
    cairn = TestCairn.of(database, catalog, () -> now, senders);
    outageTracker = cairn.outageTracker();
    stepper = cairn.stepper(this::during);
    conversation = new LocalConversation(cairn.dialogue(), LocalCommunity.open(community));
  }

  /** The platform gives roles from now on. */
  public TestConversation gives(RewardRoles roles) {
    MessageSender channels = senders.sender(Platform.LOCAL).orElseThrow();
    senders.connect(
        new Connection() {
          @Override
          public Platform platform() {
            return Platform.LOCAL;
          }

          @Override
          public MessageSender sender() {
            return channels;
          }

          @Override
          public Optional<RewardRoles> rewardRoles() {
            return Optional.of(roles);
          }
        });
    return this;
  }

  /** The core. */
  public CairnApp cairn() {
    return cairn;
  }

  @Override
  public LocalConversation conversation() {
    return conversation;
  }

  @Override
  public Instant now() {
    return now;
  }

  private void during(Instant at, Runnable work) {
    now = at.isBefore(asleepUntil) ? asleepUntil : at;
    work.run();
  }

  /** Moves the clock, and does what falls due until then. */
  public TestConversation at(String instant) {
    return at(Instant.parse(instant));
  }

  /** Moves the clock on, and does what falls due until then. */
  public TestConversation after(Duration duration) {
    return at(now.plus(duration));
  }

  /** Moves the clock, and does what falls due until then. */
  public TestConversation at(Instant instant) {
    stepper.runThrough(instant);
    now = instant;
    return this;
  }

  /** Moves the clock as if nobody had been there meanwhile. */
  public TestConversation asleepUntil(String instant) {
    asleepUntil = Instant.parse(instant);
    return at(asleepUntil);
  }

  /** What was announced without being asked for, oldest first. */
  public List<Posted> posts() {
    return List.copyOf(posts);
  }

  /** A member takes no private messages from now on. */
  public TestConversation closes(String member) {
    closed.add(member);
    return this;
  }

  /** Is told when platforms are in reach. */
  public OutageTracker outageTracker() {
    return outageTracker;
  }

  /** What was announced. */
  public record Posted(Instant at, String kind, MessageSender.OutgoingMessage message) {
    /** Its text. */
    public String text() {
      return PlainText.of(message.card());
    }
  }

  /** Every channel there is, and the private messages of whoever takes them. */
  private final class Channels implements MessageSender {
    @Override
    public Platform platform() {
      return Platform.LOCAL;
    }

    @Override
    public Delivery send(OutgoingMessage message) {
      if (message.address() instanceof Address.Direct(Account account)
          && closed.contains(account.user())) {
        return new Delivery.Undeliverable("no private messages", true);
      }
      String kind = OutboxMessage.kindOf(message.nonce());
      if (!kind.isEmpty()) {
        posts.add(new Posted(now, kind, message));
      }
      return new Delivery.Sent(message.nonce());
    }

    @Override
    public Delivery edit(OutgoingMessage message, String messageId) {
      posts.replaceAll(post ->
          post.message().nonce().equals(messageId)
              ? new Posted(post.at(), post.kind(), message)
              : post);
      return new Delivery.Sent(messageId);
    }

    @Override
    public Search find(Address address, String nonce, Window tried) {
      return Search.of(
          posts.stream()
              .filter(post ->
                  post.message().address().equals(address) && post.message().nonce().equals(nonce))
              .map(post -> new Delivery.Sent(nonce))
              .findFirst());
    }
  }

  /** A member says something that the platform delivers under this id. */
  public Turn say(String member, String text, String id) {
    return conversation.say(LocalMember.named(member), text, now, id);
  }

  /** A moderator presses a button of their newest reply. */
  public Turn moderatorPresses(String member, String action) {
    return conversation.press(new LocalMember(member, true), action, now, Occasion.newId());
  }

  /** A member sends a form with this filled in. */
  public Turn submit(String member, String action, Map<String, String> filled) {
    return conversation.submit(
        new Occasion(LocalMember.named(member), LocalCommunity.GENERAL, now, Occasion.newId()),
        LineReader.action(action),
        List.copyOf(filled.keySet()),
        filled);
  }
}
