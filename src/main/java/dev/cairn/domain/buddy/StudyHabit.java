package dev.cairn.domain.buddy;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoField;
import java.util.Collection;
import java.util.List;
import java.util.OptionalInt;

/**
 * When and how often somebody studies.
 *
 * @param minute of the day in UTC at which they usually check in, 0 to 1439
 * @param pace how many of a hundred study days they check in on, 0 to 100
 */
public record StudyHabit(int minute, int pace) {
  private static final int DAY = 24 * 60;

  /** A tenth of the days more or less weighs as much as half an hour. */
  private static final int MINUTES_PER_PERCENT = 3;

  public StudyHabit {
    if (minute < 0 || minute >= DAY || pace < 0 || pace > 100) {
      throw new IllegalArgumentException("no habit: minute " + minute + ", pace " + pace);
    }
  }

  /**
   * The usual minute of the day in UTC: of all at which somebody checked in, the one that is
   * closest to all others on the clock; the earliest of several. Empty where they never did.
   */
  public static OptionalInt usualMinute(Collection<Instant> checkIns) {
    List<Integer> minutes =
        checkIns.stream()
            .map(at -> at.atOffset(ZoneOffset.UTC).get(ChronoField.MINUTE_OF_DAY))
            .sorted()
            .toList();
    int usual = -1;
    long least = Long.MAX_VALUE;
    for (int candidate : minutes) {
      long away = minutes.stream().mapToLong(other -> between(candidate, other)).sum();
      if (away < least) {
        usual = candidate;
        least = away;
      }
    }
    return usual < 0 ? OptionalInt.empty() : OptionalInt.of(usual);
  }

  /** How far apart the usual hours are on the clock, at most half a day. */
  public Duration apart(StudyHabit other) {
    return Duration.ofMinutes(between(minute, other.minute));
  }

  /** How different the two are: the less, the better they fit. */
  int difference(StudyHabit other) {
    return between(minute, other.minute) + MINUTES_PER_PERCENT * Math.abs(pace - other.pace);
  }

  private static int between(int one, int other) {
    int apart = Math.abs(one - other);
    return Math.min(apart, DAY - apart);
  }
}
