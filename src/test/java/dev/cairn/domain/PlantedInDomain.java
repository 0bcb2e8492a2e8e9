package dev.cairn.domain;

import dev.cairn.chat.Platform;

/**
 * Breaks a rule of the house on purpose: the domain knows no platform. A test sees the rule fail.
 */
public record PlantedInDomain(Platform platform) {}
