package dev.cairn.command;

import java.util.List;
import java.util.concurrent.AbstractExecutorService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;

/**
 * A virtual thread for each thing that comes in, up to a number at once: whoever brings more waits
 * until there is room, so that what cannot be begun yet stays in the connection that it came
 * through, and out of the heap.
 */
public class BoundedThreads extends AbstractExecutorService {
  /** What comes in with all that belongs to it takes some 25 KB. */
  private static final int BYTES_EACH = 25 << 10;

  private static final int MOST = 4096;

  private final ExecutorService threads;
  private final Semaphore room;

  /** As many at once as a sixth of the heap holds. */
  public BoundedThreads(ThreadFactory virtual) {
    this(virtual, (int) Math.min(MOST, Runtime.getRuntime().maxMemory() / 6 / BYTES_EACH));
  }

  /**
   * @param virtual makes the threads
   * @param atOnce how many there are at most
   */
  public BoundedThreads(ThreadFactory virtual, int atOnce) {
    threads = Executors.newThreadPerTaskExecutor(virtual);
    room = new Semaphore(atOnce, true);
  }

  /**
   * Runs this on a thread of its own; blocks until there may be one more.
   *
   * @throws RejectedExecutionException when it is shut down
   */
  @Override
  public void execute(Runnable task) {
    room.acquireUninterruptibly();
    boolean begun = false;
    try {
      threads.execute(() -> {
        try {
          task.run();
        } finally {
          room.release();
        }
      });
      begun = true;
    } finally {
      if (!begun) {
        room.release();
      }
    }
  }

  /** Runs this on a thread of its own, whether there is room or not. */
  protected final void executeAtOnce(Runnable task) {
    threads.execute(task);
  }

  @Override
  public void shutdown() {
    threads.shutdown();
  }

  @Override
  public List<Runnable> shutdownNow() {
    return threads.shutdownNow();
  }

  @Override
  public boolean isShutdown() {
    return threads.isShutdown();
  }

  @Override
  public boolean isTerminated() {
    return threads.isTerminated();
  }

  @Override
  public boolean awaitTermination(long timeout, TimeUnit unit) throws InterruptedException {
    return threads.awaitTermination(timeout, unit);
  }
}
