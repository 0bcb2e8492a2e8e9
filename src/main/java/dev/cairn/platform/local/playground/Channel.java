package dev.cairn.platform.local.playground;

import dev.cairn.platform.local.LocalMember;

/**
 * A place to talk.
 *
 * @param id its name, or {@code @} and the id of the one member who talks there with Cairn
 * @param purpose one line that says what it is for
 * @param moderatorsOnly whether only moderators see it
 */
public record Channel(String id, String purpose, boolean moderatorsOnly) {

  /** The direct conversation between a member and Cairn. */
  public static Channel direct(LocalMember member) {
    return new Channel("@" + member.id(), "What Cairn tells you alone", false);
  }

  /** Whether it is a direct conversation. */
  public boolean isDirect() {
    return id.startsWith("@");
  }

  /** What it is called. */
  public String name() {
    return isDirect() ? "Cairn" : id;
  }

  /** Whether a member may be in it. */
  public boolean admits(LocalMember member) {
    return isDirect() ? id.equals("@" + member.id()) : !moderatorsOnly || member.moderator();
  }
}
