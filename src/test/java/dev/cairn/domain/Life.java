package dev.cairn.domain;

import dev.cairn.domain.day.Pause;
import dev.cairn.domain.day.StudyClock;
import dev.cairn.domain.day.StudyDays;
import dev.cairn.domain.day.ZoneHistory;
import dev.cairn.domain.streak.MemberHistory;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;

/**
 * What a member and their moderators did, and when; every instant is on a quarter of an hour.
 *
 * @param community the community's zone
 * @param home the member's zone before the first act
 * @param begins no act comes before it
 */
public record Life(ZoneId community, ZoneId home, Instant begins, List<Act> acts) {

  /**
   * Zones that differ by up to 26 hours, by quarters of an hour, and in the hour at which their
   * clocks change.
   */
  static final List<ZoneId> ZONES =
      List.of(
              "UTC",
              "Asia/Kolkata",
              "Asia/Kathmandu",
              "America/New_York",
              "America/Havana",
              "America/Santiago",
              "America/Nuuk",
              "Europe/London",
              "Africa/Cairo",
              "Africa/El_Aaiun",
              "Asia/Beirut",
              "Australia/Lord_Howe",
              "Antarctica/Casey",
              "Antarctica/Troll",
              "Pacific/Chatham",
              "Pacific/Apia",
              "Pacific/Kiritimati",
              "Pacific/Honolulu",
              "Pacific/Pago_Pago",
              "Etc/GMT+12")
          .stream()
          .map(ZoneId::of)
          .toList();

  private static final List<Instant> BEGINNINGS =
      List.of(
          Instant.parse("2026-01-01T00:00:00Z"),
          Instant.parse("2026-03-01T00:00:00Z"),
          Instant.parse("2026-10-01T00:00:00Z"),
          Instant.parse("2011-12-15T00:00:00Z"),
          Instant.parse("2010-02-25T00:00:00Z"));

  static final Duration QUARTER = Duration.ofMinutes(15);

  /** The instant of the last act. */
  public Instant ends() {
    return acts.isEmpty() ? begins : acts.getLast().at();
  }

  /** Something done at an instant. */
  public record Act(Instant at, Deed deed) {}

  /** What can be done. */
  sealed interface Deed {
    record CheckIn() implements Deed {}

    record CheckInLate() implements Deed {}

    record Undo() implements Deed {}

    record Move(ZoneId zone) implements Deed {}

    record Rest(Set<DayOfWeek> weekdays) implements Deed {}

    record Pause(int days) implements Deed {}

    record EndPause() implements Deed {}

    record Grant(int daysAgo) implements Deed {}

    record Revoke(int daysAgo) implements Deed {}

    record Excuse(int daysAgo) implements Deed {}

    record Policy(StreakPolicy policy) implements Deed {}

    record Outage(Duration lasted) implements Deed {}
  }

  /** This life with fewer acts. */
  public Life with(List<Act> fewer) {
    return new Life(community, home, begins, fewer);
  }

  @Override
  public String toString() {
    return "community in "
        + community
        + ", member in "
        + home
        + "\n"
        + acts.stream().map(Act::toString).collect(Collectors.joining("\n"));
  }

  /** A life of a few weeks to a few months: diligent or lazy, settled or restless. */
  public static Life generate(RandomGenerator random) {
    return generate(
        random,
        random.nextBoolean() ? ZoneId.of("UTC") : Property.oneOf(random, ZONES),
        Property.oneOf(random, BEGINNINGS));
  }

  /** A life in a community from an instant on. */
  public static Life generate(RandomGenerator random, ZoneId community, Instant begins) {
    ZoneId home = Property.oneOf(random, ZONES);
    double diligence = 0.5 + random.nextDouble() / 2;
    double wanderlust = random.nextInt(3) == 0 ? 0.3 : random.nextDouble() * 0.05;
    Instant at = begins;
    List<Act> acts = new ArrayList<>();
    int days = 5 + random.nextInt(60);
    for (int day = 0; day < days; day++) {
      if (random.nextInt(40) == 0) {
        at = at.plus(Duration.ofDays(2 + random.nextInt(6)));
      }
      for (int visit = 0; visit < 2; visit++) {
        at = at.plus(QUARTER.multipliedBy(random.nextInt(96)));
        if (random.nextDouble() < wanderlust) {
          acts.add(new Act(at, new Deed.Move(Property.oneOf(random, ZONES))));
        } else if (random.nextInt(8) == 0) {
          acts.add(new Act(at, deed(random)));
        } else if (random.nextDouble() < diligence) {
          acts.add(new Act(at, new Deed.CheckIn()));
        } else {
          switch (random.nextInt(6)) {
            case 0, 1 -> acts.add(new Act(at, new Deed.CheckInLate()));
            case 2 -> acts.add(new Act(at, new Deed.Undo()));
            default -> {}
          }
        }
      }
    }
    return new Life(community, home, begins, acts);
  }

  private static Deed deed(RandomGenerator random) {
    return switch (random.nextInt(9)) {
      case 0 -> new Deed.Rest(weekdays(random));
      case 1 -> new Deed.Pause(random.nextInt(12));
      case 2 -> new Deed.EndPause();
      case 3, 4 -> new Deed.Grant(1 + random.nextInt(4));
      case 5 -> new Deed.Revoke(random.nextInt(10));
      case 6 -> new Deed.Excuse(1 + random.nextInt(6));
      case 7 -> new Deed.Outage(QUARTER.multipliedBy(random.nextInt(20)));
      default ->
          new Deed.Policy(
              new StreakPolicy(
                  random.nextInt(3),
                  1 + random.nextInt(7),
                  random.nextInt(4),
                  random.nextInt(4),
                  random.nextInt(9),
                  random.nextInt(4),
                  LocalTime.of(random.nextInt(7), 0),
                  false));
    };
  }

  private static Set<DayOfWeek> weekdays(RandomGenerator random) {
    Set<DayOfWeek> weekdays = EnumSet.noneOf(DayOfWeek.class);
    for (int i = random.nextInt(3); i > 0; i--) {
      weekdays.add(Property.oneOf(random, List.of(DayOfWeek.values())));
    }
    return weekdays;
  }

  /** The history on record after some of the acts, kept as a community's services keep it. */
  public static final class Recorder {
    private final ZoneId community;
    private Decisions<StreakPolicy> decisions = Decisions.none(StreakPolicy.DEFAULT);
    private MemberHistory history;

    public Recorder(Life life) {
      community = life.community();
      history = MemberHistory.in(life.home()).metAt(life.begins()).build();
    }

    public MemberHistory history() {
      return history;
    }

    /**
     * Records an act, and answers the earliest day that it may have corrected; LocalDate.MAX where
     * it is none.
     */
    public LocalDate record(Act act) {
      LocalDate today = history.today(act.at());
      StreakPolicy policy = history.policy().at(today);
      MemberHistory.Builder more = history.and();
      LocalDate corrected = LocalDate.MAX;
      switch (act.deed()) {
        case Deed.CheckIn _ -> {
          if (!history.revoked().containsKey(today)) {
            more.checkIn(today);
          }
        }
        case Deed.CheckInLate _ -> {
          if (history.lateRefusal(act.at()).isEmpty()) {
            corrected = today.minusDays(1);
            more.checkInLate(today);
          }
        }
        case Deed.Undo _ -> {
          Optional<LocalDate> undone = history.undoable(act.at());
          corrected = undone.orElse(corrected);
          undone.ifPresent(more::undo);
        }
        case Deed.Move(ZoneId zone) -> more.zone(act.at(), zone);
        case Deed.Rest(Set<DayOfWeek> weekdays) -> {
          if (policy.allowsRestOn(weekdays)) {
            more.rest(today, weekdays);
          }
        }
        case Deed.Pause(int days) -> {
          LocalDate from = Pause.firstDay(today);
          if (Pause.allowed(from, today.plusDays(days))) {
            more.pause(new Pause(today, from, today.plusDays(days)));
          }
        }
        case Deed.EndPause _ -> more.endPause(today);
        case Deed.Grant(int daysAgo) -> {
          corrected = today.minusDays(daysAgo);
          more.grant(corrected, "forgot");
        }
        case Deed.Revoke(int daysAgo) -> {
          corrected = today.minusDays(daysAgo);
          more.revoke(corrected, "not so");
        }
        case Deed.Excuse(int daysAgo) -> {
          corrected = today.minusDays(daysAgo);
          more.excuse(corrected, "ill");
        }
        case Deed.Policy(StreakPolicy changed) -> {
          LocalDate communityDay = new StudyClock(community, decisions.timeline()).dayAt(act.at());
          List<Decisions.Decision<StreakPolicy>> made = new ArrayList<>(decisions.made());
          made.add(new Decisions.Decision<>(act.at(), communityDay.plusDays(1), changed));
          decisions = new Decisions<>(StreakPolicy.DEFAULT, made);
          ZoneHistory zones = history.zones();
          more.policy(decisions.timeline((at, before) -> new StudyDays(zones, before).today(at)));
        }
        case Deed.Outage(Duration lasted) -> {
          corrected = today.minusDays(2);
          more.outage(act.at().minus(lasted), act.at());
        }
      }
      history = more.build();
      return corrected;
    }
  }
}
