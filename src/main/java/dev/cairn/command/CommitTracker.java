package dev.cairn.command;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;

/** Knows whether anything of what a command did is kept, so that nobody is told what is not so. */
public interface CommitTracker {
  /** For what keeps nothing. */
  CommitTracker NONE =
      new CommitTracker() {
        @Override
        public <T> T track(AtomicBoolean committed, Supplier<T> work) {
          return work.get();
        }

        @Override
        public <T> T undone(Supplier<T> work) {
          return work.get();
        }

        @Override
        public boolean isUnavailable() {
          return false;
        }
      };

  /**
   * Runs work on this thread.
   *
   * @param committed is set when something of it is kept, or may be
   */
  <T> T track(AtomicBoolean committed, Supplier<T> work);

  /** Runs work on this thread, and undoes whatever it changed. */
  <T> T undone(Supplier<T> work);

  /** Whether nothing can be kept at present, which the log has been told. */
  boolean isUnavailable();

  /** Whether what keeps things is somewhere else, and may leave a question without an answer. */
  default boolean mayHang() {
    return false;
  }

  /** Whether it answers at present; this is known within a second. */
  default boolean answers() {
    return true;
  }
}
