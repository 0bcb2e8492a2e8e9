package dev.cairn.platform.discord.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class BackoffTest {
  @Test
  void tellsOfTheFirstFailureAndThenOnceAMinute() throws InterruptedException {
    List<Duration> waited = new ArrayList<>();
    Backoff backoff = new Backoff(duration -> waited.add(duration));
    List<Long> toldAt = new ArrayList<>();
    for (int failure = 0; failure < 12; failure++) {
      if (backoff.isWorthTelling()) {
        toldAt.add(waited.stream().mapToLong(Duration::toSeconds).sum());
      }
      assertThat(backoff.await()).isTrue();
    }
    assertThat(toldAt).startsWith(0L, 63L, 123L, 183L);
  }
}
