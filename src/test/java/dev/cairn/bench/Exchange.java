package dev.cairn.bench;

/** One interaction, from when it is sent until it is answered. */
final class Exchange {
  private final Runnable whenAnswered;
  private volatile long sent;
  private volatile long answered;

  /**
   * @param whenAnswered run once, by whoever brings the answer
   */
  Exchange(Runnable whenAnswered) {
    this.whenAnswered = whenAnswered;
  }

  void sentNow() {
    sent = System.nanoTime();
  }

  void answeredAt(long nanos) {
    answered = nanos;
    whenAnswered.run();
  }

  double milliseconds() {
    return (answered - sent) / 1e6;
  }
}
