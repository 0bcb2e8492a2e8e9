package dev.cairn.feature.blog;

import dev.cairn.chat.reply.Excerpt;
import dev.cairn.database.Database;
import dev.cairn.domain.blog.PostUrl;
import dev.cairn.feature.audit.AuditEntry;
import dev.cairn.feature.audit.AuditLog;
import dev.cairn.feature.member.Member;
import java.time.Instant;
import java.util.Optional;

/** What moderators do about false posts: take them down with a reason, and put them back. */
public final class PostStrikes {
  private static final int LONGEST_WHAT = 500;

  private final Posts posts;
  private final PostStore store;
  private final AuditLog audit;
  private final Database database;

  public PostStrikes(Posts posts, PostStore store, AuditLog audit, Database database) {
    this.posts = posts;
    this.store = store;
    this.audit = audit;
    this.database = database;
  }

  /**
   * Takes a post down: it counts no more, and its member cannot add it again.
   *
   * @return how many the member has left; empty where there was no such post
   */
  Optional<Integer> strike(
      Member moderator, Member member, PostUrl url, String reason, Instant at) {
    return database.transaction(() -> {
      store.strike(member, url, reason, at);
      Optional<Integer> left = posts.remove(member, url, at);
      left.ifPresent(posts -> log(moderator, member, "took down a post of ", url, reason, at));
      return left;
    });
  }

  /**
   * Puts a post back as it was.
   *
   * @return how many the member has now; empty where none was taken down at this address
   */
  Optional<Integer> restore(
      Member moderator, Member member, PostUrl url, String reason, Instant at) {
    return database.transaction(() -> {
      Optional<Integer> now = posts.putBack(member, url, at);
      now.ifPresent(posts -> log(moderator, member, "put back a post of ", url, reason, at));
      return now;
    });
  }

  private void log(
      Member moderator, Member member, String what, PostUrl url, String reason, Instant at) {
    audit.add(
        member.community(),
        new AuditEntry(
            at,
            moderator.id().value(),
            moderator.name(),
            Excerpt.of(what + member.name() + ", " + url.value(), LONGEST_WHAT),
            member.id().value(),
            reason));
  }
}
