package dev.cairn.domain.day;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * When we were cut off from a member's platform.
 *
 * @param intervals start (inclusive) to end (exclusive) of each, none touching another
 */
public record Outages(NavigableMap<Instant, Instant> intervals) {
  /** Never cut off. */
  public static final Outages NONE = new Outages(new TreeMap<>());

  /** How late in a study day an outage counts. */
  public static final Duration LAST_HOURS = Duration.ofHours(4);

  /** How much of those last hours has to be lost for the day to be covered. */
  public static final Duration ENOUGH = Duration.ofMinutes(60);

  public Outages {
    intervals = Collections.unmodifiableNavigableMap(merged(intervals));
  }

  /** These outages and one more. */
  public Outages and(Instant from, Instant until) {
    NavigableMap<Instant, Instant> more = new TreeMap<>(intervals);
    more.merge(from, until, Outages::later);
    return new Outages(more);
  }

  /** Whether so much of a study day's last hours was lost that the day is covered. */
  public boolean cover(Instant endOfDay) {
    return lostBetween(endOfDay.minus(LAST_HOURS), endOfDay).compareTo(ENOUGH) >= 0;
  }

  /** For how long we were cut off between two instants. */
  public Duration lostBetween(Instant from, Instant until) {
    Duration lost = Duration.ZERO;
    Instant first = intervals.floorKey(from);
    for (Map.Entry<Instant, Instant> each :
        intervals.subMap(first == null ? from : first, true, until, false).entrySet()) {
      Instant start = later(each.getKey(), from);
      Instant end = each.getValue().isBefore(until) ? each.getValue() : until;
      if (start.isBefore(end)) {
        lost = lost.plus(Duration.between(start, end));
      }
    }
    return lost;
  }

  /**
   * Whether an outage may touch a study day in any zone; false spares looking up when the day
   * ended.
   */
  public boolean near(LocalDate day) {
    return !lostBetween(instant(day.minusDays(1)), instant(day.plusDays(3))).isZero();
  }

  private static Instant instant(LocalDate day) {
    return day.atStartOfDay().toInstant(ZoneOffset.UTC);
  }

  private static NavigableMap<Instant, Instant> merged(NavigableMap<Instant, Instant> intervals) {
    NavigableMap<Instant, Instant> merged = new TreeMap<>();
    for (Map.Entry<Instant, Instant> each : intervals.entrySet()) {
      Map.Entry<Instant, Instant> last = merged.lastEntry();
      if (last != null && !last.getValue().isBefore(each.getKey())) {
        merged.put(last.getKey(), later(last.getValue(), each.getValue()));
      } else if (each.getKey().isBefore(each.getValue())) {
        merged.put(each.getKey(), each.getValue());
      }
    }
    return merged;
  }

  private static Instant later(Instant one, Instant other) {
    return one.isBefore(other) ? other : one;
  }
}
