package dev.cairn.platform.slack;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;

/** Tells the first delivery of an interaction from Slack's repetitions of it. */
final class Deliveries {
  /** Slack repeats an event for at most an hour. */
  private final Cache<String, Boolean> seen =
      Caffeine.newBuilder().maximumSize(100_000).expireAfterWrite(Duration.ofHours(2)).build();

  /** Whether this is the first delivery with this id. */
  boolean isFirst(String id) {
    return seen.asMap().putIfAbsent(id, Boolean.TRUE) == null;
  }
}
