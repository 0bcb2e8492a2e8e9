package dev.cairn.chat;

/** Who may give a command. */
public enum Permission {
  MEMBER,
  MODERATOR
}
