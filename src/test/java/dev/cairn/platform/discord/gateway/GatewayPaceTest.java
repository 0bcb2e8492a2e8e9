package dev.cairn.platform.discord.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class GatewayPaceTest {
  private final AtomicReference<Instant> now =
      new AtomicReference<>(Instant.parse("2026-01-01T00:00:00Z"));
  private final GatewayPace pace = new GatewayPace(now::get);

  @Test
  void letsABurstThroughAndThenOneAtATime() {
    for (int i = 0; i < GatewayPace.BURST; i++) {
      assertThat(pace.take()).isZero();
    }
    assertThat(pace.take()).isEqualTo(GatewayPace.EVERY);
    assertThat(pace.take()).isEqualTo(GatewayPace.EVERY.multipliedBy(2));
  }

  @Test
  void restsWhenNothingIsDialled() {
    for (int i = 0; i < GatewayPace.BURST; i++) {
      assertThat(pace.take()).isZero();
    }
    now.updateAndGet(instant -> instant.plus(Duration.ofDays(1)));
    for (int i = 0; i < GatewayPace.BURST; i++) {
      assertThat(pace.take()).isZero();
    }
    assertThat(pace.take()).isPositive();
  }
}
