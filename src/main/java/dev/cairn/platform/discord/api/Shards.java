package dev.cairn.platform.discord.api;

import dev.cairn.connection.Serving;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.entities.Guild;
import net.dv8tion.jda.api.entities.channel.concrete.ForumChannel;
import net.dv8tion.jda.api.entities.channel.middleman.GuildMessageChannel;
import net.dv8tion.jda.api.sharding.ShardManager;
import org.jspecify.annotations.Nullable;

/** Our connections to Discord, once there are some. */
public final class Shards {
  /** Under which number the one is that holds all of them. */
  private static final int ALL = -1;

  /** What holds each connection: one for all, or one for each where they are divided. */
  private final Map<Integer, ShardManager> managers = new ConcurrentHashMap<>();

  private volatile @Nullable Share divided;

  /** All connections are held by this. */
  public void connected(ShardManager all) {
    managers.put(ALL, all);
  }

  /** The connection of one shard is held by this. */
  public void connected(int shard, ShardManager one) {
    ShardManager before = managers.put(shard, one);
    if (before != null) {
      before.shutdown();
    }
  }

  /** Ends the connection of one shard. */
  public void disconnect(int shard) {
    ShardManager one = managers.remove(shard);
    if (one != null) {
      one.shutdown();
    }
  }

  /** Ends what is connected and none of these. */
  public void disconnectAllBut(Set<Integer> wanted) {
    managers.keySet().stream().filter(shard -> !wanted.contains(shard)).forEach(this::disconnect);
  }

  /** What this process has of the connections, where several processes have them. */
  public interface Share {
    /** The shards that this process serves. */
    Set<Integer> owned();

    /** Whether every shard is served by some process, and in reach. */
    boolean isWhole();

    /** Who serves a guild. */
    Serving serving(String guild);
  }

  /** From now on other processes have some of them. */
  public void divide(Share among) {
    divided = among;
  }

  /** What holds the connections, after login. */
  public Stream<ShardManager> managers() {
    return managers.values().stream();
  }

  /** Any connection: REST is the same through each. */
  public Optional<JDA> any() {
    return managers().flatMap(shards -> shards.getShardCache().stream()).findFirst();
  }

  /** A guild that we are in. */
  public Optional<Guild> guild(String id) {
    return managers().flatMap(shards -> Stream.ofNullable(shards.getGuildById(id))).findFirst();
  }

  /** A channel of a guild that we are in. */
  public Optional<GuildMessageChannel> channel(String id) {
    return managers()
        .flatMap(shards -> Stream.ofNullable(shards.getChannelById(GuildMessageChannel.class, id)))
        .findFirst();
  }

  /** A forum of a guild that we are in. */
  public Optional<ForumChannel> forum(String id) {
    return managers()
        .flatMap(shards -> Stream.ofNullable(shards.getChannelById(ForumChannel.class, id)))
        .findFirst();
  }

  /** Who serves a guild. */
  public Serving serving(String guild) {
    Share among = divided;
    return among == null ? Serving.ANYWHERE : among.serving(guild);
  }

  /** Whether every connection stands, of this process or another. */
  public boolean allConnectedAnywhere() {
    Share among = divided;
    return among == null ? allConnected() : among.isWhole();
  }

  /** Whether we have none of the connections, and all of them stand in other processes. */
  public boolean allConnectedElsewhere() {
    Share among = divided;
    return among != null && among.owned().isEmpty() && among.isWhole();
  }

  /** Whether every connection stands; with none of our own, those of the other processes. */
  public boolean allConnected() {
    Share among = divided;
    if (among != null) {
      Set<Integer> owned = among.owned();
      return owned.isEmpty() ? among.isWhole() : owned.stream().allMatch(this::isConnected);
    }
    ShardManager all = managers.get(ALL);
    return all != null
        && all.getShardsTotal() == all.getShardCache().size()
        && all.getShardCache().stream().allMatch(Shards::stands);
  }

  /** Whether the connection of one shard stands. */
  public boolean isConnected(int shard) {
    ShardManager one = managers.get(shard);
    return one != null && one.getShardCache().stream().anyMatch(Shards::stands);
  }

  private static boolean stands(JDA connection) {
    return connection.getStatus() == JDA.Status.CONNECTED;
  }
}
