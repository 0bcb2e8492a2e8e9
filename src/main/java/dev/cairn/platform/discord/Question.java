package dev.cairn.platform.discord;

import dev.cairn.chat.Audience;
import dev.cairn.chat.Reply;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What an interaction asks, before its answer is known.
 *
 * @param audience who sees the answer
 * @param updates whether the answer takes the place of the message that was pressed on
 * @param recipient whom the answer is for
 * @param answer answers, always; may take long
 */
record Question(
    Audience audience, boolean updates, Recipient recipient, Supplier<? extends Reply> answer) {
  private static final Logger LOG = LoggerFactory.getLogger(Question.class);

  /** Whether only the caller sees this answer: what went wrong is nobody else's business. */
  boolean isPrivate(Reply reply) {
    return audience == Audience.CALLER
        || (reply instanceof Reply.Notice notice && notice.problem() != null);
  }

  /**
   * The answer, with its pictures drawn, so that sending it takes no time any more. A picture that
   * cannot be drawn fails when it is sent, where there is a rescue.
   */
  Reply answered() {
    Reply reply = answer.get();
    try {
      draw(reply).drawPictures();
    } catch (RuntimeException failure) {
      LOG.debug("a picture could not be drawn ahead", failure);
    }
    return reply;
  }

  /** The reply as its recipient is to see it. */
  DiscordMessage draw(Reply reply) {
    return DiscordRenderer.render(reply, recipient);
  }

  /** The reply without files: pictures are told in words. */
  DiscordMessage drawPlainly(Reply reply) {
    return DiscordRenderer.renderWithoutFiles(reply, recipient);
  }
}
