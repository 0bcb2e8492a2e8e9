package dev.cairn.picture;

import static java.util.stream.Collectors.joining;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * A member's days, a week to a column: the last year, or all since the first where they are fewer.
 *
 * @param member the member's name
 * @param first the date of the first day
 * @param days the state of each day from the first to today
 * @param figures where the streak stands
 */
public record CalendarHeatmap(
    String member, LocalDate first, List<DayState> days, StreakFigures figures) implements Drawing {
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("d MMM uuuu", Locale.ENGLISH);

  /**
   * Keeps of the days the last year.
   *
   * @throws IllegalArgumentException when there is no day
   */
  public CalendarHeatmap {
    if (days.isEmpty()) {
      throw new IllegalArgumentException("a calendar needs at least one day: today");
    }
    member = DisplayName.of(member);
    LocalDate today = first.plusDays(days.size() - 1L);
    LocalDate yearAgo = today.minusYears(1).plusDays(1);
    if (first.isBefore(yearAgo)) {
      days = days.subList((int) first.until(yearAgo, ChronoUnit.DAYS), days.size());
      first = yearAgo;
    }
    days = List.copyOf(days);
  }

  /** The last of the days. */
  public LocalDate today() {
    return first.plusDays(days.size() - 1L);
  }

  /** How many of the days shown are in a state. */
  public int count(DayState state) {
    return (int) days.stream().filter(state::equals).count();
  }

  /** The dates shown, such as {@code 1 Mar 2026 – 9 Apr 2026}. */
  String span() {
    return days.size() == 1
        ? DATE.format(first)
        : DATE.format(first) + " – " + DATE.format(today());
  }

  @Override
  public String altText() {
    String states =
        Arrays.stream(DayState.values())
            .filter(state -> count(state) > 0)
            .map(state -> Count.of(count(state), "day") + " " + state.word())
            .collect(joining(", "));
    String recent =
        figures.recentDays() == 0
            ? ""
            : " Checked %d of the last %s."
                .formatted(figures.recentChecked(), Count.of(figures.recentDays(), "day"));
    return "Study calendar of %s, %s. Streak: %s. Longest: %s. %s left.%s %s."
        .formatted(
            member,
            span(),
            Count.of(figures.streak(), "day"),
            Count.of(figures.longest(), "day"),
            Count.of(figures.freezes(), "freeze"),
            recent,
            states);
  }
}
