package dev.cairn.platform.discord.receive;

import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** Counts what is being answered, so that a shutdown can wait for it. */
public final class InFlight {
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition empty = lock.newCondition();
  private int count;

  /** Does this, counted. */
  public void during(Runnable work) {
    change(1);
    try {
      work.run();
    } finally {
      change(-1);
    }
  }

  /** Waits until nothing is being answered; whether that came about in time. */
  public boolean awaitNone(Duration atMost) throws InterruptedException {
    long left = atMost.toNanos();
    lock.lock();
    try {
      while (count > 0) {
        if (left <= 0) {
          return false;
        }
        left = empty.awaitNanos(left);
      }
      return true;
    } finally {
      lock.unlock();
    }
  }

  private void change(int by) {
    lock.lock();
    try {
      count += by;
      if (count == 0) {
        empty.signalAll();
      }
    } finally {
      lock.unlock();
    }
  }
}
