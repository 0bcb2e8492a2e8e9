package dev.cairn.feature.member;

import dev.cairn.chat.reply.Reply;

/** Tells a member something in private that they did not ask for. */
@FunctionalInterface
public interface Notifier {

  /**
   * Tells it as soon as it can; whoever cannot be reached is not told, and nothing fails for it.
   */
  void tell(Member member, Reply.Card card);
}
