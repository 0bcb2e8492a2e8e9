package dev.cairn;

import dev.cairn.chat.Platform;
import dev.cairn.feature.outage.Presence;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Notes, as long as we run, which platforms are in reach. */
final class Heartbeat implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Heartbeat.class);

  private final Presence presence;
  private final Map<Platform, BooleanSupplier> connected;
  private final InstantSource clock;
  private final ScheduledExecutorService executor =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().name("heartbeat").daemon().factory());
  private final Future<?> beating;

  /**
   * Begins to beat.
   *
   * @param connected tells of each platform whether it is connected just now
   */
  Heartbeat(Presence presence, Map<Platform, BooleanSupplier> connected, InstantSource clock) {
    this.presence = presence;
    this.connected = Map.copyOf(connected);
    this.clock = clock;
    this.beating =
        executor.scheduleWithFixedDelay(this::beat, 0, Presence.BEAT.toSeconds(), TimeUnit.SECONDS);
  }

  private void beat() {
    connected.forEach(
        (platform, isConnected) -> {
          try {
            if (isConnected.getAsBoolean()) {
              presence.reached(platform, clock.instant());
            }
          } catch (RuntimeException failure) {
            // An exception would end the beating for good.
            LOG.warn("could not note that {} is in reach", platform.key(), failure);
          }
        });
  }

  @Override
  public void close() {
    beating.cancel(false);
    executor.close();
  }
}
