package dev.cairn.jobs;

import java.time.Instant;

/**
 * A kind of work that falls due. It was planned with {@link JobQueue#plan}, and plans what follows
 * from it the same way.
 *
 * <p>A piece of work may be run again after a crash, and late; it may also have become pointless
 * since it was planned. All three it must see from what is on record.
 */
public interface JobHandler {

  /** What it is planned as: lower case, at most 16 letters, never changed. */
  String kind();

  /**
   * Does one piece of work. Whatever it throws, it is tried again later.
   *
   * @param job what it is about
   * @param due when it was planned for; the clock may be past it
   */
  void run(JobKey job, Instant due);
}
