package dev.cairn.platform.discord.answer;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Does something about what takes too long. Hardly anything does, so one thread looks after all of
 * it, and only while there is any: a timer each would have to be set and taken back every time.
 */
final class Watchdog {
  private final Set<Watch> watched = ConcurrentHashMap.newKeySet();
  private final AtomicBoolean awake = new AtomicBoolean();
  private final Duration round;

  /**
   * @param round between two looks, and so how late it may be at most
   */
  Watchdog(Duration round) {
    this.round = round;
  }

  /**
   * Watches what begins now.
   *
   * @param atMost how long it may take
   * @param overdue done on a thread of its own when it takes longer
   */
  Watch over(Duration atMost, Runnable overdue) {
    Watch watch = new Watch(System.nanoTime() + atMost.toNanos(), overdue);
    watched.add(watch);
    if (awake.compareAndSet(false, true)) {
      Thread.startVirtualThread(this::look);
    }
    return watch;
  }

  private void look() {
    do {
      try {
        Thread.sleep(round);
      } catch (InterruptedException unexpected) {
        throw new IllegalStateException(unexpected);
      }
      long now = System.nanoTime();
      List<Watch> overdue = watched.stream().filter(watch -> watch.due - now <= 0).toList();
      overdue.forEach(watched::remove);
      overdue.forEach(watch -> Thread.startVirtualThread(watch::expire));
    } while (!watched.isEmpty() || !rests());
  }

  /** Whether nothing came to be watched at the last moment. */
  private boolean rests() {
    awake.set(false);
    return watched.isEmpty() || !awake.compareAndSet(false, true);
  }

  /** Something that is watched. */
  final class Watch {
    /** By {@link System#nanoTime()}. */
    private final long due;

    private final Runnable overdue;
    private final AtomicBoolean decided = new AtomicBoolean();
    private final CompletableFuture<Void> handled = new CompletableFuture<>();

    private Watch(long due, Runnable overdue) {
      this.due = due;
      this.overdue = overdue;
    }

    /**
     * What is watched has ended.
     *
     * @return whether in time; if not, what had to be done about it has been done
     */
    boolean end() {
      watched.remove(this);
      boolean inTime = decided.compareAndSet(false, true);
      if (!inTime) {
        handled.join();
      }
      return inTime;
    }

    private void expire() {
      if (decided.compareAndSet(false, true)) {
        try {
          overdue.run();
        } finally {
          handled.complete(null);
        }
      }
    }
  }
}
