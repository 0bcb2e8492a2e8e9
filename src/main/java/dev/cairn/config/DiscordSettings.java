package dev.cairn.config;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * How to reach Discord.
 *
 * @param token the bot's token; a secret
 * @param apiUrl base of the REST API, ending in a slash, or null for Discord's own
 * @param shards over how many connections, where several processes divide them; 0 for as many as
 *     Discord advises
 */
public record DiscordSettings(String token, @Nullable URI apiUrl, int shards) {
  @Override
  public String toString() {
    return "DiscordSettings[apiUrl=" + apiUrl + ", shards=" + shards + "]";
  }
}
