package dev.cairn.schedule;

import java.time.InstantSource;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps a {@link Stepper} abreast of a clock that runs by itself between its jumps. */
public final class Ticker implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Ticker.class);

  private final ScheduledExecutorService executor =
      Executors.newSingleThreadScheduledExecutor(Thread.ofVirtual().name("ticker").factory());

  private final Future<?> ticking;

  /** Looks once a second, from now on. */
  public Ticker(Stepper stepper, InstantSource clock) {
    ticking = executor.scheduleWithFixedDelay(() -> tick(stepper, clock), 0, 1, TimeUnit.SECONDS);
  }

  private static void tick(Stepper stepper, InstantSource clock) {
    try {
      stepper.runThrough(clock.instant());
    } catch (RuntimeException failed) {
      LOG.error("what is due could not be looked up", failed);
    }
  }

  /** Stops, after what is under way is done. */
  @Override
  public void close() {
    ticking.cancel(false);
    executor.close();
  }
}
