package dev.cairn.feature.member;

import java.time.Instant;
import java.util.List;

/**
 * Keeps something that moves to the survivor when two members become one learner, and moves back
 * when they are two again. Both are told inside the transaction in which it happens, with both
 * members locked.
 */
public interface LinkParticipant {

  /**
   * The accounts of the absorbed member have moved to the survivor.
   *
   * @return what the learner has to be told, each a sentence; mostly nothing
   */
  List<String> linked(Member survivor, Member absorbed, Instant at);

  /** The accounts have gone back to the absorbed member. */
  void unlinked(Member survivor, Member absorbed, Instant at);
}
