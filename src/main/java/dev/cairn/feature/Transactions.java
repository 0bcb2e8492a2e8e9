package dev.cairn.feature;

import java.util.function.Supplier;

/**
 * Runs work so that all of it happens, or none of it. Store calls inside belong to the transaction;
 * outside, each stands alone.
 */
public interface Transactions {

  /**
   * Runs work that changes something. When it returns, the change is durable, power loss included.
   */
  <T> T write(Supplier<T> work);

  /** Runs work that only reads. */
  <T> T read(Supplier<T> work);

  /** Runs work that changes something and yields nothing. */
  default void write(Runnable work) {
    write(
        () -> {
          work.run();
          return true;
        });
  }
}
