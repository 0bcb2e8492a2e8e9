package dev.cairn.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.database.Database;
import dev.cairn.database.DatabaseUnderTest;
import dev.cairn.domain.CommunityId;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a single process does about work that has given no sign of life for long. */
final class JobSchedulerTest {
  private static final Instant AT = Instant.parse("2026-03-02T09:00:00Z");
  private static final CommunityId COMMUNITY = new CommunityId(12);

  /** Notes what it was asked to do. */
  private static final class Work implements JobHandler {
    private final Set<String> done = ConcurrentHashMap.newKeySet();
    private final CountDownLatch expected;

    private Work(int expected) {
      this.expected = new CountDownLatch(expected);
    }

    @Override
    public String kind() {
      return "test";
    }

    @Override
    public void run(JobKey job, Instant planned) {
      if (done.add(job.subject())) {
        expected.countDown();
      }
    }
  }

  /** A machine that is too busy for signs of life has killed nobody. */
  @ParameterizedTest
  @EnumSource
  void workUnderWayIsTakenUpOnlyWhereItMayHaveBeenLost(DatabaseUnderTest under) throws Exception {
    try (Database database = under.open()) {
      // Another process may have died, or this one may not have heard that it has claimed it.
      Set<String> lost =
          database.isExclusive() ? Set.of() : Set.of("silent for an hour", "another's");
      claim(database, "silent for a minute", "me", Duration.ofMinutes(1));
      claim(database, "silent for an hour", "me", Duration.ofHours(1));
      claim(database, "another's", "another", Duration.ofMinutes(1));
      new JobQueue(database).plan(new JobKey("test", COMMUNITY, "due"), AT);
      Work work = new Work(1 + lost.size());
      long began = System.nanoTime();
      // db-scheduler waits by this clock.
      InstantSource clock = () -> AT.plusNanos(System.nanoTime() - began);
      try (JobScheduler scheduler =
          new JobScheduler(
              database.dataSource(), database.isExclusive(), List.of(work), clock, "me")) {
        scheduler.start();
        assertThat(work.expected.await(1, TimeUnit.MINUTES)).isTrue();
      }
      assertThat(work.done).containsAll(lost).contains("due").hasSize(1 + lost.size());
      assertThat(underWay(database)).isEqualTo(3 - lost.size());
    }
  }

  /** Has a process be at some work without a sign of life for so long. */
  private static void claim(Database database, String subject, String by, Duration silent) {
    new JobQueue(database).plan(new JobKey("test", COMMUNITY, subject), AT);
    database
        .update(
            "update scheduled_tasks set picked = true, picked_by = :by, last_heartbeat = :heard"
                + " where picked = false")
        .bind("by", by)
        .bind("heard", AT.minus(silent))
        .execute();
  }

  private static int underWay(Database database) {
    return database.query("select count(*) from scheduled_tasks where picked").one(Integer.class);
  }
}
