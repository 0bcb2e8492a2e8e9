package dev.cairn.simulation;

import dev.cairn.domain.recall.Fsrs;
import dev.cairn.domain.recall.Memory;
import dev.cairn.domain.recall.Rating;
import dev.cairn.domain.recall.ReviewPlan;
import dev.cairn.domain.recall.ReviewPlan.Limits;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;

/**
 * Does reviewing help? Learners of known forgetting study a topic of three cards a day for 180
 * days, and review by different schedules. Prints how many reviews a topic cost, and how much would
 * be remembered on the last day and a month after it. docs/learning.md reads the figures.
 */
public final class ReviewSimulation {
  private static final int LEARNERS = 40;
  private static final int DAYS = 180;
  private static final int CARDS_A_DAY = 3;
  private static final int MONTH = 30;
  private static final Instant START = Instant.parse("2026-01-01T09:00:00Z");

  private ReviewSimulation() {}

  /** When a card is asked again. */
  private sealed interface Schedule {
    String name();

    record Never() implements Schedule {
      @Override
      public String name() {
        return "no review";
      }
    }

    /** At equal distances, so many times. */
    record Uniform(int everyDays, int times) implements Schedule {
      @Override
      public String name() {
        return "every %d days, %d times".formatted(everyDays, times);
      }
    }

    /** At distances that double, so many times. */
    record Doubling(int firstDays, int times) implements Schedule {
      @Override
      public String name() {
        return "after %d days, doubling, %d times".formatted(firstDays, times);
      }
    }

    /** As Cairn does it. */
    record Adaptive(Limits limits) implements Schedule {
      @Override
      public String name() {
        return "FSRS, at most %d new and %d a day".formatted(limits.fresh(), limits.all());
      }
    }
  }

  private record Outcome(double reviewsPerTopic, double atTheEnd, double aMonthLater) {}

  /** Prints the table; the argument is a seed, 1 where there is none. */
  public static void main(String[] args) {
    long seed = args.length > 0 ? Long.parseLong(args[0]) : 1;
    List<Schedule> schedules =
        List.of(
            new Schedule.Never(),
            new Schedule.Uniform(14, 4),
            new Schedule.Doubling(3, 4),
            new Schedule.Uniform(10, 8),
            new Schedule.Uniform(7, 16),
            new Schedule.Uniform(3, 18),
            new Schedule.Adaptive(Limits.DEFAULT));
    System.out.printf("seed %d, %d learners%n", seed, LEARNERS);
    System.out.printf("%-40s %10s %8s %8s%n", "", "reviews", "day 180", "day 210");
    for (Schedule schedule : schedules) {
      Outcome outcome = mean(schedule, seed);
      System.out.printf(
          Locale.ROOT,
          "%-40s %10.1f %7.0f%% %7.0f%%%n",
          schedule.name(),
          outcome.reviewsPerTopic(),
          100 * outcome.atTheEnd(),
          100 * outcome.aMonthLater());
    }
  }

  private static Outcome mean(Schedule schedule, long seed) {
    double reviews = 0;
    double end = 0;
    double later = 0;
    for (int i = 0; i < LEARNERS; i++) {
      Outcome outcome = of(schedule, new Random(seed * 1_000_003 + i));
      reviews += outcome.reviewsPerTopic();
      end += outcome.atTheEnd();
      later += outcome.aMonthLater();
    }
    return new Outcome(reviews / LEARNERS, end / LEARNERS, later / LEARNERS);
  }

  private static Outcome of(Schedule schedule, Random random) {
    Learner learner = Learner.drawn(random);
    List<Learner.Trace> traces = new ArrayList<>();
    List<Memory> memories = new ArrayList<>();
    int reviews = 0;
    for (int day = 0; day < DAYS; day++) {
      reviews += reviewed(schedule, traces, memories, day, random);
      for (int card = 0; card < CARDS_A_DAY; card++) {
        traces.add(learner.learned(day));
        memories.add(Memory.unseen(at(day)));
      }
    }
    return new Outcome(
        (double) reviews / DAYS, remembered(traces, DAYS), remembered(traces, DAYS + MONTH));
  }

  private static int reviewed(
      Schedule schedule,
      List<Learner.Trace> traces,
      List<Memory> memories,
      int day,
      Random random) {
    return switch (schedule) {
      case Schedule.Never never -> 0;
      case Schedule.Uniform(int every, int times) -> {
        int asked = 0;
        for (int i = 1; i <= times; i++) {
          asked += askDay(traces, day - i * every, day, random);
        }
        yield asked;
      }
      case Schedule.Doubling(int first, int times) -> {
        int asked = 0;
        for (int i = 0, distance = first; i < times; i++, distance += first << i) {
          asked += askDay(traces, day - distance, day, random);
        }
        yield asked;
      }
      case Schedule.Adaptive(Limits limits) -> adaptive(limits, traces, memories, day, random);
    };
  }

  private static int askDay(List<Learner.Trace> traces, int learned, int day, Random random) {
    if (learned < 0) {
      return 0;
    }
    for (int card = 0; card < CARDS_A_DAY; card++) {
      traces.get(learned * CARDS_A_DAY + card).ask(day, random);
    }
    return CARDS_A_DAY;
  }

  /** One sitting: short steps are waited for, and each answer of a step counts as a review. */
  private static int adaptive(
      Limits limits, List<Learner.Trace> traces, List<Memory> memories, int day, Random random) {
    Set<String> asked = new HashSet<>();
    int fresh = 0;
    int reviews = 0;
    Instant now = at(day);
    LocalDate today = date(day);
    while (true) {
      List<ReviewPlan.Card> cards = new ArrayList<>();
      for (int i = 0; i < memories.size(); i++) {
        cards.add(
            new ReviewPlan.Card(
                Integer.toString(i),
                Integer.toString(i / CARDS_A_DAY),
                i % CARDS_A_DAY,
                date(i / CARDS_A_DAY),
                memories.get(i)));
      }
      ReviewPlan plan = new ReviewPlan(cards, limits, asked, fresh, today, now);
      ReviewPlan.Card next = plan.next(null).orElse(null);
      if (next == null) {
        Instant due = plan.nextDue().orElse(null);
        if (due == null || due.isAfter(at(day).plus(Duration.ofHours(1)))) {
          return reviews;
        }
        now = due;
        continue;
      }
      int card = Integer.parseInt(next.id());
      boolean recalled = traces.get(card).ask(day, random);
      fresh += next.memory().isSeen() ? 0 : 1;
      asked.add(next.id());
      memories.set(card, Fsrs.review(next.memory(), recalled ? Rating.GOOD : Rating.AGAIN, now));
      reviews++;
    }
  }

  private static double remembered(List<Learner.Trace> traces, int day) {
    return traces.stream().mapToDouble(trace -> trace.recall(day)).average().orElse(0);
  }

  private static Instant at(int day) {
    return START.plus(Duration.ofDays(day));
  }

  private static LocalDate date(int day) {
    return LocalDate.of(2026, 1, 1).plusDays(day);
  }
}
