package dev.cairn.chat;

/** Who sees a reply. */
public enum Audience {
  /** The whole channel. */
  EVERYONE,
  /** Only whoever gave the command. */
  CALLER;

  /** Everyone instead of the caller, or the other way round. */
  Audience other() {
    return this == EVERYONE ? CALLER : EVERYONE;
  }
}
