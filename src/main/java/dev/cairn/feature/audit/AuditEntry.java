package dev.cairn.feature.audit;

import dev.cairn.domain.MemberId;
import dev.cairn.feature.member.Member;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something that a moderator changed.
 *
 * @param at when
 * @param by the id of the member who did it
 * @param byName what they were called then
 * @param what what was done, in words
 * @param about the id of the member whom it concerns, or null where it concerns all
 * @param reason why, or null where none is asked for
 * @param undo how it can be undone; null for what was done before that was kept, and for an undoing
 */
public record AuditEntry(
    Instant at,
    long by,
    String byName,
    String what,
    @Nullable Long about,
    @Nullable String reason,
    @Nullable Undo undo) {

  /** What a moderator did that concerns all. */
  public static AuditEntry of(Member moderator, Instant at, String what, Undo undo) {
    return about(null, moderator, at, what, undo);
  }

  /** What a moderator did, without a reason, that concerns a member; or all, where that is null. */
  public static AuditEntry about(
      @Nullable MemberId member, Member moderator, Instant at, String what, Undo undo) {
    return new AuditEntry(
        at,
        moderator.id().value(),
        moderator.name(),
        what,
        member == null ? null : member.value(),
        null,
        undo);
  }

  /** What a moderator did that concerns a member. */
  public static AuditEntry about(
      Member member, Member moderator, Instant at, String what, String reason, Undo undo) {
    return new AuditEntry(
        at, moderator.id().value(), moderator.name(), what, member.id().value(), reason, undo);
  }
}
