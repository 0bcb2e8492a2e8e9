package dev.cairn.platform.local.playground;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class PlaygroundClockTest {
  private static final Instant START = Instant.parse("2026-01-01T09:00:00Z");

  private final AtomicReference<Instant> real = new AtomicReference<>(START);
  private final InstantSource source = () -> java.util.Objects.requireNonNull(real.get());
  private final PlaygroundClock clock = new PlaygroundClock(source);

  @Test
  void runsLikeTheRealOneUntilItIsMovedAndAheadOfItAfterwards() {
    assertThat(clock.instant()).isEqualTo(START);

    assertThat(clock.moveTo(START.plus(Duration.ofDays(1)))).isTrue();
    real.set(START.plusSeconds(5));

    assertThat(clock.instant()).isEqualTo(START.plus(Duration.ofDays(1)).plusSeconds(5));
  }

  @Test
  void neverGoesBackNorBeyondTenYears() {
    clock.moveTo(START.plusSeconds(60));

    assertThat(clock.moveTo(START.plusSeconds(59))).isFalse();
    assertThat(clock.moveTo(START.plus(Duration.ofDays(4_000)))).isFalse();
    assertThat(clock.instant()).isEqualTo(START.plusSeconds(60));
  }

  @Test
  void goesOnFromWhereItHadBeenMovedTo() {
    clock.goOnFrom(START.minusSeconds(60));
    assertThat(clock.instant()).isEqualTo(START);

    clock.goOnFrom(START.plusSeconds(60));
    assertThat(clock.instant()).isEqualTo(START.plusSeconds(60));
  }

  @Test
  void tellsWhoListensOfEachMoveAndOfNothingElse() {
    List<Instant> moves = new ArrayList<>();
    clock.onMove(moves::add);

    clock.moveTo(START.plusSeconds(60));
    clock.moveTo(START);

    assertThat(moves).containsExactly(START.plusSeconds(60));
  }
}
