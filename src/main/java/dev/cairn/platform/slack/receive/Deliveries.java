package dev.cairn.platform.slack.receive;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;

/**
 * Tells the first delivery of something from its repetitions: of an interaction by its id,
 * whichever way Slack brings it, and of a request over HTTP by its signature, whoever sends it
 * again.
 */
public final class Deliveries {
  /** What an id takes, about. */
  private static final int ID_BYTES = 256;

  /** A small heap gives less. What writes is done once by the database, too. */
  private static final long MOST =
      Math.min(200_000, Runtime.getRuntime().maxMemory() / 16 / ID_BYTES);

  /** Slack repeats an event for at most an hour. */
  private final Cache<String, Boolean> seen =
      Caffeine.newBuilder().maximumSize(MOST).expireAfterWrite(Duration.ofHours(2)).build();

  /** Whether this is the first delivery of what has this id, or this signature. */
  boolean isFirst(String id) {
    return seen.asMap().putIfAbsent(id, Boolean.TRUE) == null;
  }
}
