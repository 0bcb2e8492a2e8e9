package dev.cairn.connection;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/**
 * Divides the shards of a platform among the processes that share a database. Each process tells
 * now and then how it stands, and is told what it holds from then on.
 *
 * <p>A shard changes hands without a gap: its heir connects; the owner begins to {@link #claim}
 * each interaction before it answers, then the heir answers and claims likewise, then the owner
 * stops.
 */
public interface ShardLeases {
  /** How long what is held stays so without being renewed. */
  Duration LEASE = Duration.ofSeconds(10);

  /** This process. */
  String process();

  /**
   * Renews what this process holds, takes what is free or more than another's share, and lets go of
   * what it has stopped.
   *
   * @throws RuntimeException where the database does not answer
   */
  Division round(Standing standing);

  /**
   * Claims an interaction that two processes have heard.
   *
   * @return false where the other has claimed it
   */
  boolean claim(String interaction);

  /** Lets go of everything: this process is not there any more. */
  void leave();

  /**
   * How a process stands.
   *
   * @param total how many shards there are by Discord's advice or the settings; while others hold
   *     shards, theirs counts
   * @param atOnce how many shards may connect at once
   * @param leaving whether it is being stopped, and gives away what it holds
   * @param connected the shards whose connection stands
   * @param joint those that it owns, and claims each interaction of
   * @param ready those that it is the heir of, and answers already
   * @param stopped those that it answers no more
   */
  record Standing(
      int total,
      int atOnce,
      boolean leaving,
      Set<Integer> connected,
      Set<Integer> joint,
      Set<Integer> ready,
      Set<Integer> stopped) {
    public Standing {
      connected = Set.copyOf(connected);
      joint = Set.copyOf(joint);
      ready = Set.copyOf(ready);
      stopped = Set.copyOf(stopped);
    }
  }

  /**
   * Who serves what.
   *
   * @param shards all of them, in their order
   * @param others how many other processes are there, and stay
   * @param asOf when it was so, by the database's clock
   */
  record Division(List<ShardLease> shards, int others, Instant asOf) {
    public Division {
      shards = List.copyOf(shards);
    }

    /** Whether every shard is served, and in reach. */
    public boolean isWhole() {
      return !shards.isEmpty()
          && shards.stream().allMatch(shard -> shard.connected() && shard.isRenewed(asOf));
    }
  }
}
