package dev.cairn.connection;

import dev.cairn.chat.ChannelRef;
import dev.cairn.chat.Place;
import dev.cairn.chat.Platform;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The platforms that are connected just now. */
public final class Connections {
  private final Map<Platform, Connection> connected = new EnumMap<>(Platform.class);

  /** A platform is connected from now on; what it had before is forgotten. */
  public synchronized void connect(Connection connection) {
    connected.put(connection.platform(), connection);
  }

  /** A platform is connected from now on that can only be sent to. */
  public void connect(MessageSender sender) {
    connect(Connection.sendingBy(sender));
  }

  /** A platform is connected no longer. */
  public synchronized void disconnect(Platform platform) {
    connected.remove(platform);
  }

  /** All of them. */
  public synchronized List<Connection> all() {
    return List.copyOf(connected.values());
  }

  /** Sends on a platform; empty while it is not connected. */
  public Optional<MessageSender> sender(Platform platform) {
    return of(platform).map(Connection::sender);
  }

  /** Tells what keeps us from working on a platform; empty where nothing can. */
  public Optional<InstallationCheck> installationCheck(Platform platform) {
    return of(platform).flatMap(Connection::installationCheck);
  }

  /** Tells who still belongs to the communities of a platform; empty where nothing can. */
  public Optional<MembershipLookup> membershipLookup(Platform platform) {
    return of(platform).flatMap(Connection::membershipLookup);
  }

  /** Gives and takes roles on a platform; empty where it has none, or is not connected. */
  public Optional<RewardRoles> rewardRoles(Platform platform) {
    return of(platform).flatMap(Connection::rewardRoles);
  }

  /** The forum that a channel is; empty where it is none. */
  public Optional<ForumLookup.Forum> forum(ChannelRef channel) {
    return forums(channel.place()).stream()
        .filter(forum -> forum.channel().equals(channel.channel()))
        .findFirst();
  }

  /** The forums of the community that lives at a place; none where the platform has none. */
  public List<ForumLookup.Forum> forums(Place place) {
    return of(place.platform())
        .flatMap(Connection::forums)
        .map(known -> known.forums(place.id()))
        .orElse(List.of());
  }

  /** Which process serves the community that lives at a place. */
  public Serving serving(Place place) {
    return of(place.platform())
        .map(connection -> connection.serving(place.id()))
        .orElse(Serving.ANYWHERE);
  }

  private synchronized Optional<Connection> of(Platform platform) {
    return Optional.ofNullable(connected.get(platform));
  }
}
