package dev.cairn.platform.discord;

import dev.cairn.chat.Account;
import dev.cairn.chat.Platform;
import dev.cairn.chat.Value;
import dev.cairn.command.References;
import java.util.Map;
import java.util.Optional;
import net.dv8tion.jda.api.entities.Guild;
import net.dv8tion.jda.api.entities.Member;
import net.dv8tion.jda.api.entities.channel.middleman.GuildChannel;
import net.dv8tion.jda.api.exceptions.ErrorResponseException;
import org.jspecify.annotations.Nullable;

/**
 * Finds members and channels by Discord's ids and mentions: among those that came along with the
 * interaction, else by asking Discord.
 */
final class DiscordReferences implements References {
  private final String community;
  private final @Nullable Guild guild;
  private final Map<String, String> namesByUser;

  /**
   * References within a guild.
   *
   * @param guild what we know of it, or null where we are not in it
   * @param namesByUser names that came along with the interaction, by the user's id
   */
  DiscordReferences(String community, @Nullable Guild guild, Map<String, String> namesByUser) {
    this.community = community;
    this.guild = guild;
    this.namesByUser = Map.copyOf(namesByUser);
  }

  @Override
  public Optional<Account> member(String text) {
    return id(text, "<@!?([0-9]+)>|@?([0-9]+)")
        .flatMap(
            user -> name(user).map(name -> new Account(Platform.DISCORD, community, user, name)));
  }

  @Override
  public Optional<Value.Channel> channel(String text) {
    return id(text, "<#([0-9]+)>|#?([0-9]+)")
        .flatMap(
            channel -> {
              GuildChannel known = guild == null ? null : guild.getGuildChannelById(channel);
              return known == null
                  ? Optional.empty()
                  : Optional.of(new Value.Channel(channel, known.getName()));
            });
  }

  private Optional<String> name(String user) {
    String given = namesByUser.get(user);
    if (given != null) {
      return Optional.of(given);
    }
    if (guild == null || guild.isDetached()) {
      return Optional.empty();
    }
    try {
      Member member = guild.retrieveMemberById(user).complete();
      return Optional.of(member.getEffectiveName());
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
