package dev.cairn.platform.discord.answer;

import dev.cairn.chat.Audience;
import dev.cairn.chat.CommandSpec;
import dev.cairn.chat.reply.Form;
import dev.cairn.command.Answer;
import dev.cairn.command.Dialogue;
import dev.cairn.command.Dialogue.Expected;
import dev.cairn.command.Heard;
import dev.cairn.platform.discord.api.DiscordFailure;
import dev.cairn.platform.discord.render.DiscordModal;
import dev.cairn.platform.discord.render.DiscordRenderer;
import dev.cairn.platform.discord.render.Recipient;
import dev.cairn.platform.discord.render.WrittenReplies;
import java.util.Optional;
import net.dv8tion.jda.api.interactions.callbacks.IMessageEditCallback;
import net.dv8tion.jda.api.interactions.callbacks.IModalCallback;
import net.dv8tion.jda.api.interactions.callbacks.IReplyCallback;
import net.dv8tion.jda.api.modals.Modal;

/** Answers an interaction: at once where the answer is quick, else after an acknowledgement. */
public final class Responder {
  private final Dialogue dialogue;
  private final DiscordRenderer renderer;
  private final ReplyDeadline deadline;
  private final ReplyFallback fallback;
  private final Callbacks callbacks;
  private final Watchdog watchdog;
  private final WrittenReplies replies;

  /**
   * Answers by this dialogue.
   *
   * @param deadline how long an answer may take before the interaction is acknowledged without it
   * @param fallback brings what Discord does not take
   * @param callbacks sends first answers
   * @param replies keeps what is sent again and again
   */
  public Responder(
      Dialogue dialogue,
      DiscordRenderer renderer,
      ReplyDeadline deadline,
      ReplyFallback fallback,
      Callbacks callbacks,
      WrittenReplies replies) {
    this.dialogue = dialogue;
    this.renderer = renderer;
    this.deadline = deadline;
    this.fallback = fallback;
    this.callbacks = callbacks;
    this.replies = replies;
    this.watchdog = new Watchdog(deadline.round());
  }

  /** Answers. Blocks until the answer is there; call it on a virtual thread. */
  public void respond(IReplyCallback event, Heard heard, Recipient recipient) {
    Watchdog.Watch watch =
        watchdog.over(
            deadline.left(event.getIdLong()),
            () -> acknowledge(event, dialogue.expected(heard.input())));
    DrawnAnswer answer;
    boolean inTime;
    try {
      answer =
          new DrawnAnswer(renderer, dialogue.answer(heard), recipient).foundIn(replies).drawn();
    } finally {
      inTime = watch.end();
    }
    if (inTime) {
      answer(event, answer);
    } else {
      complete(event, dialogue.expected(heard.input()), answer);
    }
  }

  /** Answers at once. */
  public void answer(IReplyCallback event, Answer answer, Recipient recipient) {
    answer(event, new DrawnAnswer(renderer, answer, recipient));
  }

  /** The first answer, with the reply in it. */
  private void answer(IReplyCallback event, DrawnAnswer answer) {
    try {
      Optional<Modal> modal = modal(answer);
      if (modal.isPresent() && event instanceof IModalCallback) {
        callbacks.open(event, modal.get());
      } else if (answer.isInPlace() && event instanceof IMessageEditCallback) {
        callbacks.update(event, answer.message());
      } else {
        callbacks.reply(event, answer, replies);
      }
      fallback.acknowledged(deadline.age(event.getIdLong()));
    } catch (RuntimeException refused) {
      fallback.unanswered(event, answer, refused);
    }
  }

  private static Optional<Modal> modal(DrawnAnswer answer) {
    return answer.answer() instanceof Answer.Asked(Form form, CommandSpec spec)
        ? DiscordModal.of(form, spec, answer.recipient().community())
        : Optional.empty();
  }

  /** The first answer, without the reply. Its failure shows again when the reply is sent. */
  private void acknowledge(IReplyCallback event, Expected expected) {
    try {
      if (expected.inPlace() && event instanceof IMessageEditCallback) {
        callbacks.deferUpdate(event);
      } else {
        callbacks.defer(event, expected.audience() == Audience.CALLER);
      }
      fallback.acknowledged(deadline.age(event.getIdLong()));
    } catch (RuntimeException failure) {
      fallback.count("acknowledge", DiscordFailure.of(failure));
    }
  }

  /** Fills in the reply after an acknowledgement. */
  private void complete(IReplyCallback event, Expected expected, DrawnAnswer answer) {
    FollowUp later = FollowUp.to(event);
    try {
      if (expected.inPlace()) {
        if (answer.isInPlace()) {
          later.replace(answer);
        } else {
          later.add(answer);
        }
      } else if (expected.audience() == Audience.EVERYONE && answer.isPrivate()) {
        // What is shown to all cannot turn private: take it back and say it anew.
        later.takeBack();
        later.add(answer);
      } else {
        later.replace(answer);
      }
    } catch (RuntimeException refused) {
      fallback.acknowledged(event, answer, refused);
    }
  }
}
