package dev.cairn.feature.streak;

import dev.cairn.feature.member.Member;

/**
 * Told when what is kept of a member's streak was derived anew, and no day was checked or corrected
 * for it.
 */
@FunctionalInterface
public interface StreakListener {

  /** A streak was derived anew, in the transaction under way. */
  void streakChanged(Member member);
}
