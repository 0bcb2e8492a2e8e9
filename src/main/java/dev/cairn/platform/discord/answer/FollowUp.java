package dev.cairn.platform.discord.answer;

import net.dv8tion.jda.api.interactions.InteractionHook;
import net.dv8tion.jda.api.interactions.callbacks.IReplyCallback;

/** What can be said to an interaction that has its first answer, for as long as its token lives. */
record FollowUp(InteractionHook hook) {

  /** By the interaction's token alone: Discord says itself when the token has expired. */
  static FollowUp to(IReplyCallback event) {
    return new FollowUp(InteractionHook.from(event.getJDA(), event.getToken()));
  }

  /** Puts the answer in the place of the first one. */
  void replace(DrawnAnswer answer) {
    hook.editOriginal(answer.message().edit()).complete();
  }

  /** Says the answer after the first one. */
  void add(DrawnAnswer answer) {
    hook.sendMessage(answer.message().create()).setEphemeral(answer.isPrivate()).complete();
  }

  /** Says the answer after the first one, without files, to the caller alone. */
  void addPlainly(DrawnAnswer answer) {
    hook.sendMessage(answer.plainly().create()).setEphemeral(true).complete();
  }

  /** Takes the first answer back. */
  void takeBack() {
    hook.deleteOriginal().complete();
  }
}
