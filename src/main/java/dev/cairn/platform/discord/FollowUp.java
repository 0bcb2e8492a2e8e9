package dev.cairn.platform.discord;

import dev.cairn.chat.Reply;
import net.dv8tion.jda.api.interactions.InteractionHook;
import net.dv8tion.jda.api.interactions.callbacks.IReplyCallback;

/** What can be said to an interaction that has its first answer, for as long as its token lives. */
record FollowUp(InteractionHook hook, Question question) {

  /** By the interaction's token alone: Discord says itself when the token has expired. */
  static FollowUp to(IReplyCallback event, Question question) {
    return new FollowUp(InteractionHook.from(event.getJDA(), event.getToken()), question);
  }

  /** Puts the reply in the place of the first answer. */
  void replace(Reply reply) {
    hook.editOriginal(question.draw(reply).edit()).complete();
  }

  /** Says the reply after the first answer. */
  void add(Reply reply) {
    hook.sendMessage(question.draw(reply).create())
        .setEphemeral(question.isPrivate(reply))
        .complete();
  }

  /** Says the reply after the first answer, without files, to the caller alone. */
  void addPlainly(Reply reply) {
    hook.sendMessage(question.drawPlainly(reply).create()).setEphemeral(true).complete();
  }

  /** Takes the first answer back. */
  void takeBack() {
    hook.deleteOriginal().complete();
  }
}
