package dev.cairn.picture;

import static java.util.stream.Collectors.joining;

import dev.cairn.domain.streak.Ledger;
import dev.cairn.domain.streak.Streak;
import dev.cairn.picture.text.DisplayName;
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
 * @param streak where the streak stands
 * @param days the state of each day, the last of them today
 */
public record CalendarHeatmap(String member, Streak streak, List<DayState> days)
    implements Drawing {
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
    LocalDate today = streak.today();
    int year = (int) ChronoUnit.DAYS.between(today.minusYears(1), today);
    days = List.copyOf(days.subList(Math.max(0, days.size() - year), days.size()));
  }

  /** The calendar of a member whose streak was explained. */
  public static CalendarHeatmap of(String member, Streak streak, Ledger ledger) {
    List<DayState> days =
        ledger.entries().stream().map(entry -> DayState.of(entry.verdict())).toList();
    return new CalendarHeatmap(member, streak, days.isEmpty() ? List.of(DayState.OPEN) : days);
  }

  /** The date of the first of the days. */
  public LocalDate first() {
    return today().minusDays(days.size() - 1L);
  }

  /** The date of the last of the days. */
  public LocalDate today() {
    return streak.today();
  }

  /** How many of the days shown are in a state. */
  public int count(DayState state) {
    return (int) days.stream().filter(state::equals).count();
  }

  /** The dates shown, such as {@code 1 Mar 2026 – 9 Apr 2026}. */
  String span() {
    return days.size() == 1
        ? DATE.format(first())
        : DATE.format(first()) + " – " + DATE.format(today());
  }

  @Override
  public String altText() {
    String states =
        Arrays.stream(DayState.values())
            .filter(state -> count(state) > 0)
            .map(state -> Count.of(count(state), "day") + " " + state.word())
            .collect(joining(", "));
    Streak.Recent recent = streak.recent();
    String steady =
        recent.days() == 0
            ? ""
            : " Checked %d of the last %s."
                .formatted(recent.checked(), Count.of(recent.days(), "day"));
    return "Study calendar of %s, %s. Streak: %s. Longest: %s. %s left.%s %s."
        .formatted(
            member,
            span(),
            Count.of(streak.length(), "day"),
            Count.of(streak.longest(), "day"),
            Count.of(streak.freezes(), "freeze"),
            steady,
            states);
  }

  @Override
  public String fileName() {
    return "study-calendar.png";
  }
}
