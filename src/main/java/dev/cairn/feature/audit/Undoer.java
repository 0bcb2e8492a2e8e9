package dev.cairn.feature.audit;

import dev.cairn.chat.reply.Refusal;
import dev.cairn.chat.reply.Reply;
import dev.cairn.domain.MemberId;
import dev.cairn.feature.member.Member;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/** Undoes the actions of one kind. What it does is a fact of its own, and edits no other. */
public interface Undoer {
  /** The kind, as in {@link Undo#kind}. */
  String kind();

  /**
   * What will happen.
   *
   * @return sentences for whoever is about to undo it
   * @throws Refusal where it cannot be undone any more
   */
  String outlook(Undoing undoing);

  /**
   * Undoes it, within the transaction that keeps that it was undone.
   *
   * @throws Refusal where it cannot be undone any more
   */
  Undone undo(Undoing undoing);

  /**
   * What is to be undone.
   *
   * @param moderator who undoes it
   * @param action what was done
   * @param undo how it can be undone
   * @param at when
   */
  record Undoing(Member moderator, AuditEntry action, Undo undo, Instant at) {

    /** Whom the action was about, where it was about a member. */
    public MemberId about() {
      return new MemberId(Objects.requireNonNull(action.about()));
    }
  }

  /**
   * What came of it.
   *
   * @param text sentences for whoever undid it
   * @param notice what a member is told
   */
  record Undone(String text, Optional<Notice> notice) {
    /** Concerns nobody in particular. */
    public static Undone of(String text) {
      return new Undone(text, Optional.empty());
    }

    /** Concerns a member, who is told. */
    public static Undone of(String text, Member member, Reply.Card card) {
      return new Undone(text, Optional.of(new Notice(member, card)));
    }
  }

  /** What a member is told. */
  record Notice(Member member, Reply.Card card) {}
}
