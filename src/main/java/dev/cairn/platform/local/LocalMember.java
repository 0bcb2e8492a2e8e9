package dev.cairn.platform.local;

import dev.cairn.chat.Account;
import dev.cairn.chat.Platform;
import java.util.Locale;

/**
 * Somebody in a local community.
 *
 * @param name as shown; in lower case it is their id
 * @param moderator whether they may moderate
 */
public record LocalMember(String name, boolean moderator) {

  public LocalMember {
    if (name.isBlank()) {
      throw new IllegalArgumentException("a member needs a name");
    }
  }

  /** Somebody who does not moderate. */
  public static LocalMember named(String name) {
    return new LocalMember(name, false);
  }

  /** Their id: the name in lower case. */
  public String id() {
    return name.toLowerCase(Locale.ROOT);
  }

  /** Who they are in this community. */
  Account account(String community) {
    return new Account(Platform.LOCAL, community, id(), name);
  }
}
