package dev.cairn.chat.reply;

import java.util.Locale;

/** Why a command was not done. */
public enum Problem {
  UNKNOWN_COMMAND,
  BAD_OPTION,
  NOT_ALLOWED,
  NOT_FOUND,
  CONFLICT,
  FAILED;

  /** The name in machine-readable output: lower case with underscores. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }
}
