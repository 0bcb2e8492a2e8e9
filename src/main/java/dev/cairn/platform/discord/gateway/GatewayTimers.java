package dev.cairn.platform.discord.gateway;

import java.util.concurrent.ScheduledThreadPoolExecutor;
import net.dv8tion.jda.api.sharding.ThreadPoolProvider;

/**
 * The thread on which each shard of JDA's does what falls due. For every interaction JDA sets a
 * timer of ten seconds and cancels it with the answer. Its own thread would keep each until then,
 * and with it everything that was heard: in a rush tens of megabytes. Ours drops it at once.
 */
final class GatewayTimers implements ThreadPoolProvider<ScheduledThreadPoolExecutor> {
  @Override
  public ScheduledThreadPoolExecutor provide(int shard) {
    ScheduledThreadPoolExecutor timers =
        new ScheduledThreadPoolExecutor(
            1, Thread.ofPlatform().daemon().name("discord-gateway-" + shard).factory());
    timers.setRemoveOnCancelPolicy(true);
    return timers;
  }

  @Override
  public boolean shouldShutdownAutomatically(int shard) {
    return true;
  }
}
