package dev.cairn.platform.discord.guild;

import dev.cairn.chat.Account;
import dev.cairn.chat.Caller;
import dev.cairn.chat.CommandName;
import dev.cairn.chat.Place;
import dev.cairn.chat.Platform;
import dev.cairn.chat.reply.Reply;
import dev.cairn.command.Dialogue;
import dev.cairn.command.Heard;
import dev.cairn.command.Input;
import dev.cairn.platform.discord.api.DiscordFailure;
import dev.cairn.platform.discord.receive.DiscordReferences;
import dev.cairn.platform.discord.receive.ShardTurns;
import dev.cairn.platform.discord.render.DiscordMessage;
import dev.cairn.platform.discord.render.DiscordRenderer;
import dev.cairn.platform.discord.render.Recipient;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import net.dv8tion.jda.api.entities.Guild;
import net.dv8tion.jda.api.entities.channel.concrete.TextChannel;
import net.dv8tion.jda.api.events.GenericEvent;
import net.dv8tion.jda.api.events.guild.GuildJoinEvent;
import net.dv8tion.jda.api.hooks.EventListener;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Greets a guild that has just invited us with {@code /community setup}, as if its owner had asked:
 * where its moderators read, else where we may speak, else by a direct message to the owner.
 */
public final class GuildWelcome implements EventListener {
  private static final Logger LOG = LoggerFactory.getLogger(GuildWelcome.class);
  private static final CommandName SETUP = CommandName.of("community setup");

  private final Dialogue dialogue;
  private final DiscordRenderer renderer;
  private final InstantSource clock;
  private final ShardTurns turns;

  public GuildWelcome(
      Dialogue dialogue, DiscordRenderer renderer, InstantSource clock, ShardTurns turns) {
    this.dialogue = dialogue;
    this.renderer = renderer;
    this.clock = clock;
    this.turns = turns;
  }

  @Override
  public void onEvent(GenericEvent event) {
    if (event instanceof GuildJoinEvent joined && dialogue.registry().find(SETUP).isPresent()) {
      turns.during(
          joined.getJDA(), "join:" + joined.getGuild().getId(), () -> greet(joined.getGuild()));
    }
  }

  private void greet(Guild guild) {
    Optional<TextChannel> channel = channel(guild);
    try {
      if (channel.isPresent()) {
        Reply reply = answer(guild, channel.get().getId());
        DiscordMessage message = renderer.render(reply, Recipient.CHANNEL);
        channel.get().sendMessage(message.create()).complete();
      } else {
        Recipient owner = Recipient.direct(guild.getOwnerId(), guild.getId(), guild.getName());
        DiscordMessage message = renderer.render(answer(guild, null), owner);
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

  private Reply answer(Guild guild, @Nullable String channel) {
    Caller owner =
        new Caller(
            new Account(Platform.DISCORD, guild.getId(), guild.getOwnerId(), guild.getOwnerId()),
            guild.getName(),
            true,
            Locale.forLanguageTag(guild.getLocale().getLocale()),
            null);
    return dialogue
        .answer(
            new Heard(
                "discord:join:" + guild.getId() + ":" + clock.instant().toEpochMilli(),
                Place.of(owner.account()),
                new Input.Options(SETUP.toString(), Map.of()),
                () -> owner,
                clock.instant(),
                channel,
                new DiscordReferences(guild)))
        .reply();
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
