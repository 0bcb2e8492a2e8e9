package dev.cairn.feature.feed;

import dev.cairn.feature.member.Member;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;

/** Keeps feeds, and which of their entries have been seen. */
public interface FeedStore {

  /** The feed that a member follows. */
  Optional<Feed> find(Member member);

  /** Keeps the feed as it stands now; what has been seen of it stays. */
  void save(Member member, Feed feed);

  /** Follows it no longer, and forgets what has been seen of it; false where there is none. */
  boolean remove(Member member);

  /** The one follows the feed of the other too, as it stands; who has a feed keeps theirs. */
  void lend(Member from, Member to);

  /**
   * Ends what {@link #lend} began, if the feed is still followed: what has been seen of it is seen
   * by both.
   */
  void takeBack(Member from, Member to);

  /** Those of the keys that have been seen. */
  Set<String> seen(Member member, Collection<String> keys);

  /** These keys have been seen, if they had not been before. */
  void see(Member member, Collection<String> keys, Instant at);
}
