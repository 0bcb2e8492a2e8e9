package dev.cairn.chat;

/** Who sees a reply. */
public enum Audience {
  /** The whole channel. */
  EVERYONE,
  /** Only whoever gave the command. */
  CALLER
}
