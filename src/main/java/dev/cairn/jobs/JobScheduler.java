package dev.cairn.jobs;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerBuilder;
import com.github.kagkarlsson.scheduler.SchedulerName;
import com.github.kagkarlsson.scheduler.jdbc.DefaultJdbcCustomization;
import com.github.kagkarlsson.scheduler.task.Execution;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import dev.cairn.jobs.JobQueue.Entry;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import javax.sql.DataSource;

/**
 * Does what falls due, on threads of its own, as the clock runs. Several processes may share one
 * database: each piece of work is done by one of them. What a process was at when it was killed
 * another takes up, or the same after its restart.
 *
 * <p>Start it when the platforms are connected; close it, which waits for work under way, before
 * the platforms and the database are closed. Starting it earlier loses nothing: what cannot be sent
 * waits.
 */
public final class JobScheduler implements AutoCloseable {
  /** How many pieces of work are done at once: most of the time they wait for a platform. */
  private static final int THREADS = 8;

  private static final Duration POLLING = Duration.ofSeconds(1);

  /** Four of these without a sign of life, and another process takes up what one was at. */
  private static final Duration HEARTBEAT = Duration.ofSeconds(5);

  private static final int MISSED_HEARTBEATS = 4;

  /**
   * Years without a sign of life. Where nobody else has the database, one that is late comes from a
   * busy machine or a clock that was put forward, and what is under way is ours and goes on.
   */
  private static final int ANY_NUMBER = 100_000_000;

  /**
   * How long a process leaves work of its own alone that gives no sign of life: on a busy machine
   * they come late. What it has claimed without ever hearing so is taken up after that.
   */
  private static final Duration OWN_SILENCE = Duration.ofMinutes(10);

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  /** As many as are fetched at once, and how few are left when the next are, a thread. */
  private static final double FETCHED_PER_THREAD = 4.0;

  private static final double LEFT_PER_THREAD = 1.0;

  private final Scheduler scheduler;

  /**
   * Work on this database.
   *
   * @param exclusive whether no other process can have it open; what an earlier one was at is then
   *     released by whoever starts this ({@link JobQueue#endClaims()})
   * @param works all kinds there are
   * @param clock tells what is due
   * @param name who works: another for each process, also after a restart
   */
  public JobScheduler(
      DataSource database,
      boolean exclusive,
      Collection<JobHandler> works,
      InstantSource clock,
      String name) {
    List<Task<?>> tasks = works.stream().<Task<?>>map(work -> task(work, clock, name)).toList();
    SchedulerBuilder builder =
        Scheduler.create(database, tasks)
            .schedulerName(new SchedulerName.Fixed(name))
            .clock(clock::instant)
            .threads(THREADS)
            .pollingInterval(POLLING)
            .heartbeatInterval(HEARTBEAT)
            .missedHeartbeatsLimit(exclusive ? ANY_NUMBER : MISSED_HEARTBEATS)
            .shutdownMaxWait(PATIENCE);
    SchedulerBuilder polling =
        exclusive
            // Nobody else fetches: nothing need be locked, which db-scheduler does not do on H2.
            ? builder
                .jdbcCustomization(new DefaultJdbcCustomization(false))
                .pollUsingFetch(LEFT_PER_THREAD, FETCHED_PER_THREAD)
            : builder.pollUsingLockAndFetch(LEFT_PER_THREAD, FETCHED_PER_THREAD);
    scheduler = polling.build();
  }

  private static Task<Void> task(JobHandler work, InstantSource clock, String name) {
    return Tasks.custom(work.kind(), Void.class)
        // By our clock: db-scheduler's own times of failure and revival are the machine's.
        .onFailure((complete, operations) ->
            operations.reschedule(
                complete,
                clock
                    .instant()
                    .plus(RetryDelay.pause(complete.getExecution().consecutiveFailures))))
        .onDeadExecution((complete, operations) -> {
          Instant now = clock.instant();
          if (!isUnderWay(complete.getExecution(), name, now)) {
            operations.reschedule(complete, now);
          }
        })
        .execute((instance, context) -> {
          Entry entry = Entry.named(work.kind(), instance.getId());
          work.run(entry.job(), entry.planned());
          return (complete, operations) -> operations.remove();
        });
  }

  /** Whether this process is at it, for all we know. */
  private static boolean isUnderWay(Execution silent, String name, Instant now) {
    return name.equals(silent.pickedBy) && silent.lastHeartbeat.isAfter(now.minus(OWN_SILENCE));
  }

  /** Begins. */
  public void start() {
    scheduler.start();
  }

  /** Ends, after work under way has been done or half a minute has passed. */
  @Override
  public void close() {
    scheduler.stop();
  }
}
