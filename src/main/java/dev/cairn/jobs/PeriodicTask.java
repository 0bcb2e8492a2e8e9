package dev.cairn.jobs;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Does something again and again, for as long as we run; nothing is owed for the time between. */
public final class PeriodicTask implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(PeriodicTask.class);

  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final ScheduledExecutorService executor;
  private final Future<?> repeating;

  /**
   * @param name of what is done, for the log
   * @param first how long until the first beginning
   * @param pause between an end and the next beginning
   */
  public PeriodicTask(String name, Duration first, Duration pause, Runnable work) {
    executor = Executors.newSingleThreadScheduledExecutor(Thread.ofVirtual().name(name).factory());
    repeating =
        executor.scheduleWithFixedDelay(
            () -> {
              try {
                work.run();
              } catch (RuntimeException failed) {
                // Passed on, it would be the last time.
                LOG.error("{} failed, and is tried again", name, failed);
              }
            },
            first.toMillis(),
            pause.toMillis(),
            TimeUnit.MILLISECONDS);
  }

  /** Stops, after what is under way is done, or interrupts it where that takes too long. */
  @Override
  public void close() {
    repeating.cancel(false);
    executor.shutdown();
    try {
      if (!executor.awaitTermination(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
        executor.shutdownNow();
      }
    } catch (InterruptedException hurry) {
      executor.shutdownNow();
      Thread.currentThread().interrupt();
    }
  }
}
