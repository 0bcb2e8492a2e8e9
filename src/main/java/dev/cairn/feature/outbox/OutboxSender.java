package dev.cairn.feature.outbox;

import dev.cairn.chat.reply.Excerpt;
import dev.cairn.connection.Connections;
import dev.cairn.connection.MessageSender;
import dev.cairn.connection.MessageSender.Address;
import dev.cairn.connection.MessageSender.Delivery;
import dev.cairn.connection.MessageSender.OutgoingMessage;
import dev.cairn.database.Database;
import dev.cairn.domain.CommunityId;
import dev.cairn.feature.outbox.OutboxMessage.AnnouncementId;
import dev.cairn.jobs.JobHandler;
import dev.cairn.jobs.JobQueue;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends announcements: claims one in a transaction of its own, sends it, and closes it with the
 * platform's id of the message. Whoever finds a claim that was never closed looks whether the
 * message is there before sending it again.
 *
 * <p>See docs/decisions/0040-exactly-once.md.
 */
public final class OutboxSender implements JobHandler {
  static final String KIND = "announcement";

  /** How long a sender may take; after it, another one takes over. */
  private static final Duration CLAIM = Duration.ofMinutes(2);

  /** When to look again at one that another process has in hand. */
  private static final Duration HELD = Duration.ofSeconds(10);

  private static final Duration FIRST_PAUSE = Duration.ofSeconds(5);
  private static final Duration LONGEST_PAUSE = Duration.ofMinutes(5);
  private static final Duration SHORTEST_PAUSE = Duration.ofMillis(100);

  /** How long after a message became pointless we still try to find out whether it arrived. */
  private static final Duration DOUBT = Duration.ofDays(1);

  private static final int LONGEST_REASON = 500;
  private static final Logger LOG = LoggerFactory.getLogger(OutboxSender.class);

  private final OutboxStore store;
  private final Map<String, MessageComposer> composers;
  private final Connections connections;
  private final JobQueue jobs;
  private final Database database;
  private final InstantSource clock;
  private final String sender;
  private final Congestion congestion = new Congestion();

  /**
   * @param composers one for each kind
   * @param sender who sends: another for each process, also after a restart; at most 36 characters
   */
  public OutboxSender(
      OutboxStore store,
      Collection<MessageComposer> composers,
      Connections connections,
      JobQueue jobs,
      Database database,
      InstantSource clock,
      String sender) {
    this.store = store;
    this.composers =
        composers.stream().collect(Collectors.toMap(MessageComposer::kind, Function.identity()));
    this.connections = connections;
    this.jobs = jobs;
    this.database = database;
    this.clock = clock;
    this.sender = sender;
  }

  static String subject(AnnouncementId id) {
    return id.community().value() + "." + id.number();
  }

  private static AnnouncementId id(String subject) {
    int dot = subject.indexOf('.');
    return new AnnouncementId(
        new CommunityId(Long.parseLong(subject.substring(0, dot))),
        Long.parseLong(subject.substring(dot + 1)));
  }

  @Override
  public String kind() {
    return KIND;
  }

  /**
   * Takes up what an earlier process of this database left claimed. Only where no other process can
   * have it open: there, whoever claimed is gone.
   */
  public void takeOver() {
    database.transaction(store::endClaims);
  }

  @Override
  public void run(String subject, Instant due) {
    Instant now = clock.instant();
    database
        .transaction(() -> claim(id(subject), now))
        .ifPresent(claimed -> close(claimed, now, deliver(claimed, now)));
  }

  private Optional<OutboxMessage> claim(AnnouncementId id, Instant now) {
    Optional<OutboxMessage> open = store.lockOpen(id);
    if (open.isEmpty()) {
      // Closed; or another process has it in hand, and may be cut short.
      store
          .find(id)
          .filter(OutboxMessage::isOpen)
          .ifPresent(held -> jobs.plan(KIND, subject(id), now.plus(HELD)));
      return Optional.empty();
    }
    OutboxMessage announcement = open.get();
    Instant claimedUntil = announcement.claimedUntil();
    if (claimedUntil != null && claimedUntil.isAfter(now)) {
      jobs.plan(KIND, subject(id), claimedUntil);
      return Optional.empty();
    }
    Optional<Instant> turn = congestion.line(announcement.platform(), now);
    if (turn.isPresent()) {
      jobs.plan(KIND, subject(id), turn.get());
      return Optional.empty();
    }
    store.claim(id, sender, now.plus(CLAIM));
    return store.find(id);
  }

  private Outcome deliver(OutboxMessage announcement, Instant now) {
    try {
      Optional<MessageSender> sender = connections.sender(announcement.platform());
      boolean late = now.isAfter(announcement.expires());
      if (sender.isEmpty()) {
        return late ? new Outcome.Dropped("it could not be sent in time") : Outcome.NOT_CONNECTED;
      }
      Optional<Delivery.Sent> before =
          announcement.attempts() > 1
              ? sender.get().find(announcement.address(), announcement.nonce())
              : Optional.empty();
      if (before.isPresent()) {
        return new Outcome.Answered(before.get());
      }
      return late
          ? new Outcome.Dropped("it could not be sent in time")
          : send(sender.get(), announcement);
    } catch (RuntimeException unclear) {
      // It may have arrived: the next attempt looks first.
      LOG.debug("{} came to no end", told(announcement), unclear);
      return now.isAfter(announcement.expires().plus(DOUBT))
          ? new Outcome.Dropped("whether it arrived could not be found out")
          : new Outcome.Answered(new Delivery.Later(String.valueOf(unclear.getMessage()), null));
    }
  }

  private Outcome send(MessageSender sender, OutboxMessage announcement) {
    MessageComposer composer = composers.get(announcement.kind());
    Optional<OutgoingMessage> message =
        composer == null ? Optional.empty() : composer.compose(announcement);
    return message.isPresent()
        ? new Outcome.Answered(sender.send(message.get()))
        : Outcome.NOTHING_TO_SAY;
  }

  private void close(OutboxMessage announcement, Instant now, Outcome outcome) {
    LOG.debug("{}: {}", told(announcement), outcome);
    switch (outcome) {
      case Outcome.Dropped(String why) -> giveUp(announcement, why);
      case Outcome.Answered(Delivery.Sent(String messageId)) -> sent(announcement, messageId);
      case Outcome.Answered(Delivery.Later later) -> putOff(announcement, now, later);
      case Outcome.Answered(Delivery.Undeliverable(String why, boolean closed)) -> {
        Optional<Address> elsewhere = closed ? elsewhere(announcement) : Optional.empty();
        if (elsewhere.isPresent()) {
          readdress(announcement, elsewhere.get());
          run(subject(announcement.id()), now);
        } else {
          LOG.warn("{} is given up: {}", told(announcement), why);
          giveUp(announcement, why);
        }
      }
    }
  }

  private void sent(OutboxMessage announcement, String messageId) {
    database.transaction(
        () -> {
          if (store.sent(announcement.id(), messageId, clock.instant())) {
            Optional.ofNullable(composers.get(announcement.kind()))
                .ifPresent(composer -> composer.sent(announcement, messageId));
          }
        });
  }

  private void putOff(OutboxMessage announcement, Instant now, Delivery.Later later) {
    Instant again = now.plus(pause(announcement, later));
    if (later.after() != null) {
      congestion.putOff(announcement.platform(), announcement.address().community(), now, again);
    }
    LOG.info("{} waits until {}: {}", told(announcement), again, later.reason());
    database.transaction(
        () -> {
          String reason = Excerpt.of(later.reason(), LONGEST_REASON);
          if (store.release(announcement.id(), announcement.attempts(), reason)) {
            jobs.plan(KIND, subject(announcement.id()), again);
          }
        });
  }

  private static Duration pause(OutboxMessage announcement, Delivery.Later later) {
    Duration asked = later.after();
    if (asked != null) {
      return asked.compareTo(SHORTEST_PAUSE) > 0 ? asked : SHORTEST_PAUSE;
    }
    int doublings = Math.min(announcement.attempts() - 1, 20);
    Duration pause = FIRST_PAUSE.multipliedBy(1L << doublings);
    return pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE;
  }

  private Optional<Address> elsewhere(OutboxMessage announcement) {
    MessageComposer composer = composers.get(announcement.kind());
    return composer == null || !(announcement.address() instanceof Address.Direct)
        ? Optional.empty()
        : composer.elsewhere(announcement);
  }

  private void readdress(OutboxMessage announcement, Address address) {
    database.transaction(
        () -> {
          String reason = "the member takes no private messages";
          if (store.release(announcement.id(), announcement.attempts(), reason)) {
            store.readdress(announcement.id(), address);
          }
        });
  }

  private void giveUp(OutboxMessage announcement, String why) {
    database.transaction(
        () ->
            store.giveUp(
                announcement.id(),
                announcement.attempts(),
                Excerpt.of(why, LONGEST_REASON),
                clock.instant()));
  }

  private static String told(OutboxMessage announcement) {
    return "announcement %d (%s %s)"
        .formatted(announcement.id().number(), announcement.kind(), announcement.key());
  }

  /** What came of an attempt. */
  private sealed interface Outcome {
    Outcome NOT_CONNECTED = new Answered(new Delivery.Later("the platform is not connected", null));

    Outcome NOTHING_TO_SAY = new Dropped("there was nothing left to say");

    /** The platform said so. */
    record Answered(Delivery delivery) implements Outcome {}

    /** The platform was not asked. */
    record Dropped(String why) implements Outcome {}
  }
}
