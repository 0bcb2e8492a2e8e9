package dev.cairn.command;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Supplier;

/**
 * How much is done at once. What comes on top of it waits for a moment, in a line that has an end
 * too; whoever finds the line full, or waits in vain, is refused and holds nothing. So a rush costs
 * patience and neither the memory nor the process.
 */
public final class Capacity {
  /** More at once than a database has connections for would only wait elsewhere. */
  private static final int AT_ONCE = 32;

  private static final int IN_LINE = 512;

  /**
   * A refusal is there before a platform has to be told that the answer takes longer, which would
   * cost requests when there are too many already.
   */
  private static final Duration PATIENCE = Duration.ofMillis(400);

  /** Whether this thread has its turn already. */
  private static final ScopedValue<Capacity> ADMITTED = ScopedValue.newInstance();

  private final Semaphore turns;
  private final Semaphore line;
  private final Duration patience;
  private final int atOnce;
  private final LongAdder refused = new LongAdder();

  /** As much as fits in the smallest heap that we ship with. */
  public Capacity() {
    this(AT_ONCE, IN_LINE, PATIENCE);
  }

  /**
   * @param atOnce how many have their turn at once
   * @param inLine how many more may wait for theirs
   * @param patience how long they wait
   */
  public Capacity(int atOnce, int inLine, Duration patience) {
    this.atOnce = atOnce;
    this.turns = new Semaphore(atOnce, true);
    this.line = new Semaphore(inLine);
    this.patience = patience;
  }

  /**
   * Does this when its turn comes, or else the other. What is begun within a turn is part of it.
   *
   * @param swamped done without a turn; must be quick
   */
  public <T> T during(Supplier<T> work, Supplier<T> swamped) {
    if (isAdmitted()) {
      return work.get();
    }
    if (!turns.tryAcquire() && !turnComes()) {
      refused.increment();
      return swamped.get();
    }
    try {
      return ScopedValue.where(ADMITTED, this).call(work::get);
    } finally {
      turns.release();
    }
  }

  /** Whether this thread has its turn. */
  boolean isAdmitted() {
    return ADMITTED.isBound() && ADMITTED.get() == this;
  }

  private boolean turnComes() {
    if (!line.tryAcquire()) {
      return false;
    }
    try {
      return turns.tryAcquire(patience.toNanos(), TimeUnit.NANOSECONDS);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return false;
    } finally {
      line.release();
    }
  }

  /** How many have their turn; an estimate while they come and go. */
  public int underWay() {
    return atOnce - turns.availablePermits();
  }

  /** How many were refused so far. */
  public long refused() {
    return refused.sum();
  }
}
