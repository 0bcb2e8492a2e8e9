package dev.cairn.feature.study;

import dev.cairn.feature.member.Member;
import java.time.Instant;

/** Told when a member has studied a day of the journey, or has not after all. */
@FunctionalInterface
public interface StudyListener {
  /** Nobody. */
  StudyListener NONE = (member, dayId, at) -> {};

  /**
   * It is on record, or no longer. Called in the transaction in which that changes.
   *
   * @param dayId the id of the day of the journey
   */
  void changed(Member member, String dayId, Instant at);
}
