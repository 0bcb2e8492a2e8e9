package dev.cairn.feature.audit;

import dev.cairn.chat.reply.Excerpt;
import dev.cairn.chat.reply.Problem;
import dev.cairn.chat.reply.Refusal;
import dev.cairn.database.Database;
import dev.cairn.feature.audit.Undoer.Undoing;
import dev.cairn.feature.audit.Undoer.Undone;
import dev.cairn.feature.community.Community;
import dev.cairn.feature.member.Member;
import dev.cairn.feature.member.Notifier;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Undoes what moderators did. An undoing is an entry of its own, with who did it and when; each
 * action is undone at most once, and an undoing is not undone.
 */
public final class Undos {
  private static final int LONGEST_WHAT = 500;

  private final AuditStore store;
  private final Map<String, Undoer> undoers;
  private final Notifier notifier;
  private final Database database;

  /**
   * @param undoers one for each kind of action that can be undone
   */
  public Undos(AuditStore store, List<Undoer> undoers, Notifier notifier, Database database) {
    this.store = store;
    this.undoers =
        undoers.stream().collect(Collectors.toUnmodifiableMap(Undoer::kind, Function.identity()));
    this.notifier = notifier;
    this.database = database;
  }

  /** What a moderator did last and nobody undid. */
  Optional<AuditLog.Kept> last(Member moderator) {
    return database.reading(() -> store.last(moderator));
  }

  /**
   * The entry of this id.
   *
   * @throws Refusal where there is none
   */
  AuditLog.Kept existing(Community community, long id) {
    return database
        .reading(() -> store.find(community, id))
        .orElseThrow(
            () -> Refusal.of(Problem.NOT_FOUND, "There is no entry " + id + " in the audit log."));
  }

  /** Why an entry cannot be undone; empty where it can be tried. */
  Optional<String> obstacle(AuditLog.Kept kept) {
    if (kept.undoes() != null) {
      return Optional.of("An undo is not undone itself: do what it undid once more.");
    }
    if (kept.undoneBy() != null) {
      return Optional.of(kept.undoneBy() + " has undone it already.");
    }
    Undo undo = kept.entry().undo();
    if (undo == null) {
      return Optional.of("It was done before I kept what undoing needs.");
    }
    return undo.neverBecause();
  }

  /**
   * What will happen when an entry is undone.
   *
   * @throws Refusal where it cannot be
   */
  String outlook(Member moderator, AuditLog.Kept kept, Instant at) {
    Undo undo = possible(kept);
    return database.reading(
        () -> undoer(undo).outlook(new Undoing(moderator, kept.entry(), undo, at)));
  }

  /**
   * Undoes an entry.
   *
   * @return what came of it, in sentences
   * @throws Refusal where it cannot be undone
   */
  String undo(Member moderator, long id, Instant at) {
    Community community = moderator.community();
    Undone undone =
        database.transaction(() -> {
          AuditLog.Kept kept = existing(community, id);
          Undo undo = possible(kept);
          // First: whoever undoes the same at the same time waits here, and is told.
          if (!store.addUndoing(community, undoing(moderator, kept.entry(), at), id)) {
            throw Refusal.of(Problem.CONFLICT, "Somebody else has just undone it.");
          }
          return undoer(undo).undo(new Undoing(moderator, kept.entry(), undo, at));
        });
    undone.notice().ifPresent(notice -> notifier.tell(notice.member(), notice.card()));
    return undone.text();
  }

  private static AuditEntry undoing(Member moderator, AuditEntry action, Instant at) {
    return new AuditEntry(
        at,
        moderator.id().value(),
        moderator.name(),
        Excerpt.of("undid: " + action.byName() + " " + action.what(), LONGEST_WHAT),
        action.about(),
        null,
        null);
  }

  private Undo possible(AuditLog.Kept kept) {
    Undo undo = kept.entry().undo();
    Optional<String> obstacle = obstacle(kept);
    if (undo == null || obstacle.isPresent()) {
      throw Refusal.of(Problem.CONFLICT, "That cannot be undone. " + obstacle.orElse(""));
    }
    return undo;
  }

  private Undoer undoer(Undo undo) {
    Undoer undoer = undoers.get(undo.kind());
    if (undoer == null) {
      throw new IllegalStateException("nothing undoes " + undo.kind());
    }
    return undoer;
  }

  /** What is said where something has changed since in a way that undoing would overlook. */
  public static Refusal changedSince(String what) {
    return Refusal.of(
        Problem.CONFLICT,
        "That cannot be undone any more: %s has been changed since.".formatted(what));
  }
}
