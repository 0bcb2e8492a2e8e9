package dev.cairn.platform.discord;

import dev.cairn.chat.Audience;
import dev.cairn.chat.CommandSpec;
import dev.cairn.chat.Form;
import dev.cairn.chat.PlainText;
import dev.cairn.chat.Reply;
import dev.cairn.chat.RichText;
import dev.cairn.command.Command;
import dev.cairn.command.CommandRouter;
import dev.cairn.platform.discord.DiscordFailure.Reason;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import net.dv8tion.jda.api.interactions.InteractionHook;
import net.dv8tion.jda.api.interactions.callbacks.IMessageEditCallback;
import net.dv8tion.jda.api.interactions.callbacks.IModalCallback;
import net.dv8tion.jda.api.interactions.callbacks.IReplyCallback;
import net.dv8tion.jda.api.modals.Modal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Answers an interaction: at once where the answer is quick, else after an acknowledgement. When
 * Discord does not take the answer, another way is tried, so that the member has one.
 */
final class Responder {
  private static final Logger LOG = LoggerFactory.getLogger(Responder.class);

  private final CommandRouter router;
  private final ExecutorService workers;
  private final Duration patience;
  private final MeterRegistry meters;

  /**
   * Answers with these workers.
   *
   * @param patience how long an answer may take before the interaction is acknowledged without it;
   *     well under {@link DiscordLimits#FIRST_ANSWER}
   */
  Responder(
      CommandRouter router, ExecutorService workers, Duration patience, MeterRegistry meters) {
    this.router = router;
    this.workers = workers;
    this.patience = patience;
    this.meters = meters;
  }

  /** Answers. Blocks until the answer is there; call it on a virtual thread. */
  void respond(IReplyCallback event, Question question) {
    CompletableFuture<Reply> reply = CompletableFuture.supplyAsync(() -> safely(question), workers);
    try {
      Reply quick = reply.get(patience.toNanos(), TimeUnit.NANOSECONDS);
      attempt(event, question, quick, () -> answer(event, question, quick));
    } catch (TimeoutException slow) {
      acknowledge(event, question);
      Reply late = reply.join();
      attempt(event, question, late, () -> complete(event, question, late));
    } catch (InterruptedException shutdown) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /** Opens a form at once. */
  void open(IReplyCallback event, Form form, Recipient recipient) {
    Reply ask = new Reply.Ask(form, RichText.of(form.title()));
    Question question = new Question(Audience.CALLER, false, recipient, () -> ask);
    attempt(event, question, ask, () -> answer(event, question, ask));
  }

  private Reply safely(Question question) {
    try {
      return question.answer().get();
    } catch (RuntimeException | Error failure) {
      return router.failure("answering an interaction", failure);
    }
  }

  /** The first answer, with the reply in it. */
  private void answer(IReplyCallback event, Question question, Reply reply) {
    Optional<Modal> modal = modal(reply, question);
    if (modal.isPresent() && event instanceof IModalCallback form) {
      form.replyModal(modal.get()).complete();
    } else if (reply instanceof Reply.Update
        && question.updates()
        && event instanceof IMessageEditCallback pressed) {
      pressed.editMessage(draw(reply, question).edit()).complete();
    } else {
      event
          .reply(draw(reply, question).create())
          .setEphemeral(question.isPrivate(reply))
          .complete();
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

  private static DiscordMessage draw(Reply reply, Question question) {
    return DiscordRenderer.render(reply, question.recipient());
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
      count("acknowledge", DiscordFailure.of(failure));
    }
  }

  /** Fills in the reply after an acknowledgement. */
  private static void complete(IReplyCallback event, Question question, Reply reply) {
    InteractionHook hook = hook(event);
    boolean replaces = !question.updates() || reply instanceof Reply.Update;
    boolean shownToAll = !question.updates() && question.audience() == Audience.EVERYONE;
    if (shownToAll && question.isPrivate(reply)) {
      // What is shown to all cannot turn private: take it back and say it anew.
      hook.deleteOriginal().complete();
      followUp(hook, question, reply);
    } else if (replaces) {
      hook.editOriginal(draw(reply, question).edit()).complete();
    } else {
      followUp(hook, question, reply);
    }
  }

  private static void followUp(InteractionHook hook, Question question, Reply reply) {
    hook.sendMessage(draw(reply, question).create())
        .setEphemeral(question.isPrivate(reply))
        .complete();
  }

  /**
   * The webhook of the interaction, by its token alone: Discord says itself when the token has
   * expired.
   */
  private static InteractionHook hook(IReplyCallback event) {
    return InteractionHook.from(event.getJDA(), event.getToken());
  }

  private void attempt(IReplyCallback event, Question question, Reply reply, Runnable delivery) {
    try {
      delivery.run();
    } catch (RuntimeException thrown) {
      DiscordFailure failure = DiscordFailure.of(thrown);
      count("answer", failure);
      LOG.info("interaction {} not answered at first: {}", event.getId(), failure.told());
      rescue(event, question, reply, thrown, failure);
    }
  }

  private void rescue(
      IReplyCallback event,
      Question question,
      Reply reply,
      Throwable thrown,
      DiscordFailure failure) {
    Reply told = failure.reason() == Reason.OTHER ? inWords(reply) : reply;
    try {
      switch (failure.reason()) {
        // Another delivery of the same interaction was first, or Discord took our answer and its
        // word got lost: filling in the answer once more is the same answer.
        case ANSWERED, DOWN -> hook(event).editOriginal(draw(told, question).edit()).complete();
        case GONE -> followUp(hook(event), question, told);
        case FORBIDDEN ->
            hook(event)
                .sendMessage(
                    DiscordRenderer.renderWithoutFiles(told, question.recipient()).create())
                .setEphemeral(true)
                .complete();
        case TOO_LATE, EXPIRED, LIMITED, CLOSED -> bring(event, question, told);
        case OTHER -> {
          LOG.error("cannot send the answer to interaction {}", event.getId(), thrown);
          followUpOrReply(event, question, told);
        }
      }
    } catch (RuntimeException second) {
      count("rescue", DiscordFailure.of(second));
      bring(event, question, told);
    }
  }

  /** The reply without anything that Discord might not take. */
  private static Reply inWords(Reply reply) {
    return new Reply.Notice(
        reply instanceof Reply.Notice notice ? notice.problem() : null,
        RichText.of(PlainText.of(reply)),
        null,
        List.of(),
        reply.facts());
  }

  private void followUpOrReply(IReplyCallback event, Question question, Reply reply) {
    if (event.isAcknowledged()) {
      followUp(hook(event), question, reply);
    } else {
      event
          .reply(draw(reply, question).create())
          .setEphemeral(question.isPrivate(reply))
          .complete();
    }
  }

  private void bring(IReplyCallback event, Question question, Reply reply) {
    boolean brought = LastResort.bring(event, question, reply);
    meters.counter("cairn.discord.answers.late", "brought", Boolean.toString(brought)).increment();
  }

  private void count(String step, DiscordFailure failure) {
    meters
        .counter(
            "cairn.discord.failures",
            "step",
            step,
            "reason",
            failure.reason().name().toLowerCase(Locale.ROOT))
        .increment();
  }
}
