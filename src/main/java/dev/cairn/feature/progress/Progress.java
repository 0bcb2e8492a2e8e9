package dev.cairn.feature.progress;

import dev.cairn.catalog.Catalog;
import dev.cairn.catalog.JourneyDay;
import dev.cairn.catalog.Stage;
import dev.cairn.feature.path.Paths;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * How far somebody is on the journey.
 *
 * @param catalog what is studied
 * @param studied each day of the journey that they studied, by its id, and the study day on which
 *     they first did; ids of days that the catalogue no longer has count for nothing
 * @param reported how many minutes they said they studied, by study day
 * @param ownWay their position on a path of their own; empty if they follow the community
 */
public record Progress(
    Catalog catalog,
    Map<String, LocalDate> studied,
    Map<LocalDate, Integer> reported,
    Optional<Paths.OwnWay> ownWay) {

  /** How many days of the journey they studied. */
  int count() {
    return (int) catalog.journey().stream().filter(this::isStudied).count();
  }

  /** How many days the journey has. */
  int of() {
    return catalog.journey().size();
  }

  private boolean isStudied(JourneyDay day) {
    return studied.containsKey(day.id());
  }

  /**
   * The day to go on with: the first after the last that they studied; when the end is reached, the
   * first of those that were skipped. On a path of their own, the next day of that path.
   */
  Optional<JourneyDay> next() {
    if (ownWay.isPresent()) {
      return ownWay.get().next();
    }
    int furthest = furthest();
    return catalog.journey().stream()
        .filter(day -> day.day() > furthest)
        .findFirst()
        .or(() -> skipped().stream().findFirst());
  }

  /** The skipped days: those before the last studied day that were not studied, in order. */
  List<JourneyDay> skipped() {
    int furthest = furthest();
    return catalog.journey().stream()
        .filter(day -> day.day() < furthest && !isStudied(day))
        .toList();
  }

  private int furthest() {
    return catalog.journey().stream()
        .filter(this::isStudied)
        .mapToInt(JourneyDay::day)
        .max()
        .orElse(0);
  }

  /** A stage, and how many of its days were studied. */
  record StageProgress(Stage stage, int studied, int of) {}

  /** All stages, in order. */
  List<StageProgress> stages() {
    return catalog.stages().stream()
        .map(stage -> {
          List<JourneyDay> days = catalog.journey().subList(stage.firstDay() - 1, stage.lastDay());
          return new StageProgress(
              stage, (int) days.stream().filter(this::isStudied).count(), days.size());
        })
        .toList();
  }

  /**
   * How many minutes they studied: on study days of which they said so, what they said; on the
   * others, the core minutes of the days of the journey that they first studied then.
   */
  int minutes() {
    return minutes(LocalDate.MIN, LocalDate.MAX);
  }

  /** The same for the study days from one to another, both included. */
  public int minutes(LocalDate from, LocalDate until) {
    Predicate<LocalDate> within = day -> !day.isBefore(from) && !day.isAfter(until);
    int said =
        reported.entrySet().stream()
            .filter(day -> within.test(day.getKey()))
            .mapToInt(Map.Entry::getValue)
            .sum();
    int planned =
        catalog.journey().stream()
            .filter(day -> {
              LocalDate on = studied.get(day.id());
              return on != null && within.test(on) && !reported.containsKey(on);
            })
            .mapToInt(day -> day.minutes().core())
            .sum();
    return said + planned;
  }
}
