package dev.cairn.domain.day;

import dev.cairn.domain.StreakPolicy;
import dev.cairn.domain.Timeline;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which study day is today, through changes of zone. Within a zone it is what the wall clock reads.
 * A change of zone takes no day and gives none: the day that is open at the change ends at its hour
 * in the old zone or in the new one, whichever is later, and until then it stays today.
 */
public final class StudyDays {
  private final List<Stay> stays = new ArrayList<>();

  /** Reads the study days of a member with these time zones. */
  public StudyDays(ZoneHistory zones, Timeline<LocalDate, StreakPolicy> policy) {
    StudyClock clock = new StudyClock(zones.timeline().initial(), policy);
    Stay stay = new Stay(clock, Instant.MIN, null, Instant.MIN, Instant.MAX);
    for (Map.Entry<Instant, ZoneId> change : zones.timeline().changes().entrySet()) {
      Instant at = change.getKey();
      StudyClock entered = new StudyClock(change.getValue(), policy);
      stays.add(stay.until(at));
      stay =
          zones.takesEffectAtOnce(at)
              ? new Stay(entered, at, null, at, Instant.MAX)
              : stay.left(entered, at);
    }
    stays.add(stay);
  }

  /** The study day at an instant. */
  public LocalDate today(Instant now) {
    return stayAt(now).today(now);
  }

  /** The end of the study day at an instant: the first instant from which it is not today. */
  public Instant endOfToday(Instant now) {
    Stay stay = stayAt(now);
    return stay.endOf(stay.today(now), now);
  }

  /** The instant at which a day that is today, or still to come, is today no more. */
  public Instant endOf(LocalDate day, Instant now) {
    return stayAt(now).endOf(day, now);
  }

  private Stay stayAt(Instant now) {
    return stays.reversed().stream()
        .filter(stay -> !stay.from().isAfter(now))
        .findFirst()
        .orElseGet(stays::getFirst);
  }

  /** When a day was today for the last time; empty where it never was. */
  public Optional<Instant> lastEndOf(LocalDate day) {
    return stays.reversed().stream()
        .filter(stay -> stay.opened(day))
        .findFirst()
        .map(stay -> stay.lastEndOf(day));
  }

  /** The dates that were never today, with the reason of each. */
  public Map<LocalDate, Verdict.Covered> neverToday() {
    Map<LocalDate, Verdict.Covered> candidates = new HashMap<>();
    for (Stay stay : stays) {
      for (LocalDate day : stay.clock().datesThatNeverWere()) {
        candidates.put(day, new Verdict.NeverBegan(stay.clock().zone()));
      }
    }
    ZoneId previous = stays.getFirst().clock().zone();
    for (int i = 1; i < stays.size(); i++) {
      Stay stay = stays.get(i);
      if (!stay.freeFrom().isBefore(stay.end())) {
        continue;
      }
      LocalDate last =
          stay.held() != null ? stay.held() : stays.get(i - 1).today(stay.from().minusNanos(1));
      LocalDate first = stay.clock().dayAt(stay.freeFrom());
      for (LocalDate day = last.plusDays(1); day.isBefore(first); day = day.plusDays(1)) {
        candidates.put(day, new Verdict.Jumped(stay.from(), previous, stay.clock().zone()));
      }
      previous = stay.clock().zone();
    }
    candidates.keySet().removeIf(day -> stays.stream().anyMatch(stay -> stay.opened(day)));
    return candidates;
  }

  /**
   * A time spent in one zone, from an instant (inclusive) to another (exclusive).
   *
   * @param held the day that was open when it began; null where it did not outlast that
   * @param freeFrom when that day ends and the zone's own date is read
   */
  private record Stay(
      StudyClock clock, Instant from, @Nullable LocalDate held, Instant freeFrom, Instant end) {

    Stay until(Instant at) {
      return new Stay(clock, from, held, freeFrom, at);
    }

    LocalDate today(Instant now) {
      return held != null && now.isBefore(freeFrom) ? held : clock.dayAt(now);
    }

    /** The stay in another zone that follows, in which today stays open until it has ended. */
    Stay left(StudyClock entered, Instant at) {
      LocalDate today = today(at);
      Instant ends = endOf(today, at);
      Instant endsThere = entered.startsAt(today.plusDays(1));
      Instant later = ends.isBefore(endsThere) ? endsThere : ends;
      return new Stay(entered, at, today, later, Instant.MAX);
    }

    Instant endOf(LocalDate day, Instant now) {
      if (day.equals(held) && now.isBefore(freeFrom)) {
        return freeFrom;
      }
      Instant ends = clock.startsAt(day.plusDays(1));
      // Where clocks are put back across the hour at which a day begins, it is read a second time.
      return ends.isAfter(now) ? ends : clock.endsAt(day);
    }

    boolean opened(LocalDate day) {
      return day.equals(held)
          || (freeFrom.isBefore(end)
              && clock.has(day)
              && clock.startsAt(day).isBefore(end)
              && clock.endsAt(day).isAfter(freeFrom));
    }

    Instant lastEndOf(LocalDate day) {
      Instant ends = day.equals(held) ? freeFrom : clock.endsAt(day);
      return end.isBefore(ends) ? end : ends;
    }
  }
}
