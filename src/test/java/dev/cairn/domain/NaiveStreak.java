package dev.cairn.domain;

import dev.cairn.domain.streak.Streak;
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
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The rules read a second time, for the tests: slowly, by watching the clock every quarter of an
 * hour, and by going from check-in to check-in instead of from day to day.
 */
public final class NaiveStreak {
  private record Dated<T>(LocalDate from, T value) {}

  private record Stay(Instant from, ZoneId zone) {}

  /** What the clock read so far, quarter by quarter; emptied when more is recorded. */
  private final List<Quarter> quarters = new ArrayList<>();

  private final ZoneId community;
  private final Instant begins;
  private final List<Stay> stays = new ArrayList<>();
  private final Map<Integer, Instant> free = new HashMap<>();
  private final List<Dated<StreakPolicy>> policies = new ArrayList<>();
  private final List<Dated<StreakPolicy>> communityPolicies = new ArrayList<>();
  private final TreeMap<LocalDate, Dated<Set<DayOfWeek>>> rests = new TreeMap<>();
  private final List<Dated<LocalDate>> pausedUntil = new ArrayList<>();
  private final TreeSet<LocalDate> checked = new TreeSet<>();
  private final Set<LocalDate> byMember = new HashSet<>();
  private final Map<LocalDate, LocalDate> toldLate = new HashMap<>();
  private final Set<LocalDate> revoked = new HashSet<>();
  private final Set<LocalDate> excused = new HashSet<>();
  private final Set<Instant> lostQuarters = new HashSet<>();
  private final Map<Map.Entry<ZoneId, LocalDate>, Boolean> calendars = new HashMap<>();

  public NaiveStreak(Life life) {
    begins = life.begins();
    community = life.community();
    stays.add(new Stay(Instant.MIN, life.home()));
    policies.add(new Dated<>(LocalDate.MIN, StreakPolicy.DEFAULT));
    communityPolicies.add(new Dated<>(LocalDate.MIN, StreakPolicy.DEFAULT));
    pausedUntil.add(new Dated<>(LocalDate.MIN, LocalDate.MIN));
  }

  /** What became of an act, as a word, so that tests can tell whether each case is reached. */
  public String record(Life.Act act) {
    quarters.clear();
    Instant now = act.at();
    LocalDate today = today(now);
    StreakPolicy policy = latest(policies, today);
    switch (act.deed()) {
      case Life.Deed.CheckIn _ -> {
        if (revoked.contains(today)) {
          return "refused: revoked today";
        }
        if (checked.add(today)) {
          byMember.add(today);
        }
      }
      case Life.Deed.CheckInLate _ -> {
        LocalDate yesterday = today.minusDays(1);
        if (policy.lateEvery() == 0) {
          return "refused: no late check-ins";
        }
        if (checked.contains(yesterday)) {
          return "refused: checked";
        }
        if (revoked.contains(yesterday)) {
          return "refused: revoked";
        }
        if (yesterday.isBefore(today(begins))) {
          return "refused: not met yet";
        }
        if (covers(now).test(yesterday)) {
          return "refused: covered";
        }
        for (LocalDate on : toldLate.values()) {
          if (on.isAfter(today.minusDays(policy.lateEvery()))) {
            return "refused: too soon";
          }
        }
        checked.add(yesterday);
        byMember.add(yesterday);
        toldLate.put(yesterday, today);
        return "told late";
      }
      case Life.Deed.Undo _ -> {
        LocalDate yesterday = today.minusDays(1);
        if (checked.contains(today) && byMember.contains(today)) {
          takeBack(today);
          return "undone today";
        }
        if (checked.contains(yesterday)
            && byMember.contains(yesterday)
            && today.equals(toldLate.get(yesterday))) {
          takeBack(yesterday);
          return "undone yesterday";
        }
        return "refused: nothing to undo";
      }
      case Life.Deed.Move(ZoneId zone) -> {
        // Two moves at one instant are one.
        stays.removeIf(stay -> stay.from().equals(now));
        free.keySet().removeIf(change -> change >= stays.size());
        stays.add(new Stay(now, zone));
      }
      case Life.Deed.Rest(Set<DayOfWeek> weekdays) -> {
        if (weekdays.size() > policy.restDayCap()) {
          return "refused: too many rest days";
        }
        boolean none = restOn(today).isEmpty();
        LocalDate from = today.plusDays(1);
        while (!none && from.getDayOfWeek() != DayOfWeek.MONDAY) {
          from = from.plusDays(1);
        }
        rests.put(today, new Dated<>(from, weekdays));
        return none ? "rests from tomorrow" : "rests from Monday";
      }
      case Life.Deed.Pause(int days) -> {
        if (days > 0) {
          pausedUntil.add(new Dated<>(today.plusDays(1), today.plusDays(days)));
        }
      }
      case Life.Deed.EndPause _ -> pausedUntil.add(new Dated<>(today, LocalDate.MIN));
      case Life.Deed.Grant(int daysAgo) -> {
        LocalDate day = today.minusDays(daysAgo);
        checked.add(day);
        revoked.remove(day);
      }
      case Life.Deed.Revoke(int daysAgo) -> {
        LocalDate day = today.minusDays(daysAgo);
        if (checked.remove(day)) {
          byMember.remove(day);
          revoked.add(day);
        }
      }
      case Life.Deed.Excuse(int daysAgo) -> excused.add(today.minusDays(daysAgo));
      case Life.Deed.Policy(StreakPolicy changed) -> {
        LocalDate from = reading(now, community, communityPolicies).plusDays(1);
        communityPolicies.add(new Dated<>(from, changed));
        while (!from.isAfter(today)) {
          from = from.plusDays(1);
        }
        policies.add(new Dated<>(from, changed));
        free.clear();
      }
      case Life.Deed.Outage(Duration lasted) -> {
        for (Instant at = now.minus(lasted); at.isBefore(now); at = at.plus(Life.QUARTER)) {
          lostQuarters.add(at);
        }
      }
    }
    return act.deed().getClass().getSimpleName();
  }

  private void takeBack(LocalDate day) {
    checked.remove(day);
    byMember.remove(day);
    toldLate.remove(day);
  }

  LocalDate today(Instant now) {
    int stay = 0;
    for (int i = 0; i < stays.size(); i++) {
      if (!stays.get(i).from().isAfter(now)) {
        stay = i;
      }
    }
    return today(now, stay);
  }

  /** What today is after so many changes of zone, and no further one. */
  private LocalDate today(Instant now, int changes) {
    ZoneId zone = stays.get(changes).zone();
    return changes == 0 || !now.isBefore(freeFrom(changes))
        ? reading(now, zone, policies)
        : openAt(changes);
  }

  /** The day that was open when the zone changed. */
  private LocalDate openAt(int change) {
    return today(stays.get(change).from(), change - 1);
  }

  /** When that day has ended by the old zone and by the new one. */
  private Instant freeFrom(int change) {
    Instant known = free.get(change);
    if (known != null) {
      return known;
    }
    Stay stay = stays.get(change);
    LocalDate open = openAt(change);
    boolean endedHere = false;
    boolean endedThere = false;
    Instant at = stay.from();
    while (true) {
      endedHere |= today(at, change - 1).isAfter(open);
      endedThere |= reading(at, stay.zone(), policies).isAfter(open);
      if (endedHere && endedThere) {
        free.put(change, at);
        return at;
      }
      at = at.plus(Life.QUARTER);
    }
  }

  /** A streak that is being won back. */
  private record Lost(int streak, int freezes, int of, int done) {}

  public Streak at(Instant now) {
    return walk(now, new ArrayList<>());
  }

  /** What each day was, and the streak after it, as text. */
  public List<String> ledger(Instant now) {
    List<Gap> gaps = new ArrayList<>();
    walk(now, gaps);
    LocalDate today = today(now);
    List<String> lines = new ArrayList<>();
    Watch watch = watch(now);
    int streak = 0;
    for (LocalDate day : checked.isEmpty() ? List.<LocalDate>of() : range(checked.first(), today)) {
      String state =
          checked.contains(day)
              ? "checked"
              : covered(day, watch) ? "covered" : day.equals(today) ? "open" : gap(gaps, day);
      streak = state.equals("checked") ? streak + 1 : state.equals("missed") ? 0 : streak;
      lines.add(day + " " + state + " " + streak);
    }
    return lines;
  }

  private static String gap(List<Gap> gaps, LocalDate day) {
    for (Gap gap : gaps) {
      if (day.isAfter(gap.after()) && day.isBefore(gap.before())) {
        return gap.state();
      }
    }
    throw new IllegalStateException(day + " is in no gap");
  }

  private record Gap(LocalDate after, LocalDate before, String state) {}

  private Streak walk(Instant now, List<Gap> gaps) {
    LocalDate today = today(now);
    if (checked.isEmpty() || checked.first().isAfter(today)) {
      return new Streak(0, 0, 0, Streak.Status.NONE, null, today, new Streak.Recent(0, 0), null);
    }
    Watch watch = watch(now);
    int streak = 0;
    int longest = 0;
    int held = 0;
    LocalDate previous = null;
    LocalDate mendedOn = null;
    Lost lost = null;
    int lostGap = 0;
    for (LocalDate day : checked.headSet(today, true)) {
      StreakPolicy policy = latest(policies, day);
      if (previous == null) {
        held = Math.min(policy.freezeStart(), policy.freezeCap());
      } else {
        List<LocalDate> missed = missedBetween(previous, day, watch);
        if (!missed.isEmpty()) {
          boolean frozen = missed.size() <= held;
          lost = null;
          if (frozen) {
            held -= missed.size();
          } else {
            if (canBeWonBack(streak, held, missed, mendedOn) && policy.comebackDays() > 0) {
              lost = new Lost(streak, held, policy.comebackDays(), 0);
              lostGap = gaps.size();
            }
            streak = 0;
          }
          gaps.add(new Gap(previous, day, frozen ? "frozen" : "missed"));
        }
      }
      streak++;
      if (lost != null) {
        lost = new Lost(lost.streak(), lost.freezes(), lost.of(), lost.done() + 1);
        if (lost.done() == lost.of()) {
          streak = lost.streak() + lost.of();
          held -= lost.freezes();
          mendedOn = day;
          Gap gap = gaps.get(lostGap);
          gaps.set(lostGap, new Gap(gap.after(), gap.before(), "mended"));
          lost = null;
        }
      }
      longest = Math.max(longest, streak);
      held += streak % policy.freezeEvery() == 0 && held < policy.freezeCap() ? 1 : 0;
      previous = day;
    }
    LocalDate last = checked.floor(today);
    List<LocalDate> missed = missedBetween(last, today, watch);
    boolean broken = missed.size() > held;
    boolean done = checked.contains(today);
    int of = latest(policies, today).comebackDays();
    Streak.Comeback comeback = null;
    if (lost != null && missed.isEmpty()) {
      comeback = new Streak.Comeback(lost.done(), lost.of(), lost.streak());
    } else if (broken && of > 0 && canBeWonBack(streak, held, missed, mendedOn)) {
      comeback = new Streak.Comeback(0, of, streak);
    }
    gaps.add(new Gap(last, today, broken ? "missed" : "frozen"));
    LocalDate until = done ? today : today.minusDays(1);
    List<LocalDate> all = range(checked.first(), until);
    List<LocalDate> recent = all.subList(Math.max(0, all.size() - 30), all.size());
    return new Streak(
        broken ? 0 : streak,
        longest,
        broken ? held : held - missed.size(),
        done
            ? Streak.Status.DONE
            : broken
                ? Streak.Status.BROKEN
                : covered(today, watch) ? Streak.Status.REST : Streak.Status.AT_RISK,
        last,
        today,
        new Streak.Recent((int) recent.stream().filter(checked::contains).count(), recent.size()),
        comeback);
  }

  private static boolean canBeWonBack(
      int streak, int held, List<LocalDate> missed, @Nullable LocalDate mendedOn) {
    return streak >= 7
        && missed.size() <= held + 3
        && (mendedOn == null || missed.getFirst().isAfter(mendedOn.plusDays(30)));
  }

  boolean isChecked(LocalDate day) {
    return checked.contains(day);
  }

  boolean isClosed(LocalDate day, Instant now) {
    return day.isBefore(today(now));
  }

  /** Whether each day up to {@code now}'s is covered unless it is checked. */
  Predicate<LocalDate> covers(Instant now) {
    Watch watch = watch(now);
    return day -> covered(day, watch);
  }

  private static List<LocalDate> range(LocalDate first, LocalDate last) {
    return last.isBefore(first) ? List.of() : first.datesUntil(last.plusDays(1)).toList();
  }

  private List<LocalDate> missedBetween(LocalDate checkedDay, LocalDate until, Watch watch) {
    return range(checkedDay.plusDays(1), until.minusDays(1)).stream()
        .filter(day -> !covered(day, watch))
        .toList();
  }

  private boolean covered(LocalDate day, Watch watch) {
    if (!watch.opened.contains(day)
        || excused.contains(day)
        || restOn(day).contains(day.getDayOfWeek())
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

  private Set<DayOfWeek> restOn(LocalDate day) {
    return rests.descendingMap().values().stream()
        .filter(choice -> !choice.from().isAfter(day))
        .findFirst()
        .map(Dated::value)
        .orElse(Set.of());
  }

  /** What was decided last of all that holds on a day. */
  private static <T> T latest(List<Dated<T>> decisions, LocalDate day) {
    return decisions.reversed().stream()
        .filter(decision -> !decision.from().isAfter(day))
        .findFirst()
        .orElseThrow()
        .value();
  }

  private static LocalDate reading(Instant at, ZoneId zone, List<Dated<StreakPolicy>> policies) {
    LocalDateTime wall = LocalDateTime.ofInstant(at, zone);
    LocalDate date = wall.toLocalDate();
    int startsAt =
        Math.max(
            latest(policies, date).dayStartsAt().getHour(),
            latest(policies, date.minusDays(1)).dayStartsAt().getHour());
    return wall.minusHours(startsAt).toLocalDate();
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
    Instant until = now.plus(Duration.ofDays(3));
    Instant from =
        quarters.isEmpty()
            ? begins.minus(Duration.ofDays(10))
            : quarters.getLast().at().plus(Life.QUARTER);
    for (Instant at = from; at.isBefore(until); at = at.plus(Life.QUARTER)) {
      LocalDate day = today(at);
      quarters.add(new Quarter(at, day, exists(day, zone(at))));
    }
    for (Quarter quarter : quarters) {
      if (quarter.exists() && quarter.at().isBefore(until)) {
        watch.opened.add(quarter.day());
        watch.lastSeen.put(quarter.day(), quarter.at());
      }
    }
    return watch;
  }

  /**
   * A quarter of an hour.
   *
   * @param day the study day that it belongs to
   * @param exists whether the calendar of the zone has that day
   */
  private record Quarter(Instant at, LocalDate day, boolean exists) {}

  private ZoneId zone(Instant at) {
    return stays.reversed().stream()
        .filter(stay -> !stay.from().isAfter(at))
        .findFirst()
        .orElseThrow()
        .zone();
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
