package dev.cairn.command;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import dev.cairn.chat.Place;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * How much is done at once. What comes on top of it waits for a moment, in a line that has an end
 * too; whoever finds the line full, or waits in vain, is refused and holds nothing. So a rush costs
 * patience and neither the memory nor the process.
 *
 * <p>One community has three quarters of it at most, of the turns as of the line: however many of
 * its members come at once, there is room for those of others.
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

  private final Room all;
  private final Duration patience;
  private final int atOnce;
  private final LongAdder refusedByProcess = new LongAdder();
  private final LongAdder refusedByCommunity = new LongAdder();

  /** The room of each community of which somebody is here. */
  private final LoadingCache<Place, Room> ofCommunities;

  /** What is full when somebody is refused. */
  public enum Limit {
    PROCESS,
    COMMUNITY
  }

  /**
   * @param here for whoever has a turn or waits for one
   * @param turns given in the order in which they were asked for
   */
  private record Room(Semaphore here, Semaphore turns) {
    Room(int atOnce, int inLine) {
      this(new Semaphore(atOnce + inLine), new Semaphore(atOnce, true));
    }
  }

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
    this.all = new Room(atOnce, inLine);
    this.patience = patience;
    this.atOnce = atOnce;
    this.ofCommunities =
        Caffeine.newBuilder()
            .weakValues()
            .build(place -> new Room(threeQuarters(atOnce), threeQuarters(inLine)));
  }

  private static int threeQuarters(int whole) {
    return whole - whole / 4;
  }

  /**
   * Does this when its turn comes, or else the other. What is begun within a turn is part of it.
   *
   * @param place whose member asks for it
   * @param swamped done without a turn, and told what was full; must be quick
   */
  public <T> T during(Place place, Supplier<T> work, Function<Limit, T> swamped) {
    if (isAdmitted()) {
      return work.get();
    }
    Room community = ofCommunities.get(place);
    if (!community.here.tryAcquire()) {
      return refuse(Limit.COMMUNITY, swamped);
    }
    try {
      if (!all.here.tryAcquire()) {
        return refuse(Limit.PROCESS, swamped);
      }
      try {
        return inTurn(community, work, swamped);
      } finally {
        all.here.release();
      }
    } finally {
      community.here.release();
    }
  }

  /** Waits for the community's turn first: who has that keeps nobody of another waiting. */
  private <T> T inTurn(Room community, Supplier<T> work, Function<Limit, T> swamped) {
    long end = System.nanoTime() + patience.toNanos();
    if (!comes(community.turns, patience.toNanos())) {
      return refuse(Limit.COMMUNITY, swamped);
    }
    try {
      if (!comes(all.turns, end - System.nanoTime())) {
        return refuse(Limit.PROCESS, swamped);
      }
      try {
        return ScopedValue.where(ADMITTED, this).call(work::get);
      } finally {
        all.turns.release();
      }
    } finally {
      community.turns.release();
    }
  }

  private static boolean comes(Semaphore turn, long nanos) {
    try {
      return turn.tryAcquire(nanos, TimeUnit.NANOSECONDS);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private <T> T refuse(Limit full, Function<Limit, T> swamped) {
    refusedBy(full).increment();
    return swamped.apply(full);
  }

  private LongAdder refusedBy(Limit limit) {
    return switch (limit) {
      case PROCESS -> refusedByProcess;
      case COMMUNITY -> refusedByCommunity;
    };
  }

  /** Whether this thread has its turn. */
  boolean isAdmitted() {
    return ADMITTED.isBound() && ADMITTED.get() == this;
  }

  /** How many have their turn; an estimate while they come and go. */
  public int underWay() {
    return atOnce - all.turns.availablePermits();
  }

  /** How many were refused so far because this was full. */
  public long refused(Limit full) {
    return refusedBy(full).sum();
  }
}
