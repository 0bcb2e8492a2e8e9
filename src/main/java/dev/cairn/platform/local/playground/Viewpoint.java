package dev.cairn.platform.local.playground;

import dev.cairn.platform.local.LocalMember;

/** Who looks, and where. */
public record Viewpoint(LocalMember member, Channel channel) {

  /** Whether a message is seen from here. */
  public boolean sees(Message message) {
    return message.channel().equals(channel.id())
        && channel.admits(member)
        && message.isFor(member);
  }
}
