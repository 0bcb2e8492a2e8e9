package dev.cairn.platform.discord.receive;

import dev.cairn.connection.ShardLeases;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import net.dv8tion.jda.api.JDA;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Whether this process is the one that answers what a shard brings. Where shards are not divided
 * among processes it always is.
 */
public final class ShardTurns {
  private static final Logger LOG = LoggerFactory.getLogger(ShardTurns.class);

  /** A lease is let go of a little before others may take it. */
  private static final Duration MARGIN = Duration.ofSeconds(1);

  private final Map<Integer, Turn> turns = new ConcurrentHashMap<>();
  private final Map<Integer, InFlight> inFlight = new ConcurrentHashMap<>();
  private final InFlight all;
  private volatile @Nullable ShardLeases leases;
  private volatile BooleanSupplier renewal = () -> false;
  private volatile long goodUntil;

  /** How this process stands to a shard. */
  public enum Turn {
    /** It connects, and another answers. */
    HEIR,
    /** It answers what the other process that is connected has not claimed. */
    JOINT_HEIR,
    /** It alone answers. */
    OWNER,
    /** It answers what its heir has not claimed. */
    JOINT_OWNER,
    /** It answers no more. */
    STOPPED;

    boolean isOwner() {
      return this == OWNER || this == JOINT_OWNER;
    }

    boolean isJoint() {
      return this == JOINT_HEIR || this == JOINT_OWNER;
    }
  }

  /**
   * @param all counts what is being answered on any shard
   */
  public ShardTurns(InFlight all) {
    this.all = all;
  }

  /**
   * From now on only what is held is answered.
   *
   * @param renewing renews what is held, at once: whether this process may answer afterwards
   */
  public void divide(ShardLeases newLeases, BooleanSupplier renewing) {
    renewal = renewing;
    goodUntil = System.nanoTime();
    leases = newLeases;
  }

  /**
   * Does what there is to do about something that a shard brought, if it is ours to do.
   *
   * @param id of what was brought: another process that hears it knows it by the same
   */
  public void during(JDA connection, String id, Runnable work) {
    int shard = connection.getShardInfo().getShardId();
    all.during(() ->
        of(shard)
            .during(() -> {
              if (isOurs(shard, id)) {
                work.run();
              }
            }));
  }

  private InFlight of(int shard) {
    return inFlight.computeIfAbsent(shard, each -> new InFlight());
  }

  private boolean isOurs(int shard, String id) {
    ShardLeases divided = leases;
    if (divided == null) {
      return true;
    }
    Turn turn = turns.get(shard);
    if (turn == null || turn == Turn.HEIR || turn == Turn.STOPPED || !isGood()) {
      return false;
    }
    // What we hold may have changed while it was renewed.
    Turn now = turns.get(shard);
    return now != null
        && switch (now) {
          case OWNER -> true;
          case JOINT_OWNER, JOINT_HEIR -> claims(divided, id, now.isOwner());
          case HEIR, STOPPED -> false;
        };
  }

  private boolean isGood() {
    return isHeld() || renewal.getAsBoolean();
  }

  private static boolean claims(ShardLeases divided, String id, boolean otherwise) {
    try {
      return divided.claim(id);
    } catch (RuntimeException unanswered) {
      // Then it is the owner who says so to the member.
      LOG.debug("{} could not be claimed", id, unanswered);
      return otherwise;
    }
  }

  /** What is held is held for the time of a lease from a moment on. */
  public void renewed(long nanos) {
    goodUntil = nanos + ShardLeases.LEASE.minus(MARGIN).toNanos();
  }

  /** Whether what is held is held without being renewed. */
  public boolean isHeld() {
    return goodUntil - System.nanoTime() > 0;
  }

  /** How this process stands to a shard; null where it has nothing to do with it. */
  public @Nullable Turn turn(int shard) {
    return turns.get(shard);
  }

  /** From now on it stands to a shard like this. */
  public void set(int shard, Turn turn) {
    turns.put(shard, turn);
  }

  /** It has nothing to do with a shard any more. */
  public void forget(int shard) {
    turns.remove(shard);
  }

  /** Waits until nothing of a shard is being answered; whether that came about in time. */
  public boolean awaitNone(int shard, Duration atMost) throws InterruptedException {
    return of(shard).awaitNone(atMost);
  }

  /** The shards that this process owns. */
  public Set<Integer> owned() {
    return turns.entrySet().stream()
        .filter(turn -> turn.getValue().isOwner())
        .map(Map.Entry::getKey)
        .collect(Collectors.toSet());
  }

  /** The shards that it stands to like this. */
  public Set<Integer> all(Turn turn) {
    return turns.entrySet().stream()
        .filter(each -> each.getValue() == turn)
        .map(Map.Entry::getKey)
        .collect(Collectors.toSet());
  }

  /** The shards that it has to do with. */
  public Set<Integer> all() {
    return Set.copyOf(turns.keySet());
  }
}
