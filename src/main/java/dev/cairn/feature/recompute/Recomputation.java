package dev.cairn.feature.recompute;

import dev.cairn.database.Database;
import dev.cairn.feature.blog.Posts;
import dev.cairn.feature.community.Communities;
import dev.cairn.feature.community.Community;
import dev.cairn.feature.group.GroupStandings;
import dev.cairn.feature.leaderboard.Leaderboards;
import dev.cairn.feature.member.Member;
import dev.cairn.feature.member.Members;
import dev.cairn.feature.review.Reviews;
import dev.cairn.feature.streak.Streaks;
import java.time.Instant;

/**
 * Derives every figure anew that is kept for speed. Where all is well it changes nothing; where an
 * old migration did not fill something, or a backup was put together by hand, it restores it.
 */
public final class Recomputation {
  private final Communities communities;
  private final Members members;
  private final Streaks streaks;
  private final Leaderboards leaderboards;
  private final GroupStandings groups;
  private final Posts posts;
  private final Reviews reviews;
  private final Database database;

  public Recomputation(
      Communities communities,
      Members members,
      Streaks streaks,
      Leaderboards leaderboards,
      GroupStandings groups,
      Posts posts,
      Reviews reviews,
      Database database) {
    this.communities = communities;
    this.members = members;
    this.streaks = streaks;
    this.leaderboards = leaderboards;
    this.groups = groups;
    this.posts = posts;
    this.reviews = reviews;
    this.database = database;
  }

  /**
   * What was put right.
   *
   * @param streaks members whose streak was not as it is now
   * @param checkIns counts of check-ins in some period
   * @param groups whose standing was another
   * @param posts communities whose posts were counted wrongly
   * @param cards that are remembered otherwise
   */
  public record Changes(int streaks, int checkIns, int groups, int posts, int cards) {
    /** How many figures were put right altogether. */
    public int total() {
      return streaks + checkIns + groups + posts + cards;
    }

    private Changes and(Changes more) {
      return new Changes(
          streaks + more.streaks,
          checkIns + more.checkIns,
          groups + more.groups,
          posts + more.posts,
          cards + more.cards);
    }
  }

  /** Derives everything anew, as of an instant. */
  public Changes run(Instant now) {
    Changes all = new Changes(0, 0, 0, 0, 0);
    for (Community community : communities.all()) {
      all = all.and(run(community, now));
    }
    return all;
  }

  /**
   * What {@link #run} would put right; nothing is changed. Members go on meanwhile: one at a time
   * is locked, and each only for as long as it takes to look at them.
   */
  public Changes tried(Instant now) {
    Changes all = new Changes(0, 0, 0, 0, 0);
    for (Community community : communities.all()) {
      for (Member member : members.all(community)) {
        all = all.and(database.tried(() -> run(member, now)));
      }
      all = all.and(database.tried(() -> together(community, now)));
    }
    return all;
  }

  private Changes run(Community community, Instant now) {
    Changes all = new Changes(0, 0, 0, 0, 0);
    for (Member member : members.all(community)) {
      all = all.and(run(member, now));
    }
    return all.and(together(community, now));
  }

  private Changes run(Member member, Instant now) {
    return new Changes(streaks.recompute(member, now) ? 1 : 0, 0, 0, 0, reviews.recompute(member));
  }

  /** What is kept of members together. */
  private Changes together(Community community, Instant now) {
    return new Changes(
        0,
        leaderboards.recompute(community),
        groups.recompute(community, now),
        posts.recompute(community) ? 1 : 0,
        0);
  }
}
