package dev.cairn.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.chat.Place;
import dev.cairn.chat.Platform;
import dev.cairn.chat.reply.Reply;
import dev.cairn.config.DatabaseSettings;
import dev.cairn.connection.Connections;
import dev.cairn.connection.MessageSender;
import dev.cairn.database.Database;
import dev.cairn.database.DatabaseUnderTest;
import dev.cairn.domain.CommunityId;
import dev.cairn.feature.community.CommunityStore;
import dev.cairn.feature.outbox.MessageComposer;
import dev.cairn.feature.outbox.Outbox;
import dev.cairn.feature.outbox.OutboxMessage;
import dev.cairn.feature.outbox.OutboxSender;
import dev.cairn.feature.outbox.OutboxStore;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** Several processes on one PostgreSQL. */
final class SharedScheduleTest {
  private static final Place PLACE = new Place(Platform.LOCAL, "lab");
  private static final int MANY = 10_000;
  private static final Reply.Card CARD = Reply.Card.titled("Hear").text("This.").build();

  /** What is in the channel, and how often. */
  private static final class Channel implements MessageSender {
    private final Set<String> there = ConcurrentHashMap.newKeySet();
    private final AtomicInteger twice = new AtomicInteger();
    private final CountDownLatch half = new CountDownLatch(MANY / 2);
    private final CountDownLatch all = new CountDownLatch(MANY);

    @Override
    public Platform platform() {
      return Platform.LOCAL;
    }

    @Override
    public Delivery send(OutgoingMessage message) {
      if (!there.add(message.nonce())) {
        twice.incrementAndGet();
      }
      half.countDown();
      all.countDown();
      return new Delivery.Sent(message.nonce());
    }

    @Override
    public Search find(Address address, String nonce, Window tried) {
      return there.contains(nonce)
          ? new Search.Found(new Delivery.Sent(nonce))
          : new Search.Absent();
    }
  }

  private record Words() implements MessageComposer {
    @Override
    public String kind() {
      return "test";
    }

    @Override
    public Optional<MessageSender.OutgoingMessage> compose(OutboxMessage announcement) {
      return Optional.of(
          MessageSender.OutgoingMessage.of(announcement.address(), announcement.nonce(), CARD));
    }
  }

  private static JobScheduler process(Database database, Connections senders, InstantSource clock) {
    String name = UUID.randomUUID().toString();
    OutboxSender dispatch =
        new OutboxSender(
            new OutboxStore(database),
            List.of(new Words()),
            senders,
            new JobQueue(database),
            database,
            clock,
            name);
    return new JobScheduler(database.dataSource(), false, List.of(dispatch), clock, name);
  }

  @Test
  void tenThousandJobsAreDoneOnceEachThoughOneProcessDiesHalfWay() throws InterruptedException {
    DatabaseSettings settings = DatabaseUnderTest.POSTGRESQL.settings();
    Instant start = Instant.parse("2026-03-01T08:00:00Z");
    AtomicReference<Duration> ahead = new AtomicReference<>(Duration.ZERO);
    long began = System.nanoTime();
    InstantSource clock = () -> start.plusNanos(System.nanoTime() - began).plus(ahead.get());
    Channel channel = new Channel();
    Connections senders = new Connections();
    senders.connect(channel);
    try (Database setup = Database.open(settings)) {
      CommunityStore communities = new CommunityStore(setup);
      setup.transaction(() -> communities.add(PLACE, PLACE.id(), start, ZoneOffset.UTC));
      CommunityId community = communities.find(PLACE).orElseThrow().id();
      Outbox announcements = new Outbox(new OutboxStore(setup), new JobQueue(setup), setup);
      setup.transaction(() -> {
        for (int number = 0; number < MANY; number++) {
          announcements.announce(
              community,
              "test",
              "n" + number,
              PLACE.channel("daily"),
              start,
              start.plus(Duration.ofDays(1)));
        }
      });
    }
    Database doomed = Database.open(settings);
    JobScheduler first = process(doomed, senders, clock);
    try (Database other = Database.open(settings);
        JobScheduler second = process(other, senders, clock)) {
      first.start();
      second.start();
      assertThat(channel.half.await(5, TimeUnit.MINUTES)).isTrue();
      // Cut off from the database with whatever it is at, as a killed process is.
      doomed.close();
      // Long enough for its signs of life and its claims to have run out.
      ahead.set(Duration.ofMinutes(5));
      assertThat(channel.all.await(5, TimeUnit.MINUTES))
          .as("all are there: %d", channel.there.size())
          .isTrue();
    } finally {
      first.close();
    }
    assertThat(channel.there).hasSize(MANY);
    assertThat(channel.twice).as("said twice").hasValue(0);
  }
}
