package dev.cairn.feature.community;

import dev.cairn.chat.Platform;

/**
 * Where a community lives.
 *
 * @param id the platform's own id of it: a Discord guild, a Slack workspace, a local name
 */
public record Place(Platform platform, String id) {}
