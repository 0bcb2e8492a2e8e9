package dev.cairn.domain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.domain.day.StudyClock;
import dev.cairn.domain.streak.MemberHistory;
import dev.cairn.domain.streak.Streak;
import dev.cairn.domain.streak.StreakFold;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The study day around every change of every clock that the JDK knows of, 1970 to 2037. */
class EveryZoneTransitionTest {
  private static final Instant FROM = Instant.parse("1970-01-01T00:00:00Z");
  private static final Instant UNTIL = Instant.parse("2038-01-01T00:00:00Z");
  private static final Duration MOMENT = Duration.ofNanos(1);

  static IntStream hours() {
    return IntStream.rangeClosed(0, 6);
  }

  /** A zone for each set of rules; many zones share theirs. */
  private static Collection<ZoneId> zones() {
    Map<ZoneRules, ZoneId> byRules = new LinkedHashMap<>();
    ZoneId.getAvailableZoneIds().stream()
        .sorted()
        .map(ZoneId::of)
        .forEach(zone -> byRules.putIfAbsent(zone.getRules(), zone));
    return byRules.values();
  }

  private static List<Instant> transitions(ZoneId zone) {
    List<Instant> instants = new ArrayList<>();
    ZoneOffsetTransition next = zone.getRules().nextTransition(FROM);
    while (next != null && next.getInstant().isBefore(UNTIL)) {
      instants.add(next.getInstant());
      next = zone.getRules().nextTransition(next.getInstant());
    }
    return instants;
  }

  @Test
  void thereAreThousandsOfThem() {
    assertThat(zones().stream().mapToInt(zone -> transitions(zone).size()).sum())
        .isGreaterThan(15_000);
  }

  private static StudyClock clock(ZoneId zone, int hour) {
    return new StudyClock(
        zone, Timeline.of(StreakPolicy.DEFAULT.withDayStartsAt(LocalTime.of(hour, 0))));
  }

  @ParameterizedTest(name = "days begin at {0}:00")
  @MethodSource("hours")
  void noDayIsLostNorEndsEarly(int hour) {
    for (ZoneId zone : zones()) {
      StudyClock clock = clock(zone, hour);
      for (Instant transition : transitions(zone)) {
        LocalDate around = clock.dayAt(transition);
        for (LocalDate day = around.minusDays(2);
            !day.isAfter(around.plusDays(1));
            day = day.plusDays(1)) {
          beginsAndEndsAsTheWallClockSays(clock, day, hour);
        }
      }
    }
  }

  private static void beginsAndEndsAsTheWallClockSays(StudyClock clock, LocalDate day, int hour) {
    Instant start = clock.startsAt(day);
    Instant end = clock.endsAt(day);
    String what = clock.zone() + " " + day + " from " + hour;

    assertThat(reading(start, clock.zone(), hour)).as(what).isAfterOrEqualTo(day);
    assertThat(reading(start.minus(MOMENT), clock.zone(), hour)).as(what).isBefore(day);
    assertThat(reading(end, clock.zone(), hour)).as(what).isAfter(day);
    assertThat(reading(end.minus(MOMENT), clock.zone(), hour)).as(what).isBeforeOrEqualTo(day);
    assertThat(clock.startsAt(day.plusDays(1))).as(what).isBetween(start, end);
    if (clock.has(day)) {
      assertThat(start).as(what).isBefore(end);
    }
  }

  /** Rules of the game, section 1, to the letter. */
  private static LocalDate reading(Instant at, ZoneId zone, int hour) {
    return LocalDateTime.ofInstant(at, zone).minusHours(hour).toLocalDate();
  }

  @ParameterizedTest(name = "days begin at {0}:00")
  @MethodSource("hours")
  void whoeverChecksInAllTheTimeIsCountedOnceADayAndMissesNone(int hour) {
    StreakPolicy withoutFreezes =
        StreakPolicy.DEFAULT.withFreezes(0, 7, 0).withDayStartsAt(LocalTime.of(hour, 0));
    for (ZoneId zone : zones()) {
      for (Instant transition : transitions(zone)) {
        MemberHistory history = MemberHistory.in(zone).policy(Timeline.of(withoutFreezes)).build();
        Instant last = transition.plus(Duration.ofHours(30));
        int counted = 0;
        for (Instant at = transition.minus(Duration.ofHours(30));
            !at.isAfter(last);
            at = at.plus(Duration.ofMinutes(59))) {
          LocalDate today = history.today(at);
          assertThat(reading(at, zone, hour)).isEqualTo(today);
          if (!history.checked().containsKey(today)) {
            history = history.and().checkIn(today).build();
            counted++;
          }
        }
        Streak streak = StreakFold.fold(history, last);
        assertThat(streak.length())
            .as("%s %s", zone, transition)
            .isEqualTo(counted)
            .isEqualTo(history.checked().size());
      }
    }
  }
}
