package dev.cairn.feature.shard;

import dev.cairn.connection.ShardLease;
import dev.cairn.connection.ShardLeases;
import dev.cairn.connection.ShardLeases.Standing;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Decides who serves which shard, as one process sees it at one moment: a pure function of what is
 * on record and what the process reports.
 *
 * @param me the process that reports
 * @param alive the processes that are there, this one included
 * @param staying those of them that are not being stopped
 */
record ShardDivision(String me, Set<String> alive, Set<String> staying, Instant now) {
  /**
   * Between two connections of one of Discord's buckets, which a shard is in by its number: Discord
   * asks for five seconds.
   */
  static final Duration PACE = Duration.ofMillis(5_500);

  /** The shards as they stand from now on. */
  List<ShardLease> after(List<ShardLease> before, Standing standing) {
    List<ShardLease> shards =
        before.stream()
            .map(shard -> reported(shard, standing))
            .collect(Collectors.toCollection(ArrayList::new));
    if (!standing.leaving()) {
      for (int i = 0; i < shards.size(); i++) {
        shards.set(i, takenUp(shards.get(i), shards, standing.atOnce()));
      }
    }
    return shards;
  }

  /** As it stands by what this process reports, and by what others have failed to report. */
  private ShardLease reported(ShardLease shard, Standing standing) {
    boolean inherited = shard.heir() != null && alive.contains(shard.heir());
    if (me.equals(shard.owner())) {
      if (standing.stopped().contains(shard.shard())) {
        return inherited
            ? shard.ownedBy(Objects.requireNonNull(shard.heir()), now.plus(ShardLeases.LEASE))
            : shard.released();
      }
      return new ShardLease(
          shard.shard(),
          me,
          now.plus(ShardLeases.LEASE),
          inherited ? shard.heir() : null,
          inherited && standing.joint().contains(shard.shard()),
          inherited && shard.ready(),
          standing.connected().contains(shard.shard()),
          shard.started());
    }
    boolean ownerGone = shard.owner() == null || shard.isLapsed(now);
    if (me.equals(shard.heir())) {
      if (standing.leaving()) {
        return ownerGone ? shard.released() : withoutHeir(shard);
      }
      return ownerGone
          ? shard.ownedBy(me, now.plus(ShardLeases.LEASE))
          : new ShardLease(
              shard.shard(),
              shard.owner(),
              shard.until(),
              me,
              shard.joint(),
              shard.joint() && standing.ready().contains(shard.shard()),
              shard.connected(),
              shard.started());
    }
    if (ownerGone && !inherited) {
      return shard.released();
    }
    return inherited || shard.heir() == null ? shard : withoutHeir(shard);
  }

  private static ShardLease withoutHeir(ShardLease shard) {
    return new ShardLease(
        shard.shard(),
        shard.owner(),
        shard.until(),
        null,
        false,
        false,
        shard.connected(),
        shard.started());
  }

  /** Taken by this process where it is free or more than its owner's share, and Discord allows. */
  private ShardLease takenUp(ShardLease shard, List<ShardLease> shards, int atOnce) {
    if (shard.heir() != null || me.equals(shard.owner()) || !mayConnect(shard, shards, atOnce)) {
      return shard;
    }
    long mine = share(me, shards);
    if (mine >= most(shards.size())) {
      return shard;
    }
    String owner = shard.owner();
    if (owner == null) {
      return shard.ownedBy(me, now.plus(ShardLeases.LEASE)).startedAt(now);
    }
    return !staying.contains(owner) || hasTooMany(owner, mine, shards)
        ? shard.inheritedBy(me).startedAt(now)
        : shard;
  }

  private boolean hasTooMany(String owner, long mine, List<ShardLease> shards) {
    long theirs = share(owner, shards);
    int least = shards.size() / staying.size();
    return theirs > most(shards.size()) || (theirs > least && mine < least);
  }

  private int most(int total) {
    return Math.ceilDiv(total, staying.size());
  }

  /** How many a process serves when all that is under way is done. */
  private static long share(String process, List<ShardLease> shards) {
    return shards.stream().filter(shard -> process.equals(servedBy(shard))).count();
  }

  private static @Nullable String servedBy(ShardLease shard) {
    return shard.heir() == null ? shard.owner() : shard.heir();
  }

  private boolean mayConnect(ShardLease shard, List<ShardLease> shards, int atOnce) {
    return IntStream.range(0, shards.size())
        .filter(other -> other % atOnce == shard.shard() % atOnce)
        .mapToObj(other -> shards.get(other).started())
        .allMatch(started -> started == null || !started.plus(PACE).isAfter(now));
  }
}
