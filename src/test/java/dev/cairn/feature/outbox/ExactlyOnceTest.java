package dev.cairn.feature.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.chat.Place;
import dev.cairn.chat.Platform;
import dev.cairn.connection.Connections;
import dev.cairn.connection.MessageSender;
import dev.cairn.database.Database;
import dev.cairn.database.DatabaseUnderTest;
import dev.cairn.database.Statements;
import dev.cairn.domain.CommunityId;
import dev.cairn.feature.community.CommunityStore;
import dev.cairn.feature.outbox.OutboxMessage.AnnouncementId;
import dev.cairn.feature.outbox.OutboxMessage.State;
import dev.cairn.jobs.JobQueue;
import dev.cairn.jobs.SteppedJobRunner;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The process ends at any step between the decision and the close; the channel is counted. */
final class ExactlyOnceTest {
  private static final Instant START = Instant.parse("2026-03-01T08:00:00Z");
  private static final Place PLACE = new Place(Platform.LOCAL, "lab");
  private static final int ROUNDS = 200;

  private Instant now = START;

  /** The process ends here: nothing below is run, nobody hears of it. */
  private static final class Killed extends Error {
    Killed() {
      super("killed", null, false, false);
    }
  }

  /** Kills at the n-th step of a process. */
  private static final class Steps {
    private final int until;
    private int taken;
    private boolean counted;

    Steps(int until) {
      this.until = until;
    }

    void step() {
      if (counted && taken++ == until) {
        throw new Killed();
      }
    }

    /** What came before was only the start of the process. */
    void count() {
      counted = true;
    }

    /** The same, with a step before and after each call. */
    @SuppressWarnings("unchecked")
    <T> T around(Class<T> type, T target) {
      return (T)
          Proxy.newProxyInstance(
              type.getClassLoader(),
              new Class<?>[] {type},
              (proxy, method, arguments) -> {
                step();
                try {
                  Object result = method.invoke(target, arguments);
                  step();
                  return result;
                } catch (InvocationTargetException e) {
                  throw e.getCause();
                }
              });
    }
  }

  private static CommunityId community(Database database) {
    CommunityStore communities = new CommunityStore(database);
    database.transaction(() -> communities.add(PLACE, PLACE.id(), START, ZoneOffset.UTC));
    return communities.find(PLACE).orElseThrow().id();
  }

  /** A process, from its start until it is killed or there is nothing left to do. */
  private void live(Database database, MessageSender sender, Steps steps, Instant until) {
    JobQueue jobs = new JobQueue(database);
    Statements.around(database, steps::step);
    Connections senders = new Connections();
    senders.connect(steps.around(MessageSender.class, sender));
    OutboxSender dispatch =
        new OutboxSender(
            new OutboxStore(database),
            List.of(steps.around(MessageComposer.class, FixedComposer.WORDS)),
            senders,
            jobs,
            database,
            () -> now,
            "process");
    steps.count();
    new SteppedJobRunner(
            jobs,
            List.of(dispatch),
            (at, work) -> {
              now = at.isAfter(now) ? at : now;
              work.run();
            })
        .runThrough(until);
  }

  @ParameterizedTest
  @EnumSource
  void whereverTheProcessEndsTheChannelHasItOnce(DatabaseUnderTest kind) {
    Set<Integer> killedAt = new HashSet<>();
    try (Database database = kind.open()) {
      CommunityId community = community(database);
      Outbox announcements =
          new Outbox(new OutboxStore(database), new JobQueue(database), database);
      for (int round = 0; round < ROUNDS; round++) {
        Random random = new Random(round);
        RecordingSender channel = new RecordingSender();
        String key = "round-" + round;
        Instant due = now;
        announcements.announce(
            community,
            FixedComposer.KIND,
            key,
            PLACE.channel("daily"),
            due,
            due.plus(Duration.ofDays(1)));
        int deaths = 1 + random.nextInt(3);
        for (int death = 0; death < deaths; death++) {
          int at = random.nextInt(30);
          Steps steps = new Steps(at);
          try {
            live(database, channel, steps, now.plus(Duration.ofMinutes(3)));
          } catch (Killed killed) {
            killedAt.add(at);
          }
        }
        live(database, channel, new Steps(Integer.MAX_VALUE), now.plus(Duration.ofMinutes(10)));
        OutboxMessage said =
            announcements.find(community, FixedComposer.KIND, key, PLACE).orElseThrow();
        assertThat(channel.nonces()).as("round %d", round).containsExactly(said.nonce());
        assertThat(channel.threads())
            .as("threads of round %d", round)
            .containsExactly("about " + said.nonce());
        assertThat(said.state()).as("round %d", round).isEqualTo(State.SENT);
        assertThat(said.messageId()).isEqualTo("m-" + said.nonce());
      }
    }
    assertThat(killedAt).as("steps at which a process was killed").hasSizeGreaterThan(10);
  }

  /** The platform fails, with the message there or not, and says so or does not. */
  private static final class Moody extends RecordingSender {
    private final Random random;
    private int patience = 6;

    Moody(long seed) {
      random = new Random(seed);
    }

    @Override
    public Delivery send(OutgoingMessage message) {
      int mood = patience-- > 0 ? random.nextInt(5) : 0;
      return switch (mood) {
        case 1 -> new Delivery.Later("busy", Duration.ofSeconds(2));
        case 2 -> {
          super.send(message);
          yield new Delivery.Later("the answer was lost", null);
        }
        case 3 -> throw new IllegalStateException("no answer");
        case 4 -> {
          super.send(message);
          throw new IllegalStateException("no answer");
        }
        default -> super.send(message);
      };
    }

    @Override
    public Search find(Address address, String nonce, Window tried) {
      if (patience-- > 0 && random.nextInt(4) == 0) {
        throw new IllegalStateException("cannot look just now");
      }
      if (patience-- > 0 && random.nextInt(4) == 0) {
        return new Search.Unfinished(tried, Duration.ofMinutes(1));
      }
      return super.find(address, nonce, tried);
    }

    @Override
    public Optional<Delivery.Later> furnish(
        OutgoingMessage message, Delivery.Sent sent, boolean again) {
      return patience-- > 0 && random.nextInt(3) == 0
          ? Optional.of(new Delivery.Later("busy", null))
          : super.furnish(message, sent, again);
    }
  }

  @ParameterizedTest
  @EnumSource
  void whateverThePlatformDoesTheChannelHasItOnce(DatabaseUnderTest kind) {
    try (Database database = kind.open()) {
      CommunityId community = community(database);
      Outbox announcements =
          new Outbox(new OutboxStore(database), new JobQueue(database), database);
      for (int round = 0; round < ROUNDS; round++) {
        Moody channel = new Moody(round);
        String key = "round-" + round;
        announcements.announce(
            community,
            FixedComposer.KIND,
            key,
            PLACE.channel("daily"),
            now,
            now.plus(Duration.ofDays(1)));
        live(database, channel, new Steps(Integer.MAX_VALUE), now.plus(Duration.ofHours(2)));
        assertThat(channel.nonces()).as("round %d", round).hasSize(1);
        assertThat(channel.threads()).as("threads of round %d", round).hasSize(1);
        assertThat(
                announcements.find(community, FixedComposer.KIND, key, PLACE).orElseThrow().state())
            .isEqualTo(State.SENT);
      }
    }
  }

  /** Two processes get hold of the same announcements at the same time. */
  @ParameterizedTest
  @EnumSource
  void twoProcessesSayItOnce(DatabaseUnderTest kind) throws InterruptedException {
    int many = 300;
    RecordingSender channel = new RecordingSender();
    Connections senders = new Connections();
    senders.connect(channel);
    try (Database database = kind.open()) {
      CommunityId community = community(database);
      OutboxStore store = new OutboxStore(database);
      JobQueue jobs = new JobQueue(database);
      List<AnnouncementId> ids =
          java.util.stream.IntStream.range(0, many)
              .mapToObj(number ->
                  store
                      .add(
                          community,
                          FixedComposer.KIND,
                          "n" + number,
                          new MessageSender.Address.Channel(PLACE.channel("daily")),
                          START,
                          START.plus(Duration.ofDays(1)))
                      .orElseThrow())
              .toList();
      Supplier<Runnable> process =
          () -> {
            OutboxSender dispatch =
                new OutboxSender(
                    store,
                    List.of(FixedComposer.WORDS),
                    senders,
                    jobs,
                    database,
                    () -> START,
                    "another");
            return () -> ids.forEach(id -> dispatch.run(OutboxSender.job(id), START));
          };
      List<Thread> threads =
          List.of(Thread.ofVirtual().start(process.get()), Thread.ofVirtual().start(process.get()));
      for (Thread thread : threads) {
        thread.join();
      }
    }
    assertThat(channel.nonces()).hasSize(many).doesNotHaveDuplicates();
  }

  @Test
  void whatIsNotWorthSayingAnyMoreIsGivenUp() {
    try (Database database = DatabaseUnderTest.H2.open()) {
      CommunityId community = community(database);
      Outbox announcements =
          new Outbox(new OutboxStore(database), new JobQueue(database), database);
      announcements.announce(
          community,
          FixedComposer.KIND,
          "old",
          PLACE.channel("daily"),
          START,
          START.plus(Duration.ofHours(1)));
      now = START.plus(Duration.ofHours(2));
      RecordingSender channel = new RecordingSender();
      live(database, channel, new Steps(Integer.MAX_VALUE), now);
      assertThat(channel.nonces()).isEmpty();
      assertThat(
              announcements.find(community, FixedComposer.KIND, "old", PLACE).orElseThrow().state())
          .isEqualTo(State.GIVEN_UP);
      assertThat(
              announcements.announce(
                  community,
                  FixedComposer.KIND,
                  "old",
                  PLACE.channel("daily"),
                  now,
                  now.plus(Duration.ofDays(1))))
          .as("decided on once, whatever became of it")
          .isFalse();
    }
  }
}
