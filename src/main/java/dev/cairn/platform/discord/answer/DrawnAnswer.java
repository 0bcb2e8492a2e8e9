package dev.cairn.platform.discord.answer;

import dev.cairn.chat.Audience;
import dev.cairn.chat.reply.Reply;
import dev.cairn.command.Answer;
import dev.cairn.platform.discord.render.DiscordMessage;
import dev.cairn.platform.discord.render.DiscordRenderer;
import dev.cairn.platform.discord.render.Recipient;
import dev.cairn.platform.discord.render.WrittenReplies;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** An answer as its recipient is to see it. It is drawn once, however often it is sent. */
final class DrawnAnswer {
  private static final Logger LOG = LoggerFactory.getLogger(DrawnAnswer.class);

  private final DiscordRenderer renderer;
  private final Answer answer;
  private final Recipient recipient;
  private final byte @Nullable [] written;
  private @Nullable DiscordMessage message;

  DrawnAnswer(DiscordRenderer renderer, Answer answer, Recipient recipient) {
    this(renderer, answer, recipient, null);
  }

  private DrawnAnswer(
      DiscordRenderer renderer, Answer answer, Recipient recipient, byte @Nullable [] written) {
    this.renderer = renderer;
    this.answer = answer;
    this.recipient = recipient;
    this.written = written;
  }

  /** The answer with its JSON where that is kept, so that it need not be drawn to be sent. */
  DrawnAnswer foundIn(WrittenReplies replies) {
    return isAMessage()
        ? replies
            .find(reply(), recipient, isPrivate())
            .map(json -> new DrawnAnswer(renderer, answer, recipient, json))
            .orElse(this)
        : this;
  }

  /** Keeps its JSON where it is sent again and again. */
  void noteIn(WrittenReplies replies, byte[] json) {
    if (isAMessage()) {
      replies.note(reply(), recipient, isPrivate(), json);
    }
  }

  private boolean isAMessage() {
    return answer instanceof Answer.Said && !isInPlace();
  }

  /** Its JSON as a message of its own; null where it has to be drawn. */
  byte @Nullable [] written() {
    return written;
  }

  Answer answer() {
    return answer;
  }

  Reply reply() {
    return answer.reply();
  }

  /** Whether it takes the place of the message that was pressed on. */
  boolean isInPlace() {
    return answer instanceof Answer.Said said && said.inPlace();
  }

  /** Whether only the caller sees it where it is a message of its own. */
  boolean isPrivate() {
    return answer.audience() == Audience.CALLER || isInPlace();
  }

  /**
   * The message.
   *
   * @throws RuntimeException when it cannot be drawn
   */
  synchronized DiscordMessage message() {
    DiscordMessage drawn = message;
    if (drawn == null) {
      drawn = renderer.render(reply(), recipient);
      message = drawn;
    }
    return drawn;
  }

  /**
   * Draws the message and its pictures, so that sending it takes no time any more. One that cannot
   * be drawn fails when it is sent, where there is a fallback.
   */
  DrawnAnswer drawn() {
    if (written == null && !(answer instanceof Answer.Asked)) {
      try {
        message().drawPictures();
      } catch (RuntimeException failure) {
        LOG.debug("an answer could not be drawn ahead", failure);
      }
    }
    return this;
  }

  /** The message without files: pictures are told in words. */
  DiscordMessage plainly() {
    return renderer.renderWithoutFiles(reply(), recipient);
  }

  /** The same answer in other words. */
  DrawnAnswer saying(Reply other) {
    return new DrawnAnswer(
        renderer,
        new Answer.Said(answer.given(), other, answer.audience(), isInPlace()),
        recipient);
  }

  /** The same answer for whoever sees it elsewhere. */
  DrawnAnswer to(Recipient other) {
    return other.equals(recipient) ? this : new DrawnAnswer(renderer, answer, other);
  }

  Recipient recipient() {
    return recipient;
  }
}
