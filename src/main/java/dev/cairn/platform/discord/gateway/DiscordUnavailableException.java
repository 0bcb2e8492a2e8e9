package dev.cairn.platform.discord.gateway;

/**
 * Discord will not let us in, and trying again will not help; the message says why, in one line.
 */
public final class DiscordUnavailableException extends RuntimeException {
  public DiscordUnavailableException(String message, Throwable cause) {
    super(message, cause);
  }
}
