package dev.cairn.platform.discord.render;

import org.jspecify.annotations.Nullable;

/**
 * Who will see a message, as far as its buttons must know.
 *
 * @param owner the user whom it answers, or null where it answers nobody
 * @param community the guild it is about where it stands outside of it, in a direct message; else
 *     null
 */
public record Recipient(@Nullable String owner, @Nullable String community) {
  /** Nobody in particular, in a channel of the guild. */
  public static final Recipient CHANNEL = new Recipient(null, null);

  /** Whoever gave a command in a channel of the guild. */
  public static Recipient caller(String user) {
    return new Recipient(user, null);
  }

  /** A member, in a direct message. */
  public static Recipient direct(String user, String community) {
    return new Recipient(user, community);
  }
}
