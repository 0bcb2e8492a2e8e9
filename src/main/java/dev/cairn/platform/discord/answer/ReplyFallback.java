package dev.cairn.platform.discord.answer;

import dev.cairn.chat.CommandName;
import dev.cairn.chat.Platform;
import dev.cairn.chat.reply.Block;
import dev.cairn.chat.reply.PlainText;
import dev.cairn.chat.reply.Problem;
import dev.cairn.chat.reply.Reply;
import dev.cairn.chat.reply.RichText;
import dev.cairn.chat.reply.Span;
import dev.cairn.command.Answer;
import dev.cairn.command.Dialogue;
import dev.cairn.connection.Acknowledgement;
import dev.cairn.platform.discord.api.DiscordFailure;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import net.dv8tion.jda.api.interactions.callbacks.IReplyCallback;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Brings an answer that Discord did not take to the member by another way, and counts it. */
public final class ReplyFallback {
  private static final Logger LOG = LoggerFactory.getLogger(ReplyFallback.class);
  private static final CommandName DOCTOR = CommandName.of("community doctor");

  private final Dialogue dialogue;
  private final MeterRegistry meters;

  public ReplyFallback(Dialogue dialogue, MeterRegistry meters) {
    this.dialogue = dialogue;
    this.meters = meters;
  }

  /** The reply was not taken as the first answer. */
  void unanswered(IReplyCallback event, DrawnAnswer answer, RuntimeException refused) {
    DiscordFailure failure = noted(event, refused);
    FollowUp later = FollowUp.to(event);
    attempt(
        event,
        answer,
        () -> {
          switch (failure.reason()) {
            // Another delivery of the same interaction was first, and its answer is the same. A
            // form has nothing that could be filled in.
            case ANSWERED -> {
              if (!(answer.answer() instanceof Answer.Asked)) {
                later.replace(answer);
              }
            }
            // Discord may have taken it, and its word got lost: filled in once more it is the same.
            case DOWN -> later.replace(answer);
            case TAKEN, DONE -> {}
            case GONE -> answerPlainly(event, answer);
            case FORBIDDEN -> answerPlainly(event, withHint(answer));
            case OTHER -> answerPlainly(event, inWords(event, answer, refused));
            case TOO_LATE, EXPIRED, LIMITED, CLOSED -> bring(event, answer);
          }
        });
  }

  /** The reply was not taken after an acknowledgement. */
  void acknowledged(IReplyCallback event, DrawnAnswer answer, RuntimeException refused) {
    DiscordFailure failure = noted(event, refused);
    FollowUp later = FollowUp.to(event);
    attempt(
        event,
        answer,
        () -> {
          switch (failure.reason()) {
            case ANSWERED, DOWN -> later.replace(answer);
            case TAKEN, DONE -> {}
            case GONE -> later.add(answer);
            case FORBIDDEN -> later.addPlainly(withHint(answer));
            case OTHER -> later.addPlainly(inWords(event, answer, refused));
            case TOO_LATE, EXPIRED, LIMITED, CLOSED -> bring(event, answer);
          }
        });
  }

  /** Notes how long after an interaction was made Discord had a first answer to it. */
  void acknowledged(Duration after) {
    Acknowledgement.timer(meters, Platform.DISCORD).record(after);
  }

  /** Counts a request that failed. */
  void count(String step, DiscordFailure failure) {
    meters
        .counter(
            "cairn.discord.failures",
            "step",
            step,
            "reason",
            failure.reason().name().toLowerCase(Locale.ROOT))
        .increment();
  }

  private DiscordFailure noted(IReplyCallback event, RuntimeException refused) {
    DiscordFailure failure = DiscordFailure.of(refused);
    count("answer", failure);
    LOG.info("interaction {} not answered at first: {}", event.getId(), failure.told());
    return failure;
  }

  private void attempt(IReplyCallback event, DrawnAnswer answer, Runnable rescue) {
    try {
      rescue.run();
    } catch (RuntimeException again) {
      count("rescue", DiscordFailure.of(again));
      bring(event, answer);
    }
  }

  /** A first answer once more, without files: Discord still waits for one after a refusal. */
  private static void answerPlainly(IReplyCallback event, DrawnAnswer answer) {
    Callbacks.replyAgain(event, answer.plainly(), answer.isPrivate());
  }

  /** The reply with a word on why it is not all that it might be. */
  private DrawnAnswer withHint(DrawnAnswer answer) {
    RichText hint =
        RichText.of(
            "Discord does not let me answer here as I would like to: I lack a permission in this"
                + " channel.");
    RichText told =
        dialogue.registry().find(DOCTOR).isPresent()
            ? hint.plain(" A moderator is told which by ").command(DOCTOR.toString()).plain(".")
            : hint;
    return answer.saying(
        switch (answer.reply()) {
          case Reply.Card card -> withText(card, told);
          case Reply.Notice notice ->
              new Reply.Notice(
                  notice.problem(),
                  notice.text().plain("\n").then(told),
                  notice.option(),
                  notice.controls(),
                  notice.facts());
        });
  }

  private static Reply withText(Reply.Card card, RichText text) {
    List<Block> blocks = new ArrayList<>(card.blocks());
    blocks.add(new Block.Text(text));
    return new Reply.Card(
        card.title(), card.tone(), blocks, card.controls(), card.facts(), card.personal());
  }

  /**
   * The reply without anything that Discord might not take; that it had to be is most likely our
   * fault, and has an id in the log.
   */
  private DrawnAnswer inWords(IReplyCallback event, DrawnAnswer answer, RuntimeException refused) {
    Answer.Said failure =
        dialogue.failed("sending the answer to interaction " + event.getId(), refused);
    Reply reply = answer.reply();
    Problem problem = reply instanceof Reply.Notice notice ? notice.problem() : null;
    return answer.saying(
        new Reply.Notice(
            problem,
            RichText.of(PlainText.of(reply))
                .plain("\n\nDiscord did not take this as I meant to show it. ")
                .then(id(failure)),
            null,
            List.of(),
            reply.facts()));
  }

  /** The error id out of a notice of failure: its code. */
  private static RichText id(Answer.Said failure) {
    return failure.reply() instanceof Reply.Notice notice ? id(notice.text()) : RichText.EMPTY;
  }

  private static RichText id(RichText failure) {
    return failure.spans().stream()
        .filter(Span.Code.class::isInstance)
        .map(Span.Code.class::cast)
        .findFirst()
        .map(code -> RichText.of("The error id is ").code(code.text()).plain("."))
        .orElse(RichText.EMPTY);
  }

  private void bring(IReplyCallback event, DrawnAnswer answer) {
    boolean brought = DirectFallback.bring(event, answer);
    meters.counter("cairn.discord.answers.late", "brought", Boolean.toString(brought)).increment();
  }
}
