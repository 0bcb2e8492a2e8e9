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
import org.jspecify.annotations.Nullable;

/**
 * How much is done at once. What comes on top of it waits for a moment, in a line that has an end
 * too; whoever finds the line full, or waits in vain, is refused and holds nothing. So a rush costs
 * patience and neither the memory nor the process.
 *
 * <p>One community has three quarters of the turns at most, and of the places three times as many
 * as are left: three quarters where it is alone, three sevenths each where two flood. However many
 * members of a few communities come at once, there is room for those of others.
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

  /** How many places a community may have for each that is left. */
  private static final int FOR_EACH_LEFT = 3;

  /** Whether this thread has its turn already. */
  private static final ScopedValue<Capacity> ADMITTED = ScopedValue.newInstance();

  private final Semaphore turns;
  private final Duration patience;
  private final int atOnce;

  /** How many more may have a turn or wait for one. */
  private int left;

  private final LongAdder refusedByProcess = new LongAdder();
  private final LongAdder refusedByCommunity = new LongAdder();

  /** The room of each community of which somebody is here. */
  private final LoadingCache<Place, Room> ofCommunities;

  /** What is full when somebody is refused. */
  public enum Limit {
    PROCESS,
    COMMUNITY
  }

  /** What members of one community take up. */
  private static final class Room {
    final Semaphore turns;

    /** How many have a turn or wait for one. */
    int here;

    Room(int atOnce) {
      turns = turns(atOnce);
    }
  }

  /** Turns that are given in the order in which they were asked for. */
  private static Semaphore turns(int atOnce) {
    return new Semaphore(atOnce, true);
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
    this.turns = turns(atOnce);
    this.left = atOnce + inLine;
    this.patience = patience;
    this.atOnce = atOnce;
    this.ofCommunities =
        Caffeine.newBuilder().weakValues().build(place -> new Room(atOnce - atOnce / 4));
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
    Limit full = enter(community);
    if (full != null) {
      return refuse(full, swamped);
    }
    try {
      return inTurn(community, work, swamped);
    } finally {
      leave(community);
    }
  }

  /** Takes a place, or tells what is full. */
  private synchronized @Nullable Limit enter(Room community) {
    if (left == 0) {
      return Limit.PROCESS;
    }
    if (community.here >= FOR_EACH_LEFT * left) {
      return Limit.COMMUNITY;
    }
    community.here++;
    left--;
    return null;
  }

  private synchronized void leave(Room community) {
    community.here--;
    left++;
  }

  /** Waits for the community's turn first: who has that keeps nobody of another waiting. */
  private <T> T inTurn(Room community, Supplier<T> work, Function<Limit, T> swamped) {
    long end = System.nanoTime() + patience.toNanos();
    if (!comes(community.turns, patience.toNanos())) {
      return refuse(Limit.COMMUNITY, swamped);
    }
    try {
      if (!comes(turns, end - System.nanoTime())) {
        return refuse(Limit.PROCESS, swamped);
      }
      try {
        return ScopedValue.where(ADMITTED, this).call(work::get);
      } finally {
        turns.release();
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
    return atOnce - turns.availablePermits();
  }

  /** How many were refused so far because this was full. */
  public long refused(Limit full) {
    return refusedBy(full).sum();
  }
}
