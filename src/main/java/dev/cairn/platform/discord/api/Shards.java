package dev.cairn.platform.discord.api;

import java.util.Optional;
import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.entities.Guild;
import net.dv8tion.jda.api.sharding.ShardManager;
import org.jspecify.annotations.Nullable;

/** Our connections to Discord, once there are some. */
public final class Shards {
  private volatile @Nullable ShardManager manager;

  public void connected(ShardManager newManager) {
    manager = newManager;
  }

  /** What holds the connections, after login. */
  public Optional<ShardManager> manager() {
    return Optional.ofNullable(manager);
  }

  /** Any connection: REST is the same through each. */
  public Optional<JDA> any() {
    return manager().flatMap(shards -> shards.getShardCache().stream().findFirst());
  }

  /** A guild that we are in. */
  public Optional<Guild> guild(String id) {
    return manager().flatMap(shards -> Optional.ofNullable(shards.getGuildById(id)));
  }

  /** Whether every connection stands. */
  public boolean allConnected() {
    return manager()
        .map(shards ->
            shards.getShardsTotal() == shards.getShardCache().size()
                && shards.getShardCache().stream()
                    .allMatch(shard -> shard.getStatus() == JDA.Status.CONNECTED))
        .orElse(false);
  }
}
