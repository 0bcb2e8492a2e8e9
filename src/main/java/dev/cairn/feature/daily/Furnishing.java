package dev.cairn.feature.daily;

import dev.cairn.chat.Value;
import dev.cairn.connection.ForumLookup;
import dev.cairn.connection.Ping;
import org.jspecify.annotations.Nullable;

/**
 * What goes along with each post.
 *
 * @param pin whether it is pinned
 * @param thread whether a thread is opened below it for the discussion
 * @param ping the role, or in Slack the user group, that it mentions at its top; null for none
 * @param tag the tag that it has in a forum; null for none
 */
public record Furnishing(
    boolean pin, boolean thread, Value.@Nullable Role ping, ForumLookup.@Nullable Tag tag) {
  /** A thread, and nothing else. */
  public static final Furnishing PLAIN = new Furnishing(false, true, null, null);

  /** Whom a post notifies; null for nobody. */
  @Nullable Ping pings() {
    return ping == null ? null : new Ping.OfRole(ping);
  }

  /** The platform's own id of the tag; null for none. */
  public @Nullable String tagId() {
    return tag == null ? null : tag.id();
  }
}
