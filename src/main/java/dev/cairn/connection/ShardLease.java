package dev.cairn.connection;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Who serves a shard, by the database.
 *
 * @param shard from 0
 * @param owner the process that answers, or null where there is none
 * @param until when the owner loses it unless it is renewed, or null where there is none
 * @param heir the process that is about to take over, or null
 * @param joint whether the owner claims each interaction before it answers, because of the heir
 * @param ready whether the heir answers, too, and claims likewise
 * @param connected whether the owner's connection stood when it was last renewed
 * @param started when a connection for it was last begun, or null
 */
public record ShardLease(
    int shard,
    @Nullable String owner,
    @Nullable Instant until,
    @Nullable String heir,
    boolean joint,
    boolean ready,
    boolean connected,
    @Nullable Instant started) {

  /** Renewed every second, it is late after so long: whoever has it may be gone. */
  private static final Duration LATE = Duration.ofSeconds(3);

  /** One that nobody has had yet. */
  public static ShardLease free(int shard) {
    return new ShardLease(shard, null, null, null, false, false, false, null);
  }

  /** The same, owned by nobody. */
  public ShardLease released() {
    return new ShardLease(shard, null, null, null, false, false, false, started);
  }

  /** The same, owned by a process that nobody is about to take over from. */
  public ShardLease ownedBy(String process, Instant newUntil) {
    return new ShardLease(shard, process, newUntil, null, false, false, false, started);
  }

  /** The same, its connection begun at an instant. */
  public ShardLease startedAt(Instant at) {
    return new ShardLease(shard, owner, until, heir, joint, ready, connected, at);
  }

  /** The same, with somebody who is about to take over. */
  public ShardLease inheritedBy(String process) {
    return new ShardLease(shard, owner, until, process, false, false, connected, started);
  }

  /** Whether its owner has not renewed it in time. */
  public boolean isLapsed(Instant now) {
    return until != null && !until.isAfter(now);
  }

  /** Whether its owner has renewed it lately. */
  public boolean isRenewed(Instant now) {
    return until != null && until.minus(ShardLeases.LEASE).plus(LATE).isAfter(now);
  }
}
