package dev.cairn.config;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * How to reach Discord.
 *
 * @param token the bot's token; a secret
 * @param apiUrl base of the REST API, ending in a slash, or null for Discord's own
 */
public record DiscordSettings(String token, @Nullable URI apiUrl) {
  @Override
  public String toString() {
    return "DiscordSettings[apiUrl=" + apiUrl + "]";
  }
}
