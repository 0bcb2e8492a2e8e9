package dev.cairn.platform.discord.answer;

import dev.cairn.platform.discord.api.DiscordFailure;
import dev.cairn.platform.discord.render.DiscordMessage;
import dev.cairn.platform.discord.render.Recipient;
import net.dv8tion.jda.api.entities.Guild;
import net.dv8tion.jda.api.entities.Message;
import net.dv8tion.jda.api.entities.channel.middleman.MessageChannel;
import net.dv8tion.jda.api.interactions.Interaction;
import org.jspecify.annotations.Nullable;
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
  static boolean bring(Interaction event, DrawnAnswer answer) {
    return (!answer.isPrivate() && inChannel(event, answer)) || direct(event, answer);
  }

  private static boolean inChannel(Interaction event, DrawnAnswer answer) {
    if (!(event.getChannel() instanceof MessageChannel channel)) {
      return false;
    }
    try {
      DiscordMessage message = answer.to(Recipient.caller(event.getUser().getId())).message();
      return sent(channel.sendMessage(message.create()).complete());
    } catch (RuntimeException failure) {
      LOG.info(
          "cannot answer interaction {} in its channel: {}",
          event.getId(),
          DiscordFailure.of(failure).told());
      return false;
    }
  }

  private static boolean direct(Interaction event, DrawnAnswer answer) {
    Recipient recipient =
        event.getGuild() == null
            ? Recipient.caller(event.getUser().getId())
            : Recipient.direct(
                event.getUser().getId(), event.getGuild().getId(), name(event.getGuild()));
    try {
      DiscordMessage message = answer.to(recipient).message();
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

  /** Where only our commands are, we do not know what the guild is called. */
  private static @Nullable String name(Guild guild) {
    return guild.isDetached() ? null : guild.getName();
  }

  private static boolean sent(Message message) {
    return message.getIdLong() != 0;
  }
}
