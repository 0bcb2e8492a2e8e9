package dev.cairn.domain;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * The rules read a second time, for the tests: slowly, by watching the clock every quarter of an
 * hour, and by going from check-in to check-in instead of from day to day.
 */
final class NaiveStreak {
  private record Dated<T>(LocalDate from, T value) {}

  private record Stay(Instant from, ZoneId zone) {}

  private final ZoneId community;
  private final Instant begins;
  private final List<Stay> stays = new ArrayList<>();
  private final List<Dated<StreakPolicy>> policies = new ArrayList<>();
  private final List<Dated<Set<DayOfWeek>>> rests = new ArrayList<>();
  private final List<Dated<LocalDate>> pausedUntil = new ArrayList<>();
  private final TreeSet<LocalDate> checked = new TreeSet<>();
  private final Set<LocalDate> excused = new HashSet<>();
  private final Set<Instant> lostQuarters = new HashSet<>();
  private final Map<Map.Entry<ZoneId, LocalDate>, Boolean> calendars = new HashMap<>();

  NaiveStreak(Life life) {
    begins = life.begins();
    community = life.community();
    stays.add(new Stay(Instant.MIN, life.home()));
    policies.add(new Dated<>(LocalDate.MIN, StreakPolicy.DEFAULT));
    rests.add(new Dated<>(LocalDate.MIN, Set.of()));
    pausedUntil.add(new Dated<>(LocalDate.MIN, LocalDate.MIN));
  }

  void record(Life.Act act) {
    Instant now = act.at();
    LocalDate today = today(now);
    switch (act.deed()) {
      case Life.Deed.CheckIn _ -> checked.add(today);
      case Life.Deed.Move(ZoneId zone) -> stays.add(new Stay(now, zone));
      case Life.Deed.Rest(Set<DayOfWeek> weekdays) -> {
        if (weekdays.size() <= latest(policies, today).restDayCap()) {
          rests.add(new Dated<>(today.plusDays(1), weekdays));
        }
      }
      case Life.Deed.Pause(int days) -> {
        LocalDate from = checked.contains(today) ? today.plusDays(1) : today;
        LocalDate until = today.plusDays(days);
        if (from.datesUntil(until.plusDays(1).isBefore(from) ? from : until.plusDays(1)).count()
            > 0) {
          pausedUntil.add(new Dated<>(from, until));
        }
      }
      case Life.Deed.EndPause _ -> pausedUntil.add(new Dated<>(today, LocalDate.MIN));
      case Life.Deed.Grant(int daysAgo) -> checked.add(today.minusDays(daysAgo));
      case Life.Deed.Revoke(int daysAgo) -> checked.remove(today.minusDays(daysAgo));
      case Life.Deed.Excuse(int daysAgo) -> excused.add(today.minusDays(daysAgo));
      case Life.Deed.Policy(StreakPolicy policy) ->
          policies.add(new Dated<>(reading(now, community).plusDays(1), policy));
      case Life.Deed.Outage(Duration lasted) -> {
        for (Instant at = now.minus(lasted); at.isBefore(now); at = at.plus(Life.QUARTER)) {
          lostQuarters.add(at);
        }
      }
    }
  }

  LocalDate today(Instant now) {
    LocalDate read = reading(now, zone(now));
    return checked.isEmpty() || checked.last().isBefore(read) ? read : checked.last();
  }

  Streak at(Instant now) {
    LocalDate today = today(now);
    if (checked.isEmpty()) {
      return new Streak(0, 0, 0, Streak.Status.NONE, null, today, new Streak.Recent(0, 0));
    }
    Watch watch = watch(now);
    int streak = 0;
    int longest = 0;
    int held = 0;
    LocalDate previous = null;
    for (LocalDate day : checked) {
      int missed = previous == null ? 0 : missedBetween(previous, day, watch);
      if (missed <= held) {
        held -= missed;
      } else {
        streak = 0;
      }
      streak++;
      longest = Math.max(longest, streak);
      StreakPolicy policy = latest(policies, day);
      held += streak % policy.freezeEvery() == 0 && held < policy.freezeCap() ? 1 : 0;
      previous = day;
    }
    LocalDate open = checked.last().plusDays(1);
    while (closed(open, now)) {
      open = open.plusDays(1);
    }
    int missed = missedBetween(checked.last(), open, watch);
    boolean broken = missed > held;
    boolean done = checked.contains(today);
    LocalDate last = done ? today : today.minusDays(1);
    List<LocalDate> recent =
        checked.first().datesUntil(last.plusDays(1)).toList().reversed().stream()
            .limit(30)
            .toList();
    return new Streak(
        broken ? 0 : streak,
        longest,
        broken ? held : held - missed,
        done
            ? Streak.Status.DONE
            : broken
                ? Streak.Status.BROKEN
                : covered(today, watch) ? Streak.Status.REST : Streak.Status.AT_RISK,
        checked.last(),
        today,
        new Streak.Recent((int) recent.stream().filter(checked::contains).count(), recent.size()));
  }

  boolean isChecked(LocalDate day) {
    return checked.contains(day);
  }

  boolean isClosed(LocalDate day, Instant now) {
    return day.isBefore(today(now))
        && (day.isBefore(checked.isEmpty() ? day : checked.last()) || closed(day, now));
  }

  /** Whether each day up to {@code now}'s is covered unless it is checked. */
  Predicate<LocalDate> covers(Instant now) {
    Watch watch = watch(now);
    return day -> covered(day, watch);
  }

  private int missedBetween(LocalDate checkedDay, LocalDate until, Watch watch) {
    return (int)
        checkedDay.plusDays(1).datesUntil(until).filter(day -> !covered(day, watch)).count();
  }

  private boolean covered(LocalDate day, Watch watch) {
    if (!watch.opened.contains(day)
        || excused.contains(day)
        || latest(rests, day).contains(day.getDayOfWeek())
        || !latest(pausedUntil, day).isBefore(day)) {
      return true;
    }
    Instant end = watch.endOf(day);
    int lost = 0;
    for (int quarter = 1; quarter <= 16; quarter++) {
      lost += lostQuarters.contains(end.minus(Life.QUARTER.multipliedBy(quarter))) ? 1 : 0;
    }
    return lost >= 4;
  }

  /** What was decided last of all that holds on a day. */
  private static <T> T latest(List<Dated<T>> decisions, LocalDate day) {
    return decisions.reversed().stream()
        .filter(decision -> !decision.from().isAfter(day))
        .findFirst()
        .orElseThrow()
        .value();
  }

  private ZoneId zone(Instant at) {
    return stays.reversed().stream()
        .filter(stay -> !stay.from().isAfter(at))
        .findFirst()
        .orElseThrow()
        .zone();
  }

  private LocalDate reading(Instant at, ZoneId zone) {
    LocalDateTime wall = LocalDateTime.ofInstant(at, zone);
    LocalDate date = wall.toLocalDate();
    int startsAt =
        Math.max(
            latest(policies, date).dayStartsAt().getHour(),
            latest(policies, date.minusDays(1)).dayStartsAt().getHour());
    return wall.minusHours(startsAt).toLocalDate();
  }

  /** The earliest day that the clock reads now or will read again when it is put back. */
  private LocalDate lowest(Instant at, ZoneId zone) {
    LocalDate lowest = reading(at, zone);
    Duration ahead = Duration.ofHours(8);
    if (offset(at.plus(ahead), zone) < offset(at, zone)) {
      Instant quarter = quarterFrom(at);
      for (Instant later = quarter;
          later.isBefore(quarter.plus(ahead));
          later = later.plus(Life.QUARTER)) {
        LocalDate read = reading(later, zone);
        lowest = read.isBefore(lowest) ? read : lowest;
      }
    }
    return lowest;
  }

  private static int offset(Instant at, ZoneId zone) {
    return zone.getRules().getOffset(at).getTotalSeconds();
  }

  private boolean closed(LocalDate day, Instant now) {
    return day.isBefore(lowest(now, zone(now)));
  }

  private static Instant quarterFrom(Instant at) {
    long seconds = Life.QUARTER.toSeconds();
    return Instant.ofEpochSecond(
        Math.ceilDiv(at.getEpochSecond() + (at.getNano() > 0 ? 1 : 0), seconds) * seconds);
  }

  /**
   * Which days were open to the member up to now, and the last quarter of an hour in which each
   * was.
   */
  private static final class Watch {
    final Set<LocalDate> opened = new HashSet<>();
    private final Map<LocalDate, Instant> lastSeen = new HashMap<>();

    Instant endOf(LocalDate day) {
      Instant seen = lastSeen.get(day);
      if (seen == null) {
        throw new IllegalStateException(day + " was not open");
      }
      return seen.plus(Life.QUARTER);
    }
  }

  private Watch watch(Instant now) {
    Watch watch = new Watch();
    Instant from = begins.minus(Duration.ofDays(10));
    Instant until = now.plus(Duration.ofDays(3));
    for (Instant at = from; at.isBefore(until); at = at.plus(Life.QUARTER)) {
      ZoneId zone = zone(at.isAfter(now) ? now : at);
      LocalDate read = reading(at, zone);
      for (LocalDate day = lowest(at, zone); !day.isAfter(read); day = day.plusDays(1)) {
        if (exists(day, zone)) {
          watch.opened.add(day);
          watch.lastSeen.put(day, at);
        }
      }
    }
    return watch;
  }

  private boolean exists(LocalDate day, ZoneId zone) {
    return calendars.computeIfAbsent(
        Map.entry(zone, day),
        key -> {
          Instant noon = day.atTime(12, 0).toInstant(ZoneOffset.UTC);
          for (int quarter = -160; quarter < 160; quarter++) {
            Instant at = noon.plus(Life.QUARTER.multipliedBy(quarter));
            if (LocalDateTime.ofInstant(at, zone).toLocalDate().equals(day)) {
              return true;
            }
          }
          return false;
        });
  }
}
