package dev.cairn.domain.recall;

import dev.cairn.domain.recall.Memory.Phase;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * The Free Spaced Repetition Scheduler, version 6, with its published default parameters and steps:
 * after each answer it estimates how long the card will be remembered, and asks again when the
 * chance of recall has fallen to nine in ten.
 *
 * <p>Where implementations differ, this follows py-fsrs 6 with fuzzing off: intervals are whole
 * days, rounded half to even, and a day has passed after 24 hours.
 *
 * @see <a href="https://github.com/open-spaced-repetition/py-fsrs">py-fsrs</a>
 */
public final class Fsrs {
  /** The weights, named w0 to w20 in the algorithm's description. */
  private static final double[] W = {
    0.212, 1.2931, 2.3065, 8.2956, 6.4133, 0.8334, 3.0194, 0.001, 1.8722, 0.1666, 0.796, 1.4835,
    0.0614, 0.2629, 1.6483, 0.6014, 1.8729, 0.5425, 0.0912, 0.0658, 0.1542
  };

  private static final double DECAY = -W[20];
  private static final double DESIRED_RETENTION = 0.9;

  /** Makes the forgetting curve pass through 90 % after as many days as the stability says. */
  private static final double FACTOR = Math.pow(0.9, 1 / DECAY) - 1;

  private static final double LEAST_STABILITY = 0.001;
  private static final double LEAST_DIFFICULTY = 1;
  private static final double GREATEST_DIFFICULTY = 10;
  private static final int LONGEST_INTERVAL = 36_500;

  private static final List<Duration> LEARNING_STEPS =
      List.of(Duration.ofMinutes(1), Duration.ofMinutes(10));
  private static final List<Duration> RELEARNING_STEPS = List.of(Duration.ofMinutes(10));

  private Fsrs() {}

  /** The memory of a card after it was answered at an instant. */
  public static Memory review(Memory memory, Rating rating, Instant at) {
    double stability;
    double difficulty;
    if (memory.isSeen()) {
      stability =
          elapsedDays(memory, at) < 1
              ? shortTermStability(memory.stability(), rating)
              : nextStability(memory, rating, at);
      difficulty = nextDifficulty(memory.difficulty(), rating);
    } else {
      stability = Math.max(W[rating.grade() - 1], LEAST_STABILITY);
      difficulty = clampDifficulty(initialDifficulty(rating));
    }
    return switch (memory.phase()) {
      case LEARNING ->
          stepped(Phase.LEARNING, LEARNING_STEPS, memory.step(), rating, stability, difficulty, at);
      case RELEARNING ->
          stepped(
              Phase.RELEARNING, RELEARNING_STEPS, memory.step(), rating, stability, difficulty, at);
      case REVIEW ->
          rating == Rating.AGAIN
              ? new Memory(
                  Phase.RELEARNING,
                  0,
                  stability,
                  difficulty,
                  at.plus(RELEARNING_STEPS.getFirst()),
                  at)
              : learned(stability, difficulty, at);
    };
  }

  /** The chance, 0 to 1, that the card would be recalled at an instant. */
  public static double retrievability(Memory memory, Instant at) {
    if (!memory.isSeen()) {
      return 0;
    }
    return Math.pow(1 + FACTOR * Math.max(0, elapsedDays(memory, at)) / memory.stability(), DECAY);
  }

  /** How many whole days lie between the last answer and the next asking. */
  public static long intervalDays(Memory memory) {
    return memory.lastReview() == null
        ? 0
        : Duration.between(memory.lastReview(), memory.due()).toDays();
  }

  /** Whole days since the last answer, rounded down: below 0 where a clock was put back. */
  private static long elapsedDays(Memory memory, Instant at) {
    Instant last = memory.lastReview();
    return last == null
        ? 0
        : Math.floorDiv(Duration.between(last, at).toSeconds(), Duration.ofDays(1).toSeconds());
  }

  private static Memory stepped(
      Phase phase,
      List<Duration> steps,
      int step,
      Rating rating,
      double stability,
      double difficulty,
      Instant at) {
    return switch (rating) {
      case AGAIN -> new Memory(phase, 0, stability, difficulty, at.plus(steps.getFirst()), at);
      case HARD ->
          new Memory(phase, step, stability, difficulty, at.plus(hardStep(steps, step)), at);
      case GOOD ->
          step + 1 >= steps.size()
              ? learned(stability, difficulty, at)
              : new Memory(
                  phase, step + 1, stability, difficulty, at.plus(steps.get(step + 1)), at);
      case EASY -> learned(stability, difficulty, at);
    };
  }

  /** On the first step, between it and the next; where there is no next, half as long again. */
  private static Duration hardStep(List<Duration> steps, int step) {
    if (step > 0) {
      return steps.get(step);
    }
    Duration first = steps.getFirst();
    return steps.size() == 1
        ? first.multipliedBy(3).dividedBy(2)
        : first.plus(steps.get(1)).dividedBy(2);
  }

  private static Memory learned(double stability, double difficulty, Instant at) {
    return new Memory(
        Phase.REVIEW, 0, stability, difficulty, at.plus(Duration.ofDays(interval(stability))), at);
  }

  private static long interval(double stability) {
    double days = stability / FACTOR * (Math.pow(DESIRED_RETENTION, 1 / DECAY) - 1);
    return Math.clamp((long) Math.rint(days), 1, LONGEST_INTERVAL);
  }

  private static double initialDifficulty(Rating rating) {
    return W[4] - Math.exp(W[5] * (rating.grade() - 1)) + 1;
  }

  private static double nextDifficulty(double difficulty, Rating rating) {
    double change = -W[6] * (rating.grade() - 3);
    double damped = difficulty + (10 - difficulty) * change / 9;
    return clampDifficulty(W[7] * initialDifficulty(Rating.EASY) + (1 - W[7]) * damped);
  }

  private static double clampDifficulty(double difficulty) {
    return Math.clamp(difficulty, LEAST_DIFFICULTY, GREATEST_DIFFICULTY);
  }

  private static double shortTermStability(double stability, Rating rating) {
    double increase = Math.exp(W[17] * (rating.grade() - 3 + W[18])) * Math.pow(stability, -W[19]);
    boolean mayNotFall = rating == Rating.GOOD || rating == Rating.EASY;
    return Math.max(stability * (mayNotFall ? Math.max(increase, 1) : increase), LEAST_STABILITY);
  }

  private static double nextStability(Memory memory, Rating rating, Instant at) {
    double retrievability = retrievability(memory, at);
    double next =
        rating.isRecalled()
            ? stabilityRecalled(memory, rating, retrievability)
            : stabilityForgotten(memory, retrievability);
    return Math.max(next, LEAST_STABILITY);
  }

  private static double stabilityRecalled(Memory memory, Rating rating, double retrievability) {
    double penalty = rating == Rating.HARD ? W[15] : 1;
    double bonus = rating == Rating.EASY ? W[16] : 1;
    return memory.stability()
        * (1
            + Math.exp(W[8])
                * (11 - memory.difficulty())
                * Math.pow(memory.stability(), -W[9])
                * (Math.exp((1 - retrievability) * W[10]) - 1)
                * penalty
                * bonus);
  }

  private static double stabilityForgotten(Memory memory, double retrievability) {
    double longTerm =
        W[11]
            * Math.pow(memory.difficulty(), -W[12])
            * (Math.pow(memory.stability() + 1, W[13]) - 1)
            * Math.exp((1 - retrievability) * W[14]);
    return Math.min(longTerm, memory.stability() / Math.exp(W[17] * W[18]));
  }
}
