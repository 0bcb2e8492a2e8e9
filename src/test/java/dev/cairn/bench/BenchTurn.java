package dev.cairn.bench;

import java.util.Arrays;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.IntUnaryOperator;

/**
 * What a number of interactions took.
 *
 * @param millis each, sorted
 * @param seconds all of them, by the wall clock
 * @param processorMillis an interaction
 * @param calls to the platform, an interaction
 */
@SuppressWarnings("ArrayRecordComponent")
record BenchTurn(double[] millis, double seconds, double processorMillis, double calls) {
  private static final int PATIENCE_SECONDS = 60;

  /** Lets members do something, so many of them at once. */
  static BenchTurn of(
      Target target, BenchStep step, int count, int inFlight, IntUnaryOperator users)
      throws InterruptedException {
    Semaphore free = new Semaphore(inFlight);
    Exchange[] exchanges = new Exchange[count];
    long calls = target.calls();
    double processor = target.program().processorMillis();
    long began = System.nanoTime();
    for (int i = 0; i < count; i++) {
      take(free, 1, step);
      exchanges[i] = new Exchange(free::release);
      target.send(step, users.applyAsInt(i), exchanges[i]);
    }
    take(free, inFlight, step);
    double seconds = (System.nanoTime() - began) / 1e9;
    double[] millis =
        Arrays.stream(exchanges).mapToDouble(Exchange::milliseconds).sorted().toArray();
    return new BenchTurn(
        millis,
        seconds,
        (target.program().processorMillis() - processor) / count,
        (double) (target.calls() - calls) / count);
  }

  private static void take(Semaphore free, int permits, BenchStep step)
      throws InterruptedException {
    if (!free.tryAcquire(permits, PATIENCE_SECONDS, TimeUnit.SECONDS)) {
      throw new IllegalStateException(step + " was not answered");
    }
  }

  /** A quantile, in milliseconds. */
  double quantile(double part) {
    return millis[(int) Math.min(millis.length - 1L, Math.round(part * millis.length))];
  }

  double rate() {
    return millis.length / seconds;
  }
}
