package dev.cairn.simulation;

import java.util.Random;

/**
 * A learner whose forgetting is known, because it is made up: the chance to recall a card halves
 * with each half-life that has passed, and a half-life grows with each recall, the more the closer
 * the card was to being forgotten. This is deliberately another model than the one by which Cairn
 * schedules, so that the schedule has nothing to gain from being judged by its own assumptions.
 *
 * @param firstHalfLife of a card that was just learned, in days
 * @param growth by how much a recall at the last moment lengthens the half-life: 1 doubles it
 * @param loss what is left of the half-life after a card was forgotten and learned anew
 */
record Learner(double firstHalfLife, double growth, double loss) {

  /** A learner drawn from a population: some remember for hours, some for a week. */
  static Learner drawn(Random random) {
    return new Learner(
        Math.exp(random.nextGaussian() * 0.6 + Math.log(2.5)),
        1.2 + random.nextDouble() * 1.2,
        0.3 + random.nextDouble() * 0.3);
  }

  /** A card that was learned on a day. */
  Trace learned(int day) {
    return new Trace(day, firstHalfLife);
  }

  /** What is left of a card in the learner's head. */
  final class Trace {
    private int lastDay;
    private double halfLife;

    private Trace(int day, double halfLife) {
      this.lastDay = day;
      this.halfLife = halfLife;
    }

    /** The chance that it is recalled on a day. */
    double recall(int day) {
      return Math.pow(2, -(day - lastDay) / halfLife);
    }

    /** Asks the card on a day, and has it learned anew where it was forgotten. */
    boolean ask(int day, Random random) {
      double chance = recall(day);
      boolean recalled = random.nextDouble() < chance;
      halfLife = recalled ? halfLife * (1 + growth * (1 - chance) * 2) : halfLife * loss;
      halfLife = Math.max(halfLife, firstHalfLife / 2);
      lastDay = day;
      return recalled;
    }
  }
}
