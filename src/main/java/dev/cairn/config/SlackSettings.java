package dev.cairn.config;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * How to reach Slack: in Socket Mode (bot and app token), or over HTTP (signing secret, with a bot
 * token for one workspace or a client for installations by many).
 *
 * @param botToken {@code xoxb-…}, or null where workspaces install the app themselves; a secret
 * @param appToken {@code xapp-…} for Socket Mode, or null; a secret
 * @param signingSecret proves that a request is Slack's, or null in Socket Mode; a secret
 * @param clientId of the app, for installations by many workspaces, or null
 * @param clientSecret of the app, likewise, or null; a secret
 * @param tokenKey the key that encrypts stored tokens, as base64 of 32 bytes, or null where none
 *     are stored; a secret
 * @param publicUrl where this server is reached from outside, or null
 * @param apiUrl base of the Web API, ending in a slash, or null for Slack's own
 * @param command the root word of the slash command, without the slash
 */
public record SlackSettings(
    @Nullable String botToken,
    @Nullable String appToken,
    @Nullable String signingSecret,
    @Nullable String clientId,
    @Nullable String clientSecret,
    @Nullable String tokenKey,
    @Nullable URI publicUrl,
    @Nullable URI apiUrl,
    String command) {
  @Override
  public String toString() {
    return "SlackSettings[apiUrl=" + apiUrl + ", command=" + command + "]";
  }
}
