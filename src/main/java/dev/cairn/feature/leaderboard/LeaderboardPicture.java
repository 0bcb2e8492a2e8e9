package dev.cairn.feature.leaderboard;

import dev.cairn.chat.Image;
import java.util.Optional;

/** Draws a leaderboard as bars. */
@FunctionalInterface
public interface LeaderboardPicture {

  /** The rows of a page; empty where pictures are not wanted. */
  Optional<Image> of(Board board);

  /** Draws nothing. */
  LeaderboardPicture NONE = board -> Optional.empty();
}
