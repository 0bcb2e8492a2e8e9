package dev.cairn.picture;

import static java.util.stream.Collectors.joining;

import dev.cairn.picture.text.DisplayName;
import dev.cairn.picture.text.Graphemes;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A member's year in review.
 *
 * @param member the member's name
 * @param from the first day that is looked back on
 * @param until the last
 * @param days how many days were studied
 * @param of how many days are looked back on
 * @param weekday on which they studied most; null where they never did
 * @param hour in which they checked in most; null where that is not known
 * @param months in order, at most {@value #MAX_MONTHS}
 */
public record YearCard(
    String member,
    LocalDate from,
    LocalDate until,
    int days,
    int of,
    Figures figures,
    @Nullable DayOfWeek weekday,
    @Nullable LocalTime hour,
    List<Month> months)
    implements Drawing {
  /** The most months that days of one year can fall into. */
  public static final int MAX_MONTHS = 13;

  private static final int ALT_NAME = 40;
  private static final int MINUTES_AN_HOUR = 60;
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("d MMM uuuu", Locale.ENGLISH);
  private static final DateTimeFormatter HOUR = DateTimeFormatter.ofPattern("HH:mm");
  private static final DateTimeFormatter MONTH =
      DateTimeFormatter.ofPattern("MMMM uuuu", Locale.ENGLISH);

  /**
   * @throws IllegalArgumentException when there are more than {@value #MAX_MONTHS} months
   */
  public YearCard {
    if (months.size() > MAX_MONTHS) {
      throw new IllegalArgumentException("a year has at most %d months".formatted(MAX_MONTHS));
    }
    member = DisplayName.of(member);
    months = List.copyOf(months);
  }

  /**
   * What they reached.
   *
   * @param longest the longest streak, in days
   * @param minutes how long they studied
   * @param posts how many posts they wrote
   * @param races how many races their group won
   * @param milestones how many they reached
   */
  public record Figures(int longest, int minutes, int posts, int races, int milestones) {}

  /**
   * A month.
   *
   * @param days how many of its days were studied
   * @param of how many of its days are looked back on, at least 1
   */
  public record Month(YearMonth month, int days, int of) {
    /** {@code Jan}. */
    String label() {
      return month.getMonth().getDisplayName(TextStyle.SHORT, Locale.ENGLISH);
    }

    private String altText() {
      return "%s %d of %d".formatted(MONTH.format(month), days, of);
    }
  }

  /** {@code 1 Jan 2026 – 31 Dec 2026}. */
  String span() {
    return DATE.format(from) + " – " + DATE.format(until);
  }

  /** {@code 93 h}, or minutes where it is less than one. */
  String time() {
    int minutes = figures.minutes();
    return minutes < MINUTES_AN_HOUR
        ? Count.of(minutes) + " min"
        : Count.of(minutes / MINUTES_AN_HOUR) + " h";
  }

  /** {@code Tue 21:00}, as far as it is known; a dash where nothing is. */
  String favourite() {
    if (weekday == null) {
      return "–";
    }
    String day = weekday.getDisplayName(TextStyle.SHORT, Locale.ENGLISH);
    return hour == null ? day : day + " " + HOUR.format(hour);
  }

  @Override
  public String altText() {
    String mostly =
        weekday == null
            ? ""
            : " Favourite weekday: %s.%s"
                .formatted(
                    weekday.getDisplayName(TextStyle.FULL, Locale.ENGLISH),
                    hour == null ? "" : " Favourite hour: from " + HOUR.format(hour) + ".");
    String head =
        "The year of %s, %s. Days studied: %s of %s. Longest streak: %s. Time: %s. %s, %s won, %s.%s Days a month: "
            .formatted(
                DisplayName.isolated(Graphemes.shorten(member, ALT_NAME)),
                span(),
                Count.of(days),
                Count.of(of),
                Count.of(figures.longest(), "day"),
                Count.of(figures.minutes(), "minute"),
                Count.of(figures.posts(), "post"),
                Count.of(figures.races(), "race"),
                Count.of(figures.milestones(), "milestone"),
                mostly);
    return Graphemes.shorten(
        months.stream().map(Month::altText).collect(joining(", ", head, ".")), MAX_ALT_TEXT);
  }

  @Override
  public String fileName() {
    return "year-in-review.png";
  }
}
