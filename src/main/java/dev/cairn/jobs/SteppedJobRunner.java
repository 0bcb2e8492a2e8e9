package dev.cairn.jobs;

import dev.cairn.jobs.JobQueue.Due;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Does what falls due on a clock that jumps: one piece of work at a time, in the order of the
 * instants they fall due, each while the clock reads that instant. The same jobs and the same work
 * as {@link JobScheduler}, without threads or waiting. For a database that no other process works
 * on.
 */
public final class SteppedJobRunner {
  private static final Logger LOG = LoggerFactory.getLogger(SteppedJobRunner.class);

  private final JobQueue jobs;
  private final Map<String, JobHandler> works;
  private final SteppedClock clock;

  /** Nothing falls due before it, by what was in the queue and what was planned since. */
  private Instant nothingBefore = Instant.MIN;

  /** A clock that can be made to read an instant. */
  @FunctionalInterface
  public interface SteppedClock {
    /** Runs work while the clock reads this instant. */
    void during(Instant at, Runnable work);
  }

  /** Work on this jobs; {@code works} are all kinds there are. */
  public SteppedJobRunner(JobQueue jobs, Collection<JobHandler> works, SteppedClock clock) {
    this.jobs = jobs;
    this.works = works.stream().collect(Collectors.toMap(JobHandler::kind, Function.identity()));
    this.clock = clock;
  }

  /** Does everything that falls due up to an instant, and what falls due from that by then. */
  public synchronized void runThrough(Instant until) {
    for (Optional<Due> due = dueBy(until); due.isPresent(); due = dueBy(until)) {
      Due next = due.get();
      clock.during(next.at(), () -> run(next));
    }
  }

  /** What is due first, if it is by then; asked only where something may be. */
  private Optional<Due> dueBy(Instant until) {
    Instant planned = jobs.takePlanned();
    if (planned.isBefore(nothingBefore)) {
      nothingBefore = planned;
    }
    if (until.isBefore(nothingBefore)) {
      return Optional.empty();
    }
    Optional<Due> due = jobs.next(until);
    nothingBefore = due.map(Due::at).or(jobs::firstInstant).orElse(Instant.MAX);
    return due;
  }

  private void run(Due due) {
    JobHandler work = works.get(due.entry().job().kind());
    if (work == null) {
      LOG.warn("nobody knows how to do {}", due.entry());
      jobs.remove(due.entry());
      return;
    }
    try {
      work.run(due.entry().job(), due.entry().planned());
      jobs.remove(due.entry());
    } catch (RuntimeException failed) {
      LOG.error("{} is tried again", due.entry(), failed);
      jobs.postpone(due.entry(), due.at().plus(RetryDelay.pause(due.failures())));
    }
  }
}
