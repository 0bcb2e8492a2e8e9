package dev.cairn.feature.outbox;

import dev.cairn.chat.Place;
import dev.cairn.chat.Platform;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * How busy the platforms are. One community that is put off concerns nobody else; when a second one
 * is, the platform means all of us, and what is due meanwhile gets in line, first come first
 * served, instead of asking again and again.
 */
final class Congestion {
  /** How far apart those in line are sent off: somewhat slower than any platform allows. */
  private static final Duration PACE = Duration.ofMillis(25);

  private final Map<Platform, Limit> limits = new EnumMap<>(Platform.class);

  /**
   * A platform that puts us off.
   *
   * @param community who was told so first
   * @param until until when
   * @param forAll whether it means everybody
   * @param next when whoever gets in line next is sent off
   */
  private record Limit(Place community, Instant until, boolean forAll, Instant next) {}

  /** A platform has put us off. */
  synchronized void putOff(Place place, Instant now, Instant until) {
    Platform platform = place.platform();
    Limit before = limits.get(platform);
    boolean inForce = before != null && before.until.isAfter(now);
    if (before == null || !inForce) {
      Instant next = before == null ? until : later(before.next, until);
      limits.put(platform, new Limit(place, until, false, next));
    } else {
      limits.put(
          platform,
          new Limit(
              before.community,
              later(before.until, until),
              before.forAll || !before.community.equals(place),
              later(before.next, until)));
    }
  }

  /**
   * Gets in line where the platform puts everybody off.
   *
   * @return when to try; empty for now
   */
  synchronized Optional<Instant> line(Platform platform, Instant now) {
    Limit limit = limits.get(platform);
    if (limit == null || !limit.forAll || !limit.until.isAfter(now)) {
      return Optional.empty();
    }
    limits.put(platform, new Limit(limit.community, limit.until, true, limit.next.plus(PACE)));
    return Optional.of(limit.next);
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }
}
