package dev.cairn.feature.roadmap;

import dev.cairn.catalog.Catalog;
import dev.cairn.catalog.JourneyDay;
import dev.cairn.catalog.Roadmap;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Where a learner is on a roadmap. A step is done when every day of the journey on one of its
 * topics has been studied; when the others will be is reckoned from the learner's pace of the last
 * four weeks.
 *
 * @param studied the days of the journey that were studied, by id, and when each first was
 * @param skipped which days the learner's own path leaves out; no step waits for them
 * @param today the learner's study day
 */
public record RoadmapMarks(
    Map<String, LocalDate> studied, Predicate<JourneyDay> skipped, LocalDate today) {
  private static final int PACE_DAYS = 28;

  /** A pace taken from fewer days than this would promise too much. */
  private static final int LEAST_PACE_DAYS = 7;

  /** Whether a step is behind the learner. */
  enum State {
    DONE,
    NEXT,
    LATER
  }

  /**
   * A step, as far as the learner has come with it.
   *
   * @param studied how many of its days were studied
   * @param of how many days it has
   * @param next the first of its days that was not studied; null where all were
   * @param by when it will be done at the learner's pace; empty where it is, or where they have no
   *     pace yet
   */
  record Mark(
      State state, int studied, int of, Optional<JourneyDay> next, Optional<LocalDate> by) {}

  /** A mark for each step of a roadmap, in order; empty for a step that has no day. */
  List<Optional<Mark>> on(Catalog catalog, Roadmap roadmap) {
    List<Optional<Mark>> marks = new ArrayList<>();
    Set<String> before = new HashSet<>();
    boolean nextFound = false;
    for (Roadmap.Step step : roadmap.steps()) {
      List<JourneyDay> days = days(catalog, step);
      List<JourneyDay> missing =
          days.stream().filter(day -> !studied.containsKey(day.id())).toList();
      if (days.isEmpty()) {
        marks.add(Optional.empty());
        continue;
      }
      missing.forEach(day -> before.add(day.id()));
      State state = missing.isEmpty() ? State.DONE : nextFound ? State.LATER : State.NEXT;
      nextFound |= state == State.NEXT;
      marks.add(
          Optional.of(
              new Mark(
                  state,
                  days.size() - missing.size(),
                  days.size(),
                  missing.stream().findFirst(),
                  missing.isEmpty() ? Optional.empty() : dateAfter(before.size()))));
    }
    return marks;
  }

  private List<JourneyDay> days(Catalog catalog, Roadmap.Step step) {
    return catalog.journey().stream()
        .filter(day -> day.topics().stream().anyMatch(step.topics()::contains))
        .filter(skipped.negate())
        .toList();
  }

  /** The date on which so many more days will have been studied. */
  private Optional<LocalDate> dateAfter(int days) {
    Optional<LocalDate> first = studied.values().stream().min(LocalDate::compareTo);
    if (first.isEmpty()) {
      return Optional.empty();
    }
    LocalDate recently = today.minusDays(PACE_DAYS - 1L);
    LocalDate from = first.get().isAfter(recently) ? first.get() : recently;
    long lately = studied.values().stream().filter(day -> !day.isBefore(from)).count();
    if (lately == 0) {
      return Optional.empty();
    }
    long span = Math.max(LEAST_PACE_DAYS, today.toEpochDay() - from.toEpochDay() + 1);
    return Optional.of(today.plusDays((days * span + lately - 1) / lately));
  }
}
