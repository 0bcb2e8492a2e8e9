package dev.cairn.platform.local.playground;

import dev.cairn.platform.local.LocalCommunity;
import dev.cairn.platform.local.LocalMember;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Who is in the playground, and where they talk.
 *
 * @param name what the community is called
 * @param members those one can speak as; the first is who one is to begin with
 * @param channels in the order in which they are listed; the first is where one is to begin with
 */
public record PlaygroundCommunity(String name, List<LocalMember> members, List<Channel> channels) {

  public PlaygroundCommunity {
    members = List.copyOf(members);
    channels = List.copyOf(channels);
  }

  /** Three members and a moderator, in three channels. */
  public static PlaygroundCommunity usual() {
    return new PlaygroundCommunity(
        "Playground",
        List.of(
            LocalMember.named("asha"),
            LocalMember.named("ben"),
            LocalMember.named("chiara"),
            new LocalMember("mod", true)),
        List.of(
            new Channel(LocalCommunity.GENERAL, "Everything and everyone", false),
            new Channel("daily", "One topic every day, and what you make of it", false),
            new Channel("moderators", "For those who look after the place", true)));
  }

  /** The channels that a member sees, their direct conversation last. */
  public List<Channel> channelsOf(LocalMember member) {
    List<Channel> seen = new ArrayList<>(channels);
    seen.removeIf(channel -> !channel.admits(member));
    seen.add(Channel.direct(member));
    return seen;
  }

  /** The member of this id. */
  public Optional<LocalMember> member(String id) {
    return members.stream().filter(member -> member.id().equals(id)).findFirst();
  }

  /** The channel of this name. */
  public Optional<Channel> channel(String id) {
    return channels.stream().filter(channel -> channel.id().equals(id)).findFirst();
  }

  /** The same community as the core is told of it. */
  LocalCommunity local() {
    return LocalCommunity.of(name, members, channels.stream().map(Channel::id).toList());
  }
}
