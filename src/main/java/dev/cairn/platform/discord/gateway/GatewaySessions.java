package dev.cairn.platform.discord.gateway;

import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.utils.ConcurrentSessionController;
import org.jspecify.annotations.Nullable;

/**
 * Starts sessions as JDA does, but dials the gateway that Discord named even after a handshake has
 * failed. JDA forgets it then and dials Discord's own, whatever the base of the API is.
 */
public final class GatewaySessions extends ConcurrentSessionController {
  private volatile @Nullable String named;

  @Override
  public ShardedGateway getShardedGateway(JDA api) {
    ShardedGateway gateway = super.getShardedGateway(api);
    named = gateway.getUrl();
    return gateway;
  }

  @Override
  public String getGateway() {
    String url = named;
    return url == null ? super.getGateway() : url;
  }
}
