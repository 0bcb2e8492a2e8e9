package dev.cairn.feature.outage;

import dev.cairn.chat.Platform;
import java.time.Instant;

/** A time in which we were cut off from a platform, from an instant (inclusive) until another. */
public record Outage(Platform platform, Instant from, Instant until) {}
