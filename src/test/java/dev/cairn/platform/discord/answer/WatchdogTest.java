package dev.cairn.platform.discord.answer;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class WatchdogTest {
  private static final Duration LONG = Duration.ofHours(1);

  private final Watchdog watchdog = new Watchdog(Duration.ofMillis(1));
  private final CountDownLatch begun = new CountDownLatch(1);
  private final CountDownLatch mayEnd = new CountDownLatch(1);

  @Test
  void leavesAloneWhatEndsInTime() throws InterruptedException {
    Watchdog.Watch quick = watchdog.over(LONG, begun::countDown);
    Watchdog.Watch slow = watchdog.over(Duration.ZERO, mayEnd::countDown);
    assertThat(quick.end()).isTrue();
    assertThat(mayEnd.await(20, TimeUnit.SECONDS)).isTrue();
    assertThat(slow.end()).isFalse();
    assertThat(begun.getCount()).isEqualTo(1);
  }

  @Test
  void whatIsOverdueEndsOnlyAfterItWasSeenTo() throws InterruptedException {
    Watchdog.Watch watch =
        watchdog.over(
            Duration.ZERO,
            () -> {
              begun.countDown();
              awaitPermission();
            });
    assertThat(begun.await(20, TimeUnit.SECONDS)).isTrue();
    CompletableFuture<Boolean> ended = CompletableFuture.supplyAsync(watch::end);
    assertThat(ended).isNotDone();
    mayEnd.countDown();
    assertThat(ended.join()).isFalse();
  }

  @Test
  void wakesUpAgain() throws InterruptedException {
    for (int i = 0; i < 100; i++) {
      CountDownLatch seenTo = new CountDownLatch(1);
      watchdog.over(Duration.ZERO, seenTo::countDown);
      assertThat(seenTo.await(20, TimeUnit.SECONDS)).isTrue();
    }
  }

  private void awaitPermission() {
    try {
      mayEnd.await();
    } catch (InterruptedException stopped) {
      throw new IllegalStateException(stopped);
    }
  }
}
