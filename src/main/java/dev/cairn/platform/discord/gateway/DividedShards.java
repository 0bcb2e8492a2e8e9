package dev.cairn.platform.discord.gateway;

import dev.cairn.connection.Serving;
import dev.cairn.connection.ShardLeases;
import dev.cairn.connection.ShardLeases.Division;
import dev.cairn.platform.discord.api.Shards;
import dev.cairn.platform.discord.api.Snowflake;
import dev.cairn.platform.discord.receive.ShardTurns;
import java.time.Duration;
import java.util.Set;
import java.util.function.BooleanSupplier;
import net.dv8tion.jda.api.utils.MiscUtil;

/** The shards where several processes have them, each its share. */
public final class DividedShards implements Shards.Share {
  private final ShardKeeper keeper;
  private final ShardTurns turns;

  /**
   * @param starter connects one of so many shards
   * @param advice how many there are to be
   * @param rehearsed whether this process answers as quickly as it will; another that answers
   *     already goes on a while for one that does not
   */
  public DividedShards(
      ShardLeases leases,
      ShardTurns turns,
      Shards shards,
      Starter starter,
      GatewayAdvice advice,
      BooleanSupplier rehearsed) {
    this.turns = turns;
    this.keeper = new ShardKeeper(leases, turns, shards, starter, advice, rehearsed);
    shards.divide(this);
  }

  /** Connects a shard. */
  @FunctionalInterface
  public interface Starter {
    /**
     * Begins to connect.
     *
     * @param total how many shards there are
     */
    void start(int shard, int total);
  }

  /** Takes this process's share, and keeps it. */
  public void begin() {
    keeper.begin();
  }

  /** Gives away what is held, to others where there are some; returns when that is done. */
  public void leave(Duration atMost) throws InterruptedException {
    keeper.leave(atMost);
  }

  @Override
  public Set<Integer> owned() {
    return turns.owned();
  }

  @Override
  public boolean isWhole() {
    Division known = keeper.division();
    return known != null && known.isWhole();
  }

  @Override
  public Serving serving(String guild) {
    Division known = keeper.division();
    if (known == null || !Snowflake.isOne(guild) || !turns.isHeld()) {
      return Serving.ELSEWHERE;
    }
    int shard = MiscUtil.getShardForGuild(guild, known.shards().size());
    return turns.owned().contains(shard) ? Serving.HERE : Serving.ELSEWHERE;
  }
}
