package dev.cairn.platform.discord;

import dev.cairn.chat.Reply;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import net.dv8tion.jda.api.entities.Guild;
import net.dv8tion.jda.api.entities.channel.concrete.TextChannel;
import net.dv8tion.jda.api.events.guild.GuildJoinEvent;
import net.dv8tion.jda.api.hooks.ListenerAdapter;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Greets a guild that has just invited us: where we may speak, else its owner. */
final class Welcome extends ListenerAdapter {
  private static final Logger LOG = LoggerFactory.getLogger(Welcome.class);

  private final Supplier<Reply.Card> card;
  private final InFlight inFlight;

  Welcome(Supplier<Reply.Card> card, InFlight inFlight) {
    this.card = card;
    this.inFlight = inFlight;
  }

  @Override
  public void onGuildJoin(GuildJoinEvent event) {
    inFlight.during(() -> greet(event.getGuild()));
  }

  private void greet(Guild guild) {
    try {
      Optional<TextChannel> channel = channel(guild);
      if (channel.isPresent()) {
        DiscordMessage message = DiscordRenderer.render(card.get(), Recipient.CHANNEL);
        channel.get().sendMessage(message.create()).complete();
      } else {
        DiscordMessage message =
            DiscordRenderer.render(card.get(), Recipient.direct(guild.getOwnerId(), guild.getId()));
        guild
            .getJDA()
            .openPrivateChannelById(guild.getOwnerIdLong())
            .flatMap(owner -> owner.sendMessage(message.create()))
            .complete();
      }
    } catch (RuntimeException failure) {
      LOG.warn("could not greet guild {}: {}", guild.getId(), DiscordFailure.of(failure).told());
    }
  }

  private static Optional<TextChannel> channel(Guild guild) {
    return Stream.concat(
            Stream.ofNullable(guild.getSystemChannel()), guild.getTextChannels().stream())
        .filter(TextChannel::canTalk)
        .findFirst();
  }
}
