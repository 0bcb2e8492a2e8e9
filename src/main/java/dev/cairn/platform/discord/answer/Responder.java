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
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import net.dv8tion.jda.api.interactions.callbacks.IMessageEditCallback;
import net.dv8tion.jda.api.interactions.callbacks.IModalCallback;
import net.dv8tion.jda.api.interactions.callbacks.IReplyCallback;
import net.dv8tion.jda.api.modals.Modal;

/** Answers an interaction: at once where the answer is quick, else after an acknowledgement. */
public final class Responder {
  private final Dialogue dialogue;
  private final DiscordRenderer renderer;
  private final ExecutorService workers;
  private final ReplyDeadline deadline;
  private final ReplyFallback fallback;

  /**
   * Answers with these workers.
   *
   * @param deadline how long an answer may take before the interaction is acknowledged without it
   * @param fallback brings what Discord does not take
   */
  public Responder(
      Dialogue dialogue,
      DiscordRenderer renderer,
      ExecutorService workers,
      ReplyDeadline deadline,
      ReplyFallback fallback) {
    this.dialogue = dialogue;
    this.renderer = renderer;
    this.workers = workers;
    this.deadline = deadline;
    this.fallback = fallback;
  }

  /** Answers. Blocks until the answer is there; call it on a virtual thread. */
  public void respond(IReplyCallback event, Heard heard, Recipient recipient) {
    CompletableFuture<DrawnAnswer> answer =
        CompletableFuture.supplyAsync(
            () -> new DrawnAnswer(renderer, dialogue.answer(heard), recipient).drawn(), workers);
    try {
      answer(event, answer.get(deadline.left(event.getIdLong()).toNanos(), TimeUnit.NANOSECONDS));
    } catch (TimeoutException slow) {
      Expected expected = dialogue.expected(heard.input());
      acknowledge(event, expected);
      complete(event, expected, answer.join());
    } catch (InterruptedException shutdown) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException impossible) {
      throw new IllegalStateException(impossible);
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
      if (modal.isPresent() && event instanceof IModalCallback form) {
        form.replyModal(modal.get()).complete();
      } else if (answer.isInPlace() && event instanceof IMessageEditCallback pressed) {
        pressed.editMessage(answer.message().edit()).complete();
      } else {
        answer.message().write(event.deferReply(answer.isPrivate())).complete();
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
      if (expected.inPlace() && event instanceof IMessageEditCallback pressed) {
        pressed.deferEdit().complete();
      } else {
        event.deferReply(expected.audience() == Audience.CALLER).complete();
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
