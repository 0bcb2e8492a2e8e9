package dev.cairn.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import java.util.stream.LongStream;

/**
 * Runs a property over generated cases. Case n is generated from seed n, so that every build tries
 * the same ones; {@code -Dcairn.cases=100000} tries more, and {@code -Dcairn.seed=n} replays one.
 */
public final class Property {
  private Property() {}

  /** Checks a property of whatever it generates itself. */
  public static void forAll(int cases, Consumer<RandomGenerator> property) {
    seeds(cases)
        .forEach(seed -> {
          try {
            property.accept(new Random(seed));
          } catch (AssertionError | RuntimeException broken) {
            throw new AssertionError(
                "broken by -Dcairn.seed=" + seed + ": " + broken.getMessage(), broken);
          }
        });
  }

  /**
   * Checks a property of a generated list of steps; one that breaks it is cut down before it is
   * reported.
   */
  public static <S, T> void forAll(
      int cases,
      Function<RandomGenerator, T> generator,
      Function<T, List<S>> steps,
      Rebuild<S, T> rebuild,
      Consumer<T> property) {
    forAll(
        cases,
        random -> {
          T whole = generator.apply(random);
          if (breaks(property, whole)) {
            T small = cutDown(whole, steps, rebuild, property);
            try {
              property.accept(small);
            } catch (AssertionError | RuntimeException broken) {
              throw new AssertionError(broken.getMessage() + "\nin " + small, broken);
            }
          }
        });
  }

  /** The same case with fewer steps. */
  public interface Rebuild<S, T> {
    T with(T whole, List<S> fewer);
  }

  private static <S, T> T cutDown(
      T broken, Function<T, List<S>> steps, Rebuild<S, T> rebuild, Consumer<T> property) {
    T smallest = broken;
    for (int length = steps.apply(smallest).size() / 2; length > 0; length /= 2) {
      for (int from = 0; from + length <= steps.apply(smallest).size(); ) {
        List<S> fewer = new ArrayList<>(steps.apply(smallest));
        fewer.subList(from, from + length).clear();
        T smaller = rebuild.with(smallest, fewer);
        if (breaks(property, smaller)) {
          smallest = smaller;
        } else {
          from++;
        }
      }
    }
    return smallest;
  }

  private static <T> boolean breaks(Consumer<T> property, T value) {
    try {
      property.accept(value);
      return false;
    } catch (AssertionError | RuntimeException broken) {
      return true;
    }
  }

  private static LongStream seeds(int cases) {
    Long replayed = Long.getLong("cairn.seed");
    return replayed == null
        ? LongStream.range(0, Integer.getInteger("cairn.cases", cases))
        : LongStream.of(replayed);
  }

  /** One of several. */
  public static <T> T oneOf(RandomGenerator random, List<T> values) {
    return values.get(random.nextInt(values.size()));
  }
}
