package dev.cairn.platform.discord.gateway;

import dev.cairn.connection.ShardLease;
import dev.cairn.connection.ShardLeases;
import dev.cairn.connection.ShardLeases.Division;
import dev.cairn.connection.ShardLeases.Standing;
import dev.cairn.platform.discord.api.Shards;
import dev.cairn.platform.discord.receive.ShardTurns;
import dev.cairn.platform.discord.receive.ShardTurns.Turn;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Connects the shards that this process holds, and lets go of those that it does not hold any more.
 */
final class ShardKeeper {
  private static final Logger LOG = LoggerFactory.getLogger(ShardKeeper.class);

  private static final Duration EVERY = Duration.ofSeconds(1);

  /** While a shard changes hands. */
  private static final Duration IN_A_HURRY = Duration.ofMillis(200);

  /**
   * By how much two connections, and two processes on a busy machine, may differ in when they bring
   * the same. While both answer it costs a claim an interaction and nothing else.
   */
  private static final Duration SKEW = Duration.ofSeconds(2);

  /**
   * An heir that has not answered anything yet leaves it to the owner until it can do so as
   * quickly, but no longer than this: the owner may be waiting to end.
   */
  private static final Duration LONGEST_REHEARSAL = Duration.ofSeconds(15);

  private static final Duration RENEWAL = Duration.ofSeconds(1);
  private static final Duration SHORT_RENEWAL = Duration.ofMillis(250);
  private static final Duration PAUSE = Duration.ofSeconds(5);
  private static final Duration LAST_ANSWERS = Duration.ofSeconds(5);

  private final ShardLeases leases;
  private final ShardTurns turns;
  private final Shards shards;
  private final DividedShards.Starter starter;
  private final GatewayAdvice advice;
  private final BooleanSupplier rehearsed;
  private final CountDownLatch closed = new CountDownLatch(1);

  /** Since when each shard may be answered by two processes, as far as we know. */
  private final Map<Integer, Long> jointSince = new HashMap<>();

  /** The shards that are being stopped, or have been since the newest round. */
  private final Set<Integer> stopping = ConcurrentHashMap.newKeySet();

  private final Set<Integer> stopped = ConcurrentHashMap.newKeySet();
  private volatile @Nullable Division division;
  private volatile boolean leaving;
  private final Lock turn = new ReentrantLock();
  private final AtomicReference<FutureTask<Boolean>> renewal = new AtomicReference<>(done());
  private boolean left;
  private boolean told;

  private static FutureTask<Boolean> done() {
    FutureTask<Boolean> done = new FutureTask<>(() -> true);
    done.run();
    return done;
  }

  /**
   * @param starter connects a shard
   * @param advice how many shards there are to be, and how many of them may connect at once
   * @param rehearsed whether this process answers as quickly as it will
   */
  ShardKeeper(
      ShardLeases leases,
      ShardTurns turns,
      Shards shards,
      DividedShards.Starter starter,
      GatewayAdvice advice,
      BooleanSupplier rehearsed) {
    this.leases = leases;
    this.turns = turns;
    this.shards = shards;
    this.starter = starter;
    this.advice = advice;
    this.rehearsed = rehearsed;
  }

  /**
   * Takes its share, and goes on doing so.
   *
   * @throws RuntimeException when Discord does not want us, or the database does not answer
   */
  void begin() {
    turns.divide(leases, this::renewed);
    round();
    Thread.ofVirtual().name("shards").start(this::keep);
  }

  private void keep() {
    try {
      while (!closed.await(pause().toMillis(), TimeUnit.MILLISECONDS)) {
        tryRound();
      }
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
    }
  }

  private Duration pause() {
    Division known = division;
    boolean changing =
        leaving
            || !stopped.isEmpty()
            || (known != null
                && known.shards().stream()
                    .anyMatch(shard ->
                        shard.heir() != null
                            && (leases.process().equals(shard.owner())
                                || leases.process().equals(shard.heir()))));
    return changing ? IN_A_HURRY : EVERY;
  }

  private boolean tryRound() {
    try {
      round();
      told = false;
      return true;
    } catch (RuntimeException failure) {
      if (!told) {
        LOG.warn(
            "which shards are ours cannot be found out, which is tried again and again", failure);
        told = true;
      }
      return false;
    }
  }

  /** How the shards are divided, as of the newest round; null before the first. */
  @Nullable Division division() {
    return division;
  }

  /**
   * Whether what is held may be answered although its time has run out: it is renewed, or else
   * there was nobody who could have taken it. Then members are told that nothing can be kept.
   */
  private boolean renewed() {
    boolean alone = isAlone();
    return roundWithin(alone ? SHORT_RENEWAL : RENEWAL) || alone;
  }

  private boolean isAlone() {
    Division known = division;
    return known != null && known.others() == 0;
  }

  /** Whether a round has been made; one for all who want to know. */
  private boolean roundWithin(Duration time) {
    FutureTask<Boolean> mine = new FutureTask<>(this::tryRound);
    FutureTask<Boolean> one =
        Objects.requireNonNull(renewal.updateAndGet(before -> before.isDone() ? mine : before));
    if (one.equals(mine)) {
      Thread.startVirtualThread(mine);
    }
    try {
      return one.get(time.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException | ExecutionException unanswered) {
      return false;
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private void round() {
    turn.lock();
    try {
      if (!left) {
        roundInTurn();
      }
    } finally {
      turn.unlock();
    }
  }

  private void roundInTurn() {
    long before = System.nanoTime();
    Set<Integer> letGo = Set.copyOf(stopped);
    Division now =
        leases.round(
            new Standing(
                advice.shards(),
                advice.atOnce(),
                leaving,
                turns.all().stream().filter(shards::isConnected).collect(Collectors.toSet()),
                turns.all(Turn.JOINT_OWNER),
                turns.all(Turn.JOINT_HEIR),
                letGo));
    letGo.forEach(turns::forget);
    stopped.removeAll(letGo);
    // Whatever we lost answers no more before anything that we hold does.
    now.shards().forEach(shard -> follow(shard, now.shards().size()));
    turns.renewed(before);
    division = now;
    shards.disconnectAllBut(turns.all());
  }

  private void follow(ShardLease lease, int total) {
    int shard = lease.shard();
    if (stopping.contains(shard)) {
      return;
    }
    if (leases.process().equals(lease.owner())) {
      own(lease, total);
    } else if (leases.process().equals(lease.heir())) {
      inherit(lease, total);
    } else if (turns.turn(shard) != null) {
      LOG.info("shard {} is another process's", shard);
      stop(shard);
    }
  }

  private void own(ShardLease lease, int total) {
    int shard = lease.shard();
    if (turns.turn(shard) == null) {
      LOG.info("shard {} is ours", shard);
      start(shard, total, Turn.OWNER);
    } else if (lease.heir() == null) {
      jointSince.remove(shard);
      turns.set(shard, Turn.OWNER);
    } else {
      turns.set(shard, Turn.JOINT_OWNER);
      if (!lease.ready()) {
        jointSince.remove(shard);
      } else if (hasBeenSoFor(SKEW, shard)) {
        LOG.info("shard {} goes over to another process", shard);
        stop(shard);
      }
    }
  }

  private void inherit(ShardLease lease, int total) {
    int shard = lease.shard();
    if (turns.turn(shard) == null) {
      LOG.info("shard {} comes over from another process", shard);
      start(shard, total, Turn.HEIR);
    } else if (lease.joint()
        && shards.isConnected(shard)
        && hasBeenSoFor(SKEW, shard)
        && (rehearsed.getAsBoolean() || hasBeenSoFor(LONGEST_REHEARSAL, shard))) {
      turns.set(shard, Turn.JOINT_HEIR);
    }
  }

  /** Begins to connect, and again after a while where Discord cannot be reached. */
  private void start(int shard, int total, Turn as) {
    turns.set(shard, as);
    Thread.startVirtualThread(() -> {
      try {
        starter.start(shard, total);
        if (!isWanted(shard)) {
          shards.disconnect(shard);
        }
      } catch (RuntimeException unreachable) {
        LOG.warn("shard {} cannot be connected, which is tried again: {}", shard, unreachable);
        again(shard);
      }
    });
  }

  private void again(int shard) {
    try {
      if (!closed.await(PAUSE.toMillis(), TimeUnit.MILLISECONDS) && isWanted(shard)) {
        turns.forget(shard);
      }
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
    }
  }

  private boolean isWanted(int shard) {
    Turn turn = turns.turn(shard);
    return turn != null && turn != Turn.STOPPED;
  }

  /** Whether what this is asked for has been so by every round for a time. */
  private boolean hasBeenSoFor(Duration time, int shard) {
    long now = System.nanoTime();
    return now - jointSince.computeIfAbsent(shard, each -> now) >= time.toNanos();
  }

  /** Answers no more, and disconnects when what is under way has been answered. */
  private void stop(int shard) {
    turns.set(shard, Turn.STOPPED);
    jointSince.remove(shard);
    stopping.add(shard);
    Thread.startVirtualThread(() -> {
      try {
        if (!turns.awaitNone(shard, LAST_ANSWERS)) {
          LOG.warn("shard {} is given away although something is still being answered", shard);
        }
        shards.disconnect(shard);
      } catch (InterruptedException stop) {
        Thread.currentThread().interrupt();
      } finally {
        stopped.add(shard);
        stopping.remove(shard);
      }
    });
  }

  /** Gives away what is held, to others where there are some; returns when that is done. */
  void leave(Duration atMost) throws InterruptedException {
    long until = System.nanoTime() + atMost.toNanos();
    leaving = true;
    while (roundWithin(RENEWAL)
        && !isAlone()
        && !turns.all().isEmpty()
        && until - System.nanoTime() > 0
        && !closed.await(IN_A_HURRY.toMillis(), TimeUnit.MILLISECONDS)) {
      // Until nothing is left that another could take over.
    }
    closed.countDown();
    for (int shard : turns.all()) {
      turns.set(shard, Turn.STOPPED);
      turns.awaitNone(shard, LAST_ANSWERS);
    }
    FutureTask<Boolean> last = new FutureTask<>(this::letGo, true);
    Thread.startVirtualThread(last);
    try {
      last.get(RENEWAL.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException | ExecutionException failure) {
      LOG.info("what we hold runs out by itself: {}", failure.toString());
    }
  }

  private void letGo() {
    turn.lock();
    try {
      left = true;
      leases.leave();
    } finally {
      turn.unlock();
    }
  }
}
