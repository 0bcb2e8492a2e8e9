package dev.cairn.platform.discord;

import dev.cairn.chat.Audience;
import dev.cairn.chat.Reply;
import net.dv8tion.jda.api.entities.Message;
import net.dv8tion.jda.api.entities.channel.middleman.MessageChannel;
import net.dv8tion.jda.api.interactions.Interaction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings an answer to a member when the interaction can no longer be answered: into the channel
 * where everyone may see it, else as a direct message.
 */
final class DirectFallback {
  private static final Logger LOG = LoggerFactory.getLogger(DirectFallback.class);

  private DirectFallback() {}

  /** Whether it could be brought. */
  static boolean bring(Interaction event, Question question, Reply reply) {
    boolean open = question.audience() == Audience.EVERYONE && !question.isPrivate(reply);
    return (open && inChannel(event, reply)) || direct(event, reply);
  }

  private static boolean inChannel(Interaction event, Reply reply) {
    if (!(event.getChannel() instanceof MessageChannel channel)) {
      return false;
    }
    try {
      DiscordMessage message =
          DiscordRenderer.render(reply, Recipient.caller(event.getUser().getId()));
      return sent(channel.sendMessage(message.create()).complete());
    } catch (RuntimeException failure) {
      LOG.info(
          "cannot answer interaction {} in its channel: {}",
          event.getId(),
          DiscordFailure.of(failure).told());
      return false;
    }
  }

  private static boolean direct(Interaction event, Reply reply) {
    Recipient recipient =
        event.getGuild() == null
            ? Recipient.caller(event.getUser().getId())
            : Recipient.direct(event.getUser().getId(), event.getGuild().getId());
    try {
      DiscordMessage message = DiscordRenderer.render(reply, recipient);
      return sent(
          event
              .getUser()
              .openPrivateChannel()
              .flatMap(channel -> channel.sendMessage(message.create()))
              .complete());
    } catch (RuntimeException failure) {
      LOG.warn(
          "interaction {} stays unanswered: {}", event.getId(), DiscordFailure.of(failure).told());
      return false;
    }
  }

  private static boolean sent(Message message) {
    return message.getIdLong() != 0;
  }
}
