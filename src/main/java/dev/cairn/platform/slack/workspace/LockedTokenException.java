package dev.cairn.platform.slack.workspace;

/** A stored token was encrypted with another key than ours. */
public final class LockedTokenException extends IllegalStateException {
  LockedTokenException(String message, Throwable cause) {
    super(message, cause);
  }
}
