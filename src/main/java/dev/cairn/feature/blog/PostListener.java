package dev.cairn.feature.blog;

import dev.cairn.feature.member.Member;
import java.time.Instant;

/** Called when posts begin to count, inside the same transaction. */
@FunctionalInterface
public interface PostListener {

  /** How many posts there were, and how many there are. */
  record Change(int before, int after) {}

  /**
   * Posts have begun to count.
   *
   * @param own those of the member
   * @param together those of the community
   */
  void postsChanged(Member member, Change own, Change together, Instant at);
}
