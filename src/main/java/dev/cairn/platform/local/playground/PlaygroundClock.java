package dev.cairn.platform.local.playground;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

/**
 * A clock that runs like another one, ahead of it by what it was moved. It goes back only to start
 * over.
 */
public final class PlaygroundClock implements InstantSource {
  private static final Duration FURTHEST = Duration.ofDays(3660);

  private final InstantSource real;
  private final ScopedValue<Instant> during = ScopedValue.newInstance();
  private final AtomicReference<Duration> ahead = new AtomicReference<>(Duration.ZERO);
  private final List<Consumer<Instant>> listeners = new CopyOnWriteArrayList<>();

  /** A clock that agrees with this one until it is moved. */
  public PlaygroundClock(InstantSource real) {
    this.real = real;
  }

  /**
   * Has this called after each move, with the instant moved to, so that what fell due meanwhile can
   * be done. Called on the mover's thread.
   */
  public void onMove(Consumer<Instant> clockMoved) {
    listeners.add(clockMoved);
  }

  /**
   * Runs work that fell due earlier while the clock reads, to it alone, the instant it fell due.
   */
  public void during(Instant at, Runnable work) {
    ScopedValue.where(during, at).run(work);
  }

  @Override
  public Instant instant() {
    return during.isBound() ? during.get() : real.instant().plus(ahead.get());
  }

  /** Goes on from where it had been moved to in an earlier run, if that is still ahead. */
  public void goOnFrom(Instant earlier) {
    Duration reached = Duration.between(real.instant(), earlier);
    ahead.accumulateAndGet(reached, (one, other) -> one.compareTo(other) < 0 ? other : one);
  }

  /** Reads again what the other clock does. */
  void reset() {
    ahead.set(Duration.ZERO);
  }

  /**
   * Moves to an instant.
   *
   * @return whether it moved: not to an instant in the past, and not more than ten years ahead
   */
  boolean moveTo(Instant to) {
    Duration wanted = Duration.between(real.instant(), to);
    Duration before = ahead.getAndUpdate(now -> isReachable(now, wanted) ? wanted : now);
    if (!isReachable(before, wanted)) {
      return false;
    }
    listeners.forEach(listener -> listener.accept(to));
    return true;
  }

  private static boolean isReachable(Duration from, Duration to) {
    return to.compareTo(from) > 0 && to.compareTo(FURTHEST) <= 0;
  }
}
