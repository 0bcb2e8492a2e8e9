package dev.cairn.feature.member;

import java.time.Instant;
import java.util.List;
import java.util.function.BiConsumer;

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

  /**
   * Something that both have, or that goes with an account.
   *
   * @param share gives the second member what the first one has
   */
  static LinkParticipant sharing(BiConsumer<Member, Member> share) {
    return new LinkParticipant() {
      @Override
      public List<String> linked(Member survivor, Member absorbed, Instant at) {
        share.accept(absorbed, survivor);
        return List.of();
      }

      @Override
      public void unlinked(Member survivor, Member absorbed, Instant at) {
        share.accept(survivor, absorbed);
      }
    };
  }
}
