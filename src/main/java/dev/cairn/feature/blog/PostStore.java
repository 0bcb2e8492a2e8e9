package dev.cairn.feature.blog;

import dev.cairn.domain.PostUrl;
import dev.cairn.domain.PostsOnRecord;
import dev.cairn.feature.community.Community;
import dev.cairn.feature.member.Member;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Keeps posts, and what members vowed. */
public interface PostStore {

  /** A member's post at an address. */
  Optional<Post> find(Member member, PostUrl url);

  /** A member's posts, the newest first. */
  List<Post> all(Member member);

  /** How many posts a member has. */
  int count(Member member);

  /** Adds a post that is not there yet. */
  void add(Member member, Post post, Instant at);

  /** Gives a post another title. */
  void setTitle(Member member, PostUrl url, String title);

  /** Removes a post; false where there is none. */
  boolean remove(Member member, PostUrl url);

  /** All of a member's posts, with when each was counted. */
  PostsOnRecord record(Member member);

  /** The member has these posts from now on. */
  void replace(Member member, PostsOnRecord posts);

  /** Remembers what posts one of two members had when they were linked. */
  void remember(Member absorbed, Member whose, PostsOnRecord posts);

  /** What posts one of two members had when they were linked. */
  PostsOnRecord recall(Member absorbed, Member whose);

  /** Forgets what either had when they were linked. */
  void forget(Member absorbed);

  /** What the one vowed is what the other did, unless they vowed something themselves. */
  void lendPlan(Member from, Member to);

  /** What had been vowed by the one only is no longer vowed by the other. */
  void takeBackPlan(Member from, Member to);

  /**
   * Changes how many posts the community has. Until the transaction ends, everybody else who
   * changes it waits.
   *
   * @return how many it has now
   */
  int tally(Community community, int change);

  /** What a member vowed; empty where they never said. */
  Optional<BlogPlan> plan(Member member);

  /** The member vows this from now on. */
  void save(Member member, BlogPlan plan);
}
