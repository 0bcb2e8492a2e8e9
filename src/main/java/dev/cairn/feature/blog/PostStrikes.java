package dev.cairn.feature.blog;

import dev.cairn.chat.Action;
import dev.cairn.chat.reply.Excerpt;
import dev.cairn.chat.reply.Reply;
import dev.cairn.chat.reply.RichText;
import dev.cairn.database.Database;
import dev.cairn.domain.blog.PostUrl;
import dev.cairn.feature.Wording;
import dev.cairn.feature.audit.AuditEntry;
import dev.cairn.feature.audit.AuditLog;
import dev.cairn.feature.audit.Undo;
import dev.cairn.feature.audit.Undoer;
import dev.cairn.feature.audit.Undos;
import dev.cairn.feature.member.Member;
import dev.cairn.feature.member.Members;
import java.net.URI;
import java.time.Instant;
import java.util.Optional;

/** What moderators do about false posts: take them down with a reason, and put them back. */
public final class PostStrikes implements Undoer {
  private static final int LONGEST_WHAT = 500;
  private static final String KIND = "strike";
  private static final String URL = "url";
  private static final String REASON = "reason";

  private final Posts posts;
  private final PostStore store;
  private final Members members;
  private final AuditLog audit;
  private final Database database;

  public PostStrikes(
      Posts posts, PostStore store, Members members, AuditLog audit, Database database) {
    this.posts = posts;
    this.store = store;
    this.members = members;
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
      Undo undo = Undo.of(KIND).with(URL, url.value());
      left.ifPresent(
          posts -> log(moderator, member, "took down a post of ", url, reason, undo, at));
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
      Undo undo =
          Undo.of(KIND).with(URL, url.value()).with(REASON, store.struck(member, url).orElse(null));
      Optional<Integer> now = posts.putBack(member, url, at);
      now.ifPresent(posts -> log(moderator, member, "put back a post of ", url, reason, undo, at));
      return now;
    });
  }

  private void log(
      Member moderator,
      Member member,
      String what,
      PostUrl url,
      String reason,
      Undo undo,
      Instant at) {
    audit.add(
        member.community(),
        AuditEntry.about(
            member,
            moderator,
            at,
            Excerpt.of(what + member.name() + ", " + url.value(), LONGEST_WHAT),
            reason,
            undo));
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public String outlook(Undoing undoing) {
    Member member = member(undoing);
    PostUrl url = url(undoing);
    boolean down = store.struck(member, url).isPresent();
    if (down == strikesAgain(undoing)) {
      throw Undos.changedSince("the post");
    }
    return "The post %s, and %s is told."
        .formatted(
            strikesAgain(undoing)
                ? "is taken down again, and counts no more"
                : "is put back as it was, and counts again",
            member.name());
  }

  /** What put a post back is undone by taking it down again, for the first reason. */
  private static boolean strikesAgain(Undoing undoing) {
    return undoing.undo().find(REASON).isPresent();
  }

  @Override
  public Undone undo(Undoing undoing) {
    Member member = member(undoing);
    PostUrl url = url(undoing);
    Optional<String> reason = undoing.undo().find(REASON);
    reason.ifPresent(why -> store.strike(member, url, why, undoing.at()));
    int left =
        (reason.isPresent()
                ? posts.remove(member, url, undoing.at())
                : posts.putBack(member, url, undoing.at()))
            .orElseThrow(() -> Undos.changedSince("the post"));
    return Undone.of(
        "%s has %s now, and has been told.".formatted(member.name(), Wording.count(left, "post")),
        member,
        Reply.Card.titled(
                undoing.moderator().name()
                    + (reason.isPresent()
                        ? " took down a post of yours again"
                        : " put back a post of yours"))
            .text(RichText.EMPTY.link(url.value(), URI.create(url.value())))
            .field("Your posts now", Integer.toString(left))
            .button("My posts", Action.of("blog list"))
            .build());
  }

  private Member member(Undoing undoing) {
    return members
        .find(undoing.moderator().community(), undoing.about())
        .orElseThrow(() -> Undos.changedSince("whose post it was"));
  }

  private static PostUrl url(Undoing undoing) {
    return new PostUrl(undoing.undo().get(URL));
  }
}
