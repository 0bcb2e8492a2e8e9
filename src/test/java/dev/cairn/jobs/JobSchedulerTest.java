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
  void workUnderWayIsTakenUpOnlyWhereAnotherProcessMayHaveDied(DatabaseUnderTest under)
      throws Exception {
    try (Database database = under.open()) {
      boolean exclusive = database.isExclusive();
      JobQueue jobs = new JobQueue(database);
      jobs.plan(new JobKey("test", COMMUNITY, "under way"), AT);
      database
          .update(
              "update scheduled_tasks set picked = true, picked_by = 'me', last_heartbeat = :heard")
          .bind("heard", AT.minus(Duration.ofHours(1)))
          .execute();
      jobs.plan(new JobKey("test", COMMUNITY, "due"), AT);
      Work work = new Work(exclusive ? 1 : 2);
      long began = System.nanoTime();
      // db-scheduler waits by this clock.
      InstantSource clock = () -> AT.plusNanos(System.nanoTime() - began);
      try (JobScheduler scheduler =
          new JobScheduler(database.dataSource(), exclusive, List.of(work), clock, "me")) {
        scheduler.start();
        assertThat(work.expected.await(1, TimeUnit.MINUTES)).isTrue();
      }
      assertThat(underWay(database)).isEqualTo(exclusive ? 1 : 0);
      assertThat(work.done).contains("due").hasSize(exclusive ? 1 : 2);
    }
  }

  private static int underWay(Database database) {
    return database.query("select count(*) from scheduled_tasks where picked").one(Integer.class);
  }
}
