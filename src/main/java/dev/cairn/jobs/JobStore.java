package dev.cairn.jobs;

import dev.cairn.jobs.JobQueue.Entry;
import java.time.Instant;
import java.util.Optional;

/** The jobs, for whoever works it off one entry at a time. */
public interface JobStore {

  /**
   * The entry that is due first, if it is due by an instant; among those of one instant, by kind
   * and subject.
   */
  Optional<Due> next(Instant until);

  /** It is done. */
  void remove(Entry entry);

  /** It is to be tried again. */
  void postpone(Entry entry, Instant until);

  /** Ends every claim on an entry, whoever made it. */
  void endClaims();

  /**
   * An entry and when it is due: when it was planned for, or later after a failure.
   *
   * @param failures how often it has failed
   */
  record Due(Entry entry, Instant at, int failures) {}
}
