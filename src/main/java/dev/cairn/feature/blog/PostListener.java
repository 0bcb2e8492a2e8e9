package dev.cairn.feature.blog;

import dev.cairn.feature.member.Member;
import java.time.Instant;

/** Told of a new post, inside the transaction in which it is counted. */
@FunctionalInterface
public interface PostListener {

  /**
   * A post has been counted.
   *
   * @param posts how many the member has now
   * @param together how many the community has now
   */
  void postAdded(Member member, int posts, int together, Instant at);
}
