package dev.cairn.platform.discord.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

final class GatewayTimersTest {
  private final GatewayTimers timers = new GatewayTimers();

  @Test
  void aTimerThatIsCancelledIsNotKeptUntilItsTime() {
    try (ScheduledThreadPoolExecutor shard = timers.provide(0)) {
      Future<?> timeout = shard.schedule(() -> {}, 10, TimeUnit.SECONDS);
      assertThat(shard.getQueue()).hasSize(1);
      timeout.cancel(false);
      assertThat(shard.getQueue()).isEmpty();
    }
  }

  @Test
  void eachShardHasAThreadOfItsOwnThatEndsWithIt() {
    try (ScheduledThreadPoolExecutor one = timers.provide(0);
        ScheduledThreadPoolExecutor other = timers.provide(1)) {
      assertThat(one).isNotSameAs(other);
      assertThat(timers.shouldShutdownAutomatically(1)).isTrue();
    }
  }
}
