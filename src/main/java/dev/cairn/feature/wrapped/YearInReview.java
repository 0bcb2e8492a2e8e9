package dev.cairn.feature.wrapped;

import dev.cairn.domain.day.Verdict;
import dev.cairn.domain.streak.Ledger;
import dev.cairn.picture.YearCard;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A member's days, over a year at most.
 *
 * @param entries of the ledger, oldest first; not empty
 */
record YearInReview(List<Ledger.Entry> entries) {
  /** How many days are looked back on, today included. */
  private static final int MOST_DAYS = 365;

  YearInReview {
    entries = List.copyOf(entries.subList(Math.max(0, entries.size() - MOST_DAYS), entries.size()));
  }

  LocalDate from() {
    return entries.getFirst().day();
  }

  LocalDate until() {
    return entries.getLast().day();
  }

  private Stream<LocalDate> studied() {
    return entries.stream()
        .filter(entry -> entry.verdict() instanceof Verdict.Checked)
        .map(Ledger.Entry::day);
  }

  int days() {
    return (int) studied().count();
  }

  /** The longest that the streak was on one of the days. */
  int longest() {
    return entries.stream().mapToInt(Ledger.Entry::streak).max().orElse(0);
  }

  /** The weekday with the most studied days; the first of several. */
  Optional<DayOfWeek> weekday() {
    return mostFrequent(studied().map(LocalDate::getDayOfWeek));
  }

  /** The hour in which most check-ins were made, by the clock of then; the first of several. */
  static Optional<LocalTime> hour(Collection<Instant> times, Function<Instant, ZoneId> zone) {
    Stream<LocalTime> hours =
        times.stream()
            .map(at -> LocalTime.ofInstant(at, zone.apply(at)).truncatedTo(ChronoUnit.HOURS));
    return mostFrequent(hours);
  }

  private static <T extends Comparable<T>> Optional<T> mostFrequent(Stream<T> all) {
    TreeMap<T, Long> counts =
        all.collect(Collectors.groupingBy(each -> each, TreeMap::new, Collectors.counting()));
    Comparator<Map.Entry<T, Long>> byCount = Map.Entry.comparingByValue();
    return counts.descendingMap().entrySet().stream()
        .reduce((one, other) -> byCount.compare(one, other) > 0 ? one : other)
        .map(Map.Entry::getKey);
  }

  /** The months, in order. */
  List<YearCard.Month> months() {
    Map<YearMonth, Long> studied =
        studied().collect(Collectors.groupingBy(YearMonth::from, Collectors.counting()));
    TreeMap<YearMonth, Long> all =
        entries.stream()
            .map(Ledger.Entry::day)
            .collect(Collectors.groupingBy(YearMonth::from, TreeMap::new, Collectors.counting()));
    return all.entrySet().stream()
        .map(month ->
            new YearCard.Month(
                month.getKey(),
                studied.getOrDefault(month.getKey(), 0L).intValue(),
                month.getValue().intValue()))
        .toList();
  }
}
