package dev.cairn.feature.streak;

import dev.cairn.chat.Image;
import dev.cairn.domain.Ledger;
import dev.cairn.domain.Streak;
import dev.cairn.feature.member.Member;
import java.util.Optional;

/** Draws a streak as a calendar. */
@FunctionalInterface
public interface StreakPicture {

  /** The calendar of a member's days; empty where pictures are not wanted. */
  Optional<Image> of(Member member, Streak streak, Ledger ledger);

  /** Draws nothing. */
  StreakPicture NONE = (member, streak, ledger) -> Optional.empty();
}
