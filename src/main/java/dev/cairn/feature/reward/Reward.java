package dev.cairn.feature.reward;

import dev.cairn.chat.Platform;

/**
 * A role for a streak.
 *
 * @param days how long the streak must be, at least 1
 * @param role the platform's own id of the role
 * @param roleName what the role was called when the reward was set
 */
public record Reward(Platform platform, int days, String role, String roleName) {}
