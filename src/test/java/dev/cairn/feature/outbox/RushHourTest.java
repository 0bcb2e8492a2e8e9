package dev.cairn.feature.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.chat.Place;
import dev.cairn.chat.Platform;
import dev.cairn.connection.Connections;
import dev.cairn.connection.MessageSender;
import dev.cairn.database.Database;
import dev.cairn.database.DatabaseUnderTest;
import dev.cairn.domain.CommunityId;
import dev.cairn.feature.community.CommunityStore;
import dev.cairn.jobs.JobQueue;
import dev.cairn.jobs.SteppedJobRunner;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * Ten thousand communities at the same minute, on a platform that takes fifty messages a second.
 */
final class RushHourTest {
  private static final Instant START = Instant.parse("2026-03-01T08:00:00Z");
  private static final int MANY = 10_000;
  private static final int A_SECOND = 50;

  private Instant now = START;

  /** Takes so many messages a second and puts the rest off to the next. */
  private final class Limited implements MessageSender {
    private final Map<String, Instant> arrived = new HashMap<>();
    private Instant second = Instant.MIN;
    private int taken;
    private int asked;
    private int twice;

    @Override
    public Platform platform() {
      return Platform.LOCAL;
    }

    @Override
    public Delivery send(OutgoingMessage message) {
      asked++;
      Instant thisSecond = now.truncatedTo(ChronoUnit.SECONDS);
      if (!thisSecond.equals(second)) {
        second = thisSecond;
        taken = 0;
      }
      if (taken == A_SECOND) {
        return new Delivery.Later("slow down", Duration.between(now, second.plusSeconds(1)));
      }
      taken++;
      if (arrived.putIfAbsent(message.nonce(), now) != null) {
        twice++;
      }
      return new Delivery.Sent(message.nonce());
    }

    @Override
    public Search find(Address address, String nonce, Window tried) {
      return arrived.containsKey(nonce)
          ? new Search.Found(new Delivery.Sent(nonce))
          : new Search.Absent();
    }
  }

  @Test
  void allArePostedAtThePlatformsPaceFirstComeFirstServed() {
    Limited platform = new Limited();
    Connections senders = new Connections();
    senders.connect(platform);
    try (Database database = DatabaseUnderTest.H2.open()) {
      CommunityStore communities = new CommunityStore(database);
      JobQueue jobs = new JobQueue(database);
      OutboxStore store = new OutboxStore(database);
      Outbox announcements = new Outbox(store, jobs, database);
      database.transaction(() -> {
        for (int number = 0; number < MANY; number++) {
          Place place = new Place(Platform.LOCAL, "community-" + number);
          communities.add(place, place.id(), START, ZoneOffset.UTC);
          CommunityId id = communities.find(place).orElseThrow().id();
          announcements.announce(
              id,
              FixedComposer.KIND,
              "today",
              place.channel("daily"),
              START,
              START.plus(Duration.ofHours(12)));
        }
      });
      OutboxSender dispatch =
          new OutboxSender(
              store, List.of(FixedComposer.WORDS), senders, jobs, database, () -> now, "process");
      new SteppedJobRunner(
              jobs,
              List.of(dispatch),
              (at, work) -> {
                now = at;
                work.run();
              })
          .runThrough(START.plus(Duration.ofHours(1)));
    }
    assertThat(platform.arrived).as("none is lost").hasSize(MANY);
    assertThat(platform.twice).isZero();
    Instant last = platform.arrived.values().stream().max(Instant::compareTo).orElseThrow();
    assertThat(Duration.between(START, last))
        .as("the platform would have taken 200 seconds at best")
        .isLessThan(Duration.ofMinutes(5));
    assertThat(platform.asked).as("it was hardly asked in vain").isLessThan(MANY + MANY / 20);
  }
}
