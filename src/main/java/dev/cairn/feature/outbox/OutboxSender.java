package dev.cairn.feature.outbox;

import dev.cairn.chat.reply.Excerpt;
import dev.cairn.connection.Connections;
import dev.cairn.connection.MessageSender;
import dev.cairn.connection.MessageSender.Address;
import dev.cairn.connection.MessageSender.Delivery;
import dev.cairn.connection.MessageSender.OutgoingMessage;
import dev.cairn.connection.MessageSender.Search;
import dev.cairn.connection.MessageSender.Window;
import dev.cairn.connection.Serving;
import dev.cairn.database.Database;
import dev.cairn.feature.outbox.OutboxMessage.AnnouncementId;
import dev.cairn.jobs.JobHandler;
import dev.cairn.jobs.JobKey;
import dev.cairn.jobs.JobQueue;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends announcements: claims one in a transaction of its own, sends it, adds what goes along with
 * it, and closes it with the platform's id of the message. Whoever finds a claim that was never
 * closed looks whether the message is there before sending it again.
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

  /** After which another process may have taken up what it serves. */
  private static final Duration ELSEWHERE = Duration.ofSeconds(1);

  /** How far our clock and a platform's may be apart, and how long a message may be on its way. */
  private static final Duration SKEW = Duration.ofMinutes(5);

  private static final int LONGEST_REASON = 500;
  private static final String UNKNOWN = "whether it arrived is not known yet";
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

  static JobKey job(AnnouncementId id) {
    return new JobKey(KIND, id.community(), String.valueOf(id.number()));
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
  public void run(JobKey job, Instant due) {
    run(new AnnouncementId(job.community(), Long.parseLong(job.subject())), clock.instant());
  }

  private void run(AnnouncementId id, Instant now) {
    database
        .transaction(() -> claim(id, now))
        .ifPresent(claimed -> close(claimed.announcement(), now, deliver(claimed, now)));
  }

  /**
   * An announcement to be sent.
   *
   * @param before when it may have been sent by an earlier attempt; null where there was none
   */
  private record Claimed(OutboxMessage announcement, @Nullable Window before) {}

  private Optional<Claimed> claim(AnnouncementId id, Instant now) {
    Optional<OutboxMessage> open = store.lockOpen(id);
    if (open.isEmpty()) {
      // Closed; or another process has it in hand, and may be cut short.
      store
          .find(id)
          .filter(OutboxMessage::isOpen)
          .ifPresent(held -> jobs.plan(job(id), now.plus(HELD)));
      return Optional.empty();
    }
    OutboxMessage announcement = open.get();
    Instant claimedUntil = announcement.claimedUntil();
    if (claimedUntil != null && claimedUntil.isAfter(now)) {
      jobs.plan(job(id), claimedUntil);
      return Optional.empty();
    }
    if (connections.serving(announcement.address().place()) == Serving.ELSEWHERE
        && now.isBefore(announcement.expires().plus(DOUBT))) {
      jobs.plan(job(id), now.plus(ELSEWHERE));
      return Optional.empty();
    }
    Optional<Instant> turn = congestion.line(announcement.platform(), now);
    if (turn.isPresent()) {
      jobs.plan(job(id), turn.get());
      return Optional.empty();
    }
    Window before = before(announcement, now);
    Instant until = now.plus(CLAIM);
    store.claim(id, sender, until, before == null ? new Window(now, until) : before);
    return store.find(id).map(claimed -> new Claimed(claimed, before));
  }

  private static @Nullable Window before(OutboxMessage announcement, Instant now) {
    if (announcement.attempts() == 0) {
      return null;
    }
    Window tried = announcement.tried();
    // An earlier version of us did not keep when it tried.
    return tried == null ? new Window(announcement.due(), now) : tried;
  }

  private Outcome deliver(Claimed claimed, Instant now) {
    OutboxMessage announcement = claimed.announcement();
    boolean late = now.isAfter(announcement.expires());
    try {
      Optional<MessageSender> sender = connections.sender(announcement.platform());
      if (sender.isEmpty()) {
        return late ? outOfTime(announcement) : Outcome.NOT_CONNECTED;
      }
      Search before = before(sender.get(), claimed, now);
      return switch (before) {
        case Search.Found(Delivery.Sent message) ->
            furnish(sender.get(), announcement, message, late);
        case Search.Unfinished unfinished -> new Outcome.Unsure(unfinished);
        case Search.Absent() -> late ? outOfTime(announcement) : send(sender.get(), announcement);
      };
    } catch (RuntimeException unclear) {
      // It may have arrived: the next attempt looks first.
      LOG.debug("{} did not finish", told(announcement), unclear);
      return now.isAfter(announcement.expires().plus(DOUBT))
          ? known(announcement, "whether it arrived could not be found out")
          : new Outcome.Answered(new Delivery.Later(String.valueOf(unclear.getMessage()), null));
    }
  }

  /** Whether the message is there already. */
  private Search before(MessageSender sender, Claimed claimed, Instant now) {
    OutboxMessage announcement = claimed.announcement();
    String known = announcement.messageId();
    if (known != null) {
      return new Search.Found(new Delivery.Sent(known));
    }
    Window tried = claimed.before();
    if (tried == null) {
      return new Search.Absent();
    }
    Window widened = new Window(tried.from().minus(SKEW), tried.until().plus(SKEW));
    Search search = sender.find(announcement.address(), announcement.nonce(), widened);
    if (search instanceof Search.Absent) {
      // From now on it is only this attempt that may have sent it.
      database.transaction(() ->
          store.tried(
              announcement.id(), announcement.attempts(), new Window(now, now.plus(CLAIM))));
    }
    return search;
  }

  private Outcome send(MessageSender sender, OutboxMessage announcement) {
    Optional<OutgoingMessage> message = compose(announcement);
    if (message.isEmpty()) {
      return Outcome.NOTHING_TO_SAY;
    }
    Delivery delivery = sender.send(message.get());
    if (!(delivery instanceof Delivery.Sent sent)) {
      return new Outcome.Answered(delivery);
    }
    if (message.get().isFurnished()) {
      database.transaction(() -> store.there(announcement.id(), sent.messageId()));
    }
    return new Outcome.Answered(
        sender.furnish(message.get(), sent, false).<Delivery>map(later -> later).orElse(sent));
  }

  /** Completes a message where an earlier attempt may have stopped. */
  private Outcome furnish(
      MessageSender sender, OutboxMessage announcement, Delivery.Sent sent, boolean late) {
    database.transaction(() -> store.there(announcement.id(), sent.messageId()));
    Optional<Delivery.Later> later =
        compose(announcement).flatMap(message -> sender.furnish(message, sent, true));
    return new Outcome.Answered(late ? sent : later.<Delivery>map(notYet -> notYet).orElse(sent));
  }

  private Optional<OutgoingMessage> compose(OutboxMessage announcement) {
    return Optional.ofNullable(composers.get(announcement.kind()))
        .flatMap(composer -> composer.compose(announcement));
  }

  private static Outcome outOfTime(OutboxMessage announcement) {
    return known(announcement, "it could not be sent in time");
  }

  /** It is given up, or, where it is known to be there, done. */
  private static Outcome known(OutboxMessage announcement, String otherwise) {
    String known = announcement.messageId();
    return known == null
        ? new Outcome.Dropped(otherwise)
        : new Outcome.Answered(new Delivery.Sent(known));
  }

  private void close(OutboxMessage announcement, Instant now, Outcome outcome) {
    LOG.debug("{}: {}", told(announcement), outcome);
    switch (outcome) {
      case Outcome.Dropped(String why) -> giveUp(announcement, why);
      case Outcome.Answered(Delivery.Sent(String messageId)) -> sent(announcement, messageId);
      case Outcome.Answered(Delivery.Later later) -> putOff(announcement, now, later);
      case Outcome.Unsure(Search.Unfinished search) -> lookOn(announcement, now, search);
      case Outcome.Answered(Delivery.Undeliverable(String why, boolean closed)) -> {
        Optional<Address> elsewhere = closed ? elsewhere(announcement) : Optional.empty();
        if (elsewhere.isPresent()) {
          readdress(announcement, elsewhere.get());
          run(announcement.id(), now);
        } else {
          LOG.warn("{} is given up: {}", told(announcement), why);
          giveUp(announcement, why);
        }
      }
    }
  }

  private void sent(OutboxMessage announcement, String messageId) {
    database.transaction(() -> {
      if (store.sent(announcement.id(), messageId, clock.instant())) {
        Optional.ofNullable(composers.get(announcement.kind()))
            .ifPresent(composer -> composer.sent(announcement, messageId));
      }
    });
  }

  private void putOff(OutboxMessage announcement, Instant now, Delivery.Later later) {
    Instant again = now.plus(pause(announcement, later));
    if (later.after() != null) {
      congestion.putOff(announcement.address().place(), now, again);
    }
    LOG.info("{} waits until {}: {}", told(announcement), again, later.reason());
    database.transaction(() -> {
      String reason = Excerpt.of(later.reason(), LONGEST_REASON);
      if (store.release(announcement.id(), announcement.attempts(), reason)) {
        jobs.plan(job(announcement.id()), again);
      }
    });
  }

  /** Goes on looking where it has not looked yet. */
  private void lookOn(OutboxMessage announcement, Instant now, Search.Unfinished search) {
    if (now.isAfter(announcement.expires().plus(DOUBT))) {
      giveUp(announcement, "whether it arrived could not be found out");
      return;
    }
    // Taken in by as much as it is widened when it is looked at.
    Window left = new Window(search.left().from().plus(SKEW), search.left().until().minus(SKEW));
    Duration after = search.after();
    Instant again = now.plus(after == null ? SHORTEST_PAUSE : after);
    LOG.info("{} may be there; it is looked for on from {}", told(announcement), again);
    database.transaction(() -> {
      store.tried(announcement.id(), announcement.attempts(), left);
      if (store.release(announcement.id(), announcement.attempts(), UNKNOWN)) {
        jobs.plan(job(announcement.id()), again);
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
    database.transaction(() -> {
      String reason = "the member takes no private messages";
      if (store.release(announcement.id(), announcement.attempts(), reason)) {
        store.readdress(announcement.id(), address);
      }
    });
  }

  private void giveUp(OutboxMessage announcement, String why) {
    database.transaction(() ->
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

  /** The result of an attempt. */
  private sealed interface Outcome {
    Outcome NOT_CONNECTED = new Answered(new Delivery.Later("the platform is not connected", null));

    Outcome NOTHING_TO_SAY = new Dropped("there was nothing left to say");

    /** The platform said so. */
    record Answered(Delivery delivery) implements Outcome {}

    /** The platform lets us look on later. */
    record Unsure(Search.Unfinished search) implements Outcome {}

    /** The platform was not asked. */
    record Dropped(String why) implements Outcome {}
  }
}
