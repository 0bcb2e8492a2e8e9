package dev.cairn.platform.discord.render;

import org.jspecify.annotations.Nullable;

/**
 * Who will see a message, as far as its buttons must know.
 *
 * @param owner the user whom it answers, or null where it answers nobody
 * @param community the guild it is about where it stands outside of it, in a direct message; else
 *     null
 * @param server what that guild is called; null where it is not known or goes without saying
 */
public record Recipient(
    @Nullable String owner, @Nullable String community, @Nullable String server) {
  /** Nobody in particular, in a channel of the guild. */
  public static final Recipient CHANNEL = new Recipient(null, null, null);

  /** Whoever gave a command in a channel of the guild. */
  public static Recipient caller(String user) {
    return new Recipient(user, null, null);
  }

  /**
   * A member, in a direct message, which says what guild it comes from: they may have us in
   * several.
   *
   * @param server what the guild is called, or null where it is not known
   */
  public static Recipient direct(String user, String community, @Nullable String server) {
    return new Recipient(user, community, server);
  }
}
