package dev.cairn.platform.discord.gateway;

import com.neovisionaries.ws.client.WebSocketFactory;
import dev.cairn.config.DiscordSettings;
import dev.cairn.http.PromptSockets;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import javax.net.SocketFactory;
import javax.net.ssl.SSLSocketFactory;
import net.dv8tion.jda.api.requests.GatewayIntent;
import net.dv8tion.jda.api.requests.RestConfig;
import net.dv8tion.jda.api.sharding.DefaultShardManagerBuilder;
import net.dv8tion.jda.api.sharding.ShardManager;
import net.dv8tion.jda.api.utils.cache.CacheFlag;
import okhttp3.ConnectionPool;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;

/** How we connect to Discord. */
public final class DiscordGateway {
  /** As many requests at once as connections are kept open. */
  public static final int CONNECTIONS = 64;

  private static final Duration IDLE_CONNECTION = Duration.ofSeconds(30);
  private static final Duration HTTP_TIMEOUT = Duration.ofSeconds(10);

  /** Between two attempts to connect; JDA waits twice as long after each, from 2 s on. */
  private static final Duration LONGEST_RECONNECT = Duration.ofMinutes(1);

  private DiscordGateway() {}

  /** One of so many shards. */
  public record OneShard(int shard, int total) {}

  /**
   * Logs in and returns while the shards are still connecting.
   *
   * @param events runs the listeners; whoever gives it one waits while there are too many
   * @param callbacks runs what follows on a request
   * @param requests runs the requests
   * @param listeners told of everything
   * @param sessions begins sessions at the pace that Discord allows
   * @param one the only shard to connect at first, or null for all of them
   * @param pace how often the gateway may be dialled
   * @param pause waits for a turn
   * @throws net.dv8tion.jda.api.exceptions.InvalidTokenException when the token is not one
   */
  public static ShardManager connect(
      DiscordSettings settings,
      ExecutorService events,
      ExecutorService callbacks,
      ExecutorService requests,
      List<?> listeners,
      GatewayPace pace,
      InterruptibleSleeper pause,
      GatewaySessions sessions,
      @Nullable OneShard one) {
    // Guilds: their channels, roles and our permissions. Messages: Discord tells the words of those
    // alone that mention us or are written to us directly, for lack of the privileged intent.
    DefaultShardManagerBuilder builder =
        DefaultShardManagerBuilder.createLight(
                settings.token(),
                EnumSet.of(GatewayIntent.GUILD_MESSAGES, GatewayIntent.DIRECT_MESSAGES))
            .enableCache(CacheFlag.FORUM_TAGS)
            .setEventPool(events, false)
            .setCallbackPool(callbacks, false)
            .setGatewayPoolProvider(new GatewayTimers())
            .setRateLimitElastic(requests, false)
            .setHttpClientBuilder(http())
            .setWebsocketFactory(
                new WebSocketFactory()
                    .setSocketFactory(new PacedSockets(SocketFactory.getDefault(), pace, pause))
                    .setSSLSocketFactory(
                        new PacedSockets(SSLSocketFactory.getDefault(), pace, pause)))
            .setSessionController(sessions)
            .setMaxReconnectDelay((int) LONGEST_RECONNECT.toSeconds())
            // The permissions of whoever interacts stand in the event and nowhere else.
            .setEventPassthrough(true)
            .setEnableShutdownHook(false)
            .addEventListeners(listeners.toArray());
    if (settings.apiUrl() != null) {
      String base = settings.apiUrl().toString();
      builder.setRestConfigProvider(shard -> new RestConfig().setBaseUrl(base));
    }
    if (one != null) {
      builder.setShardsTotal(one.total()).setShards(one.shard());
    }
    ShardManager manager = builder.build(false);
    try {
      manager.login();
      return manager;
    } catch (RuntimeException failure) {
      manager.shutdown();
      throw failure;
    }
  }

  private static OkHttpClient.Builder http() {
    return new OkHttpClient.Builder()
        .socketFactory(new PromptSockets())
        .connectionPool(
            new ConnectionPool(CONNECTIONS, IDLE_CONNECTION.toSeconds(), TimeUnit.SECONDS))
        .connectTimeout(HTTP_TIMEOUT)
        .readTimeout(HTTP_TIMEOUT)
        .writeTimeout(HTTP_TIMEOUT)
        .addInterceptor(new RequestRepair())
        .addInterceptor(new ResponseRepair());
  }
}
