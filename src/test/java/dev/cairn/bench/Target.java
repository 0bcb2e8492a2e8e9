package dev.cairn.bench;

/** A program that is measured, and the stand-in of a platform that it is connected to. */
interface Target extends AutoCloseable {
  /** Has somebody do something; the exchange is told when it was sent, and when it was answered. */
  void send(BenchStep step, int user, Exchange exchange);

  /** Requests and messages that the program has sent to the platform so far. */
  long calls();

  /** The program. */
  Program program();

  /** Milliseconds from the start of the process until its commands are registered. */
  double startMillis();

  @Override
  void close();
}
