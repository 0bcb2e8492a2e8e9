package dev.cairn.connection;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An installation by a Slack workspace, as it is stored: with an encrypted token.
 *
 * @param enterprise {@code E…}, or null outside Enterprise Grid
 * @param team {@code T…}, or null where a whole organisation installed us
 * @param name what the workspace is called, or null
 * @param botUser the user that we are there, or null
 * @param encryptedToken the bot's token, encrypted, as base64
 * @param scopes what we may do, separated by commas
 * @param installedBy the user who installed us, or null
 * @param installedAt when
 */
public record Installation(
    @Nullable String enterprise,
    @Nullable String team,
    @Nullable String name,
    @Nullable String botUser,
    String encryptedToken,
    String scopes,
    @Nullable String installedBy,
    Instant installedAt) {}
