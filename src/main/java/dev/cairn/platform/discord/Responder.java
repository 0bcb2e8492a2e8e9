package dev.cairn.platform.discord;

import dev.cairn.chat.Audience;
import dev.cairn.chat.CommandSpec;
import dev.cairn.chat.Form;
import dev.cairn.chat.Reply;
import dev.cairn.chat.RichText;
import dev.cairn.command.Command;
import dev.cairn.command.CommandRouter;
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
final class Responder {
  private final CommandRouter router;
  private final ExecutorService workers;
  private final ReplyDeadline patience;
  private final ReplyFallback rescue;

  /**
   * Answers with these workers.
   *
   * @param patience how long an answer may take before the interaction is acknowledged without it
   * @param rescue brings what Discord does not take
   */
  Responder(
      CommandRouter router, ExecutorService workers, ReplyDeadline patience, ReplyFallback rescue) {
    this.router = router;
    this.workers = workers;
    this.patience = patience;
    this.rescue = rescue;
  }

  /** Answers. Blocks until the answer is there; call it on a virtual thread. */
  void respond(IReplyCallback event, Question question) {
    CompletableFuture<Reply> reply = CompletableFuture.supplyAsync(() -> safely(question), workers);
    try {
      first(
          event,
          question,
          reply.get(patience.left(event.getIdLong()).toNanos(), TimeUnit.NANOSECONDS));
    } catch (TimeoutException slow) {
      acknowledge(event, question);
      complete(event, question, reply.join());
    } catch (InterruptedException shutdown) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /** Opens a form at once. */
  void open(IReplyCallback event, Form form, Recipient recipient) {
    Reply ask = new Reply.Ask(form, RichText.of(form.title()));
    first(event, new Question(Audience.CALLER, false, recipient, () -> ask), ask);
  }

  private Reply safely(Question question) {
    try {
      return question.answered();
    } catch (RuntimeException | Error failure) {
      return router.failure("answering an interaction", failure);
    }
  }

  /** The first answer, with the reply in it. */
  private void first(IReplyCallback event, Question question, Reply reply) {
    Optional<Modal> modal = modal(reply, question);
    try {
      if (modal.isPresent() && event instanceof IModalCallback form) {
        form.replyModal(modal.get()).complete();
      } else if (reply instanceof Reply.Update
          && question.updates()
          && event instanceof IMessageEditCallback pressed) {
        pressed.editMessage(question.draw(reply).edit()).complete();
      } else {
        event
            .reply(question.draw(reply).create())
            .setEphemeral(question.isPrivate(reply))
            .complete();
      }
    } catch (RuntimeException refused) {
      rescue.unanswered(event, question, reply, refused);
    }
  }

  private Optional<Modal> modal(Reply reply, Question question) {
    if (!(reply instanceof Reply.Ask(Form form, var text))) {
      return Optional.empty();
    }
    Optional<CommandSpec> spec = router.registry().find(form.action().command()).map(Command::spec);
    return spec.filter(
            known -> form.asked().stream().allMatch(option -> known.option(option).isPresent()))
        .flatMap(known -> DiscordModal.of(form, known, question.recipient().community()));
  }

  /** The first answer, without the reply. Its failure shows again when the reply is sent. */
  private void acknowledge(IReplyCallback event, Question question) {
    try {
      if (question.updates() && event instanceof IMessageEditCallback pressed) {
        pressed.deferEdit().complete();
      } else {
        event.deferReply(question.audience() == Audience.CALLER).complete();
      }
    } catch (RuntimeException failure) {
      rescue.count("acknowledge", DiscordFailure.of(failure));
    }
  }

  /** Fills in the reply after an acknowledgement. */
  private void complete(IReplyCallback event, Question question, Reply reply) {
    FollowUp later = FollowUp.to(event, question);
    boolean shownToAll = !question.updates() && question.audience() == Audience.EVERYONE;
    try {
      if (shownToAll && question.isPrivate(reply)) {
        // What is shown to all cannot turn private: take it back and say it anew.
        later.takeBack();
        later.add(reply);
      } else if (!question.updates() || reply instanceof Reply.Update) {
        later.replace(reply);
      } else {
        later.add(reply);
      }
    } catch (RuntimeException refused) {
      rescue.acknowledged(event, question, reply, refused);
    }
  }
}
