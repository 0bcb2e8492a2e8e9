package dev.cairn.domain.day;

import dev.cairn.domain.Timeline;
import java.time.Instant;
import java.time.ZoneId;

/**
 * The zones that somebody lived in.
 *
 * @param timeline by instant
 * @param keepsDaysFrom changes before this instant took effect at once, as the rules of their time
 *     were: the day that was open was cut off, or begun again
 */
public record ZoneHistory(Timeline<Instant, ZoneId> timeline, Instant keepsDaysFrom) {

  /** Of whoever never changed zone. */
  public static ZoneHistory of(ZoneId zone) {
    return new ZoneHistory(Timeline.of(zone), Instant.MIN);
  }

  /** The zone at an instant. */
  public ZoneId at(Instant instant) {
    return timeline.at(instant);
  }

  /** A change of zone from an instant on. */
  public ZoneHistory with(Instant from, ZoneId zone) {
    return new ZoneHistory(timeline.with(from, zone), keepsDaysFrom);
  }

  /** Whether a change took effect without regard to the day that was open. */
  boolean takesEffectAtOnce(Instant change) {
    return change.isBefore(keepsDaysFrom);
  }
}
