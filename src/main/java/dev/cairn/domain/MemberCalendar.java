package dev.cairn.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Which of a member's dates are covered, and by which rule. */
final class MemberCalendar {
  private final MemberHistory history;
  private final List<Stay> stays;
  private final Map<LocalDate, Verdict.Covered> neverOpen;

  MemberCalendar(MemberHistory history) {
    this.history = history;
    this.stays = stays(history);
    this.neverOpen = neverOpen();
  }

  /** Why a date is covered unless it is checked; null where nothing covers it. */
  Verdict.@Nullable Covered coverOn(LocalDate day) {
    Verdict.Covered absent = neverOpen.get(day);
    if (absent != null) {
      return absent;
    }
    Optional<Pause> pause = history.pauses().at(day);
    if (pause.isPresent()) {
      return new Verdict.Paused(pause.get());
    }
    RestDays restDays = history.restDays().at(day);
    if (restDays.weekdays().contains(day.getDayOfWeek())) {
      return new Verdict.RestDay(restDays.chosenOn());
    }
    String excuse = history.excuses().get(day);
    if (excuse != null) {
      return new Verdict.Excused(excuse);
    }
    if (history.outages().near(day) && history.outages().cover(endOf(day))) {
      return new Verdict.CutOff();
    }
    return null;
  }

  /** When a day was last open. */
  private Instant endOf(LocalDate day) {
    return stays.reversed().stream()
        .filter(stay -> stay.opened(day))
        .findFirst()
        .orElseThrow()
        .endOf(day);
  }

  private static List<Stay> stays(MemberHistory history) {
    List<Stay> stays = new ArrayList<>();
    ZoneId zone = history.zones().initial();
    Instant from = Instant.MIN;
    for (Map.Entry<Instant, ZoneId> change : history.zones().changes().entrySet()) {
      stays.add(new Stay(new StudyClock(zone, history.policy()), from, change.getKey()));
      zone = change.getValue();
      from = change.getKey();
    }
    stays.add(new Stay(new StudyClock(zone, history.policy()), from, Instant.MAX));
    return stays;
  }

  private Map<LocalDate, Verdict.Covered> neverOpen() {
    Map<LocalDate, Verdict.Covered> candidates = new HashMap<>();
    for (Stay stay : stays) {
      for (LocalDate day : stay.clock().datesThatNeverWere()) {
        candidates.put(day, new Verdict.NeverBegan(stay.clock().zone()));
      }
    }
    for (int i = 1; i < stays.size(); i++) {
      Stay left = stays.get(i - 1);
      Stay entered = stays.get(i);
      LocalDate last = left.clock().dayAt(left.until().minusNanos(1));
      LocalDate first = entered.clock().dayAt(entered.from());
      for (LocalDate day = last.plusDays(1); day.isBefore(first); day = day.plusDays(1)) {
        candidates.put(
            day, new Verdict.Jumped(entered.from(), left.clock().zone(), entered.clock().zone()));
      }
    }
    candidates.keySet().removeIf(day -> stays.stream().anyMatch(stay -> stay.opened(day)));
    return candidates;
  }

  /** A time spent in one zone, from an instant (inclusive) until another (exclusive). */
  private record Stay(StudyClock clock, Instant from, Instant until) {

    boolean opened(LocalDate day) {
      return clock.has(day)
          && clock.startsAt(day).isBefore(until)
          && clock.endsAt(day).isAfter(from);
    }

    Instant endOf(LocalDate day) {
      Instant end = clock.endsAt(day);
      return until.isBefore(end) ? until : end;
    }
  }
}
