package dev.cairn.feature.mydata;

import dev.cairn.chat.reply.Block;
import dev.cairn.chat.reply.Problem;
import dev.cairn.chat.reply.Refusal;
import dev.cairn.database.Database;
import dev.cairn.database.MemberRecords;
import dev.cairn.domain.MemberId;
import dev.cairn.feature.Wording;
import dev.cairn.feature.audit.AuditEntry;
import dev.cairn.feature.audit.AuditLog;
import dev.cairn.feature.audit.Undo;
import dev.cairn.feature.audit.Undoer;
import dev.cairn.feature.audit.Undos;
import dev.cairn.feature.blog.Posts;
import dev.cairn.feature.community.Communities;
import dev.cairn.feature.community.Community;
import dev.cairn.feature.group.Groups;
import dev.cairn.feature.member.Member;
import dev.cairn.feature.member.Members;
import dev.cairn.feature.reward.Rewards;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Gives members what is kept about them, and deletes it: when they ask, or when a community keeps
 * it no longer after they left.
 */
public final class MyData implements Undoer {
  /** How long somebody waits for others whose data is put together. */
  private static final Duration PATIENCE = Duration.ofSeconds(1);

  private static final String KIND = "retention";
  private static final String BEFORE = "before";
  private static final String AFTER = "after";

  private static final Logger LOG = LoggerFactory.getLogger(MyData.class);

  private final MyDataStore store;
  private final Communities communities;
  private final Members members;
  private final Groups groups;
  private final Posts posts;
  private final Rewards rewards;
  private final AuditLog audit;
  private final Database database;
  private final InstantSource clock;
  private final Semaphore exporting = new Semaphore(1);

  /**
   * @param clock tells who left long ago
   */
  public MyData(
      MyDataStore store,
      Communities communities,
      Members members,
      Groups groups,
      Posts posts,
      Rewards rewards,
      AuditLog audit,
      Database database,
      InstantSource clock) {
    this.store = store;
    this.communities = communities;
    this.members = members;
    this.groups = groups;
    this.posts = posts;
    this.rewards = rewards;
    this.audit = audit;
    this.database = database;
    this.clock = clock;
  }

  /**
   * Everything that is kept about a member, over all accounts that they linked, as files.
   *
   * @throws Refusal where others' are put together for longer than one waits: all of it is in
   *     memory meanwhile
   */
  List<Block.File> export(Member member, Instant at) {
    if (!isOurTurn()) {
      throw Refusal.of(
          Problem.CONFLICT,
          "I am putting together somebody else's data just now, and do that for one member at a time. Please ask again in a moment.");
    }
    try {
      return DataFiles.of(
          new MemberRecords(database, member.community().id(), member.id()).read(), at);
    } finally {
      exporting.release();
    }
  }

  private boolean isOurTurn() {
    try {
      return exporting.tryAcquire(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /** Deletes everything about a member, over all accounts that they linked. */
  void delete(Member member, Instant at) {
    database.transaction(() -> {
      members.lock(member);
      if (groups.of(member).isPresent()) {
        groups.leave(member, at);
      }
      posts.forget(member, at);
      rewards.takeBack(member);
      // Whatever counts those who are listed does so without them.
      members.setHidden(member, true);
      // At last: whoever holds their group, and lets them in, must not be waited for before that.
      members.claim(member);
      new MemberRecords(database, member.community().id(), member.id()).delete();
    });
  }

  /** For how many days a community keeps what is known of who left; empty where for good. */
  Optional<Integer> retention(Community community) {
    return database.reading(() -> store.retention(community.id()));
  }

  /** A moderator decides for how many days it is kept; empty for good. */
  void setRetention(Member moderator, Optional<Integer> days, Instant at) {
    Community community = moderator.community();
    database.transaction(() -> {
      Undo undo =
          Undo.of(KIND)
              .with(BEFORE, retention(community).orElse(null))
              .with(AFTER, days.orElse(null));
      store.setRetention(community.id(), days.orElse(null));
      audit.add(
          community,
          AuditEntry.of(
              moderator,
              at,
              days.map(number ->
                      "has what is known of members deleted %d days after they left"
                          .formatted(number))
                  .orElse("keeps what is known of members who left"),
              undo));
    });
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public String outlook(Undoing undoing) {
    Optional<Integer> now = retention(undoing.moderator().community());
    if (!now.equals(undoing.undo().find(AFTER).map(Integer::valueOf))) {
      throw Undos.changedSince("for how long it is kept");
    }
    return before(undoing)
            .map(days ->
                "What is known of members is deleted %s after they left."
                    .formatted(Wording.count(days, "day")))
            .orElse("What is known of members who left is kept.")
        + " What was deleted meanwhile does not come back.";
  }

  private static Optional<Integer> before(Undoing undoing) {
    return undoing.undo().find(BEFORE).map(Integer::valueOf);
  }

  @Override
  public Undone undo(Undoing undoing) {
    String done = outlook(undoing);
    store.setRetention(undoing.moderator().community().id(), before(undoing).orElse(null));
    return Undone.of(done);
  }

  /** Deletes everything about whoever left so long ago that their community keeps it no longer. */
  public void deleteWhoLeft() {
    for (MyDataStore.Retention retention : database.reading(store::retentions)) {
      communities
          .find(retention.community())
          .ifPresent(community -> deleteWhoLeft(community, Duration.ofDays(retention.days())));
    }
  }

  private void deleteWhoLeft(Community community, Duration kept) {
    Instant now = clock.instant();
    Instant before = now.minus(kept);
    List<MemberId> gone = database.reading(() -> store.leftBefore(community.id(), before));
    for (MemberId id : gone) {
      Optional<Member> member = members.find(community, id);
      if (member.isPresent() && deleteIfGone(member.get(), before, now)) {
        LOG.info("deleted what was kept about somebody who left community {}", community.id());
      }
    }
  }

  /** Whoever has come back since they were looked for stays. */
  private boolean deleteIfGone(Member member, Instant before, Instant now) {
    return database.transaction(() -> {
      members.lock(member);
      // Whoever was absorbed by another has no account of their own, and goes with that one.
      boolean gone = store.hasLeftBefore(member, before) && !members.accounts(member).isEmpty();
      if (gone) {
        delete(member, now);
      }
      return gone;
    });
  }
}
