package dev.cairn.chat;

import java.util.Locale;

/** Where a conversation is held. */
public enum Platform {
  DISCORD,
  SLACK,
  /** The playground, {@code say} and {@code replay}: no account anywhere. */
  LOCAL;

  /** The name as it is written. */
  public String shownName() {
    return switch (this) {
      case DISCORD -> "Discord";
      case SLACK -> "Slack";
      case LOCAL -> "the playground";
    };
  }

  /** The name that is stored: lower case. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * The platform of a stored name.
   *
   * @throws IllegalArgumentException when there is none
   */
  public static Platform ofKey(String key) {
    return valueOf(key.toUpperCase(Locale.ROOT));
  }
}
