package dev.cairn.platform.discord.receive;

import dev.cairn.chat.Account;
import dev.cairn.chat.Platform;
import dev.cairn.chat.Value;
import dev.cairn.command.References;
import dev.cairn.platform.discord.api.Snowflake;
import java.util.Optional;
import net.dv8tion.jda.api.entities.Guild;
import net.dv8tion.jda.api.entities.Member;
import net.dv8tion.jda.api.entities.channel.middleman.GuildChannel;
import net.dv8tion.jda.api.exceptions.ErrorResponseException;
import org.jspecify.annotations.Nullable;

/**
 * Finds members, channels and roles by Discord's ids and mentions, where they are named in text.
 */
public final class DiscordReferences implements References {
  private final @Nullable Guild guild;

  /**
   * References within a guild.
   *
   * @param guild what we know of it, or null where we know none
   */
  public DiscordReferences(@Nullable Guild guild) {
    this.guild = guild;
  }

  @Override
  public Optional<Account> member(String text) {
    return id(text, "<@!?([0-9]+)>|@?([0-9]+)").flatMap(this::account);
  }

  @Override
  public Optional<Value.Channel> channel(String text) {
    return id(text, "<#([0-9]+)>|#?([0-9]+)")
        .flatMap(channel -> {
          GuildChannel known = guild == null ? null : guild.getGuildChannelById(channel);
          return known == null
              ? Optional.empty()
              : Optional.of(new Value.Channel(channel, known.getName()));
        });
  }

  @Override
  public Optional<Value.Role> role(String text) {
    return id(text, "<@&([0-9]+)>|@?([0-9]+)")
        .map(role -> guild == null || guild.isDetached() ? null : guild.getRoleById(role))
        .map(known -> new Value.Role(known.getId(), known.getName()));
  }

  private Optional<Account> account(String user) {
    if (guild == null || guild.isDetached()) {
      return Optional.empty();
    }
    try {
      Member member = guild.retrieveMemberById(user).complete();
      return Optional.of(
          new Account(Platform.DISCORD, guild.getId(), user, member.getEffectiveName()));
    } catch (ErrorResponseException unknown) {
      return Optional.empty();
    }
  }

  private static Optional<String> id(String text, String form) {
    var matcher = java.util.regex.Pattern.compile(form).matcher(text.strip());
    if (!matcher.matches()) {
      return Optional.empty();
    }
    String id = matcher.group(1) == null ? matcher.group(2) : matcher.group(1);
    return Snowflake.isOne(id) ? Optional.of(id) : Optional.empty();
  }
}
