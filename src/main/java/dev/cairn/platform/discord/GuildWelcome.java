package dev.cairn.platform.discord;

import dev.cairn.chat.Account;
import dev.cairn.chat.Arguments;
import dev.cairn.chat.Caller;
import dev.cairn.chat.CommandName;
import dev.cairn.chat.Invocation;
import dev.cairn.chat.Platform;
import dev.cairn.chat.Reply;
import dev.cairn.command.Command;
import dev.cairn.command.CommandRouter;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import net.dv8tion.jda.api.entities.Guild;
import net.dv8tion.jda.api.entities.channel.concrete.TextChannel;
import net.dv8tion.jda.api.events.guild.GuildJoinEvent;
import net.dv8tion.jda.api.hooks.ListenerAdapter;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Greets a guild that has just invited us with {@code /community setup}, as if its owner had asked:
 * where its moderators read, else where we may speak, else by a direct message to the owner.
 */
final class GuildWelcome extends ListenerAdapter {
  private static final Logger LOG = LoggerFactory.getLogger(GuildWelcome.class);
  private static final CommandName SETUP = CommandName.of("community setup");

  private final CommandRouter router;
  private final InstantSource clock;
  private final InFlight inFlight;

  GuildWelcome(CommandRouter router, InstantSource clock, InFlight inFlight) {
    this.router = router;
    this.clock = clock;
    this.inFlight = inFlight;
  }

  @Override
  public void onGuildJoin(GuildJoinEvent event) {
    router
        .registry()
        .find(SETUP)
        .ifPresent(setup -> inFlight.during(() -> greet(event.getGuild(), setup)));
  }

  private void greet(Guild guild, Command setup) {
    Optional<TextChannel> channel = channel(guild);
    try {
      if (channel.isPresent()) {
        Reply reply = answer(guild, setup, channel.get().getId());
        DiscordMessage message = DiscordRenderer.render(reply, Recipient.CHANNEL);
        channel.get().sendMessage(message.create()).complete();
      } else {
        Recipient owner = Recipient.direct(guild.getOwnerId(), guild.getId());
        DiscordMessage message = DiscordRenderer.render(answer(guild, setup, null), owner);
        guild
            .getJDA()
            .openPrivateChannelById(guild.getOwnerIdLong())
            .flatMap(direct -> direct.sendMessage(message.create()))
            .complete();
      }
    } catch (RuntimeException failure) {
      LOG.warn("could not greet guild {}: {}", guild.getId(), DiscordFailure.of(failure).told());
    }
  }

  private Reply answer(Guild guild, Command setup, @Nullable String channel) {
    Caller owner =
        new Caller(
            new Account(Platform.DISCORD, guild.getId(), guild.getOwnerId(), guild.getOwnerId()),
            guild.getName(),
            true,
            Locale.forLanguageTag(guild.getLocale().getLocale()),
            null);
    return router.answer(
        new Invocation(
            "discord:join:" + guild.getId() + ":" + clock.instant().toEpochMilli(),
            setup.spec(),
            Arguments.NONE,
            owner,
            clock.instant(),
            channel,
            Invocation.Origin.TYPED));
  }

  private static Optional<TextChannel> channel(Guild guild) {
    return Stream.concat(
            Stream.concat(
                Stream.ofNullable(guild.getCommunityUpdatesChannel()),
                Stream.ofNullable(guild.getSystemChannel())),
            guild.getTextChannels().stream())
        .filter(TextChannel::canTalk)
        .findFirst();
  }
}
