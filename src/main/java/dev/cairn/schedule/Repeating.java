package dev.cairn.schedule;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Does something again and again, for as long as we run; nothing is owed for the time between. */
public final class Repeating implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Repeating.class);

  private final ScheduledExecutorService executor;
  private final Future<?> repeating;

  /**
   * Begins at once.
   *
   * @param name of what is done, for the log
   * @param pause between an end and the next beginning
   */
  public Repeating(String name, Duration pause, Runnable work) {
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
            0,
            pause.toMillis(),
            TimeUnit.MILLISECONDS);
  }

  /** Stops, after what is under way is done. */
  @Override
  public void close() {
    repeating.cancel(false);
    executor.close();
  }
}
