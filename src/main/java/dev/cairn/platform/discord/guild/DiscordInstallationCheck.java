package dev.cairn.platform.discord.guild;

import static dev.cairn.platform.discord.api.NeededPermission.ATTACH;
import static dev.cairn.platform.discord.api.NeededPermission.OPEN_THREADS;
import static dev.cairn.platform.discord.api.NeededPermission.PIN;
import static dev.cairn.platform.discord.api.NeededPermission.READ_BACK;
import static dev.cairn.platform.discord.api.NeededPermission.SEE;
import static dev.cairn.platform.discord.api.NeededPermission.SPEAK;
import static dev.cairn.platform.discord.api.NeededPermission.SPEAK_IN_THREADS;

import dev.cairn.chat.Platform;
import dev.cairn.chat.Value;
import dev.cairn.connection.InstallationCheck;
import dev.cairn.platform.discord.api.NeededPermission;
import dev.cairn.platform.discord.api.Shards;
import dev.cairn.platform.discord.api.Snowflake;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import net.dv8tion.jda.api.Permission;
import net.dv8tion.jda.api.entities.Guild;
import net.dv8tion.jda.api.entities.Role;
import net.dv8tion.jda.api.entities.channel.concrete.ForumChannel;
import net.dv8tion.jda.api.entities.channel.middleman.GuildChannel;
import org.jspecify.annotations.Nullable;

/** Looks at what a guild allows us. */
public final class DiscordInstallationCheck implements InstallationCheck {
  private static final Finding WITHOUT_BOT =
      new Finding(
          Gravity.BROKEN,
          "I am not in this server as a bot; only my commands are here.",
          "Invite me again with the link of the setup page: it has the scopes bot and"
              + " applications.commands.");

  private final Shards shards;

  public DiscordInstallationCheck(Shards shards) {
    this.shards = shards;
  }

  @Override
  public Platform platform() {
    return Platform.DISCORD;
  }

  @Override
  public List<Finding> examine(String community, @Nullable String channel) {
    Optional<Guild> guild = shards.guild(community);
    if (guild.isEmpty()) {
      return List.of(WITHOUT_BOT);
    }
    List<Finding> findings = new ArrayList<>();
    if (channel == null) {
      findings.add(
          new Finding(
              Gravity.LIMITED,
              "No channel is chosen for the topic of the day.",
              "Choose one in the settings of the community."));
    } else {
      findings.addAll(
          inChannel(
              guild.get(),
              channel,
              isForum(guild.get(), channel)
                  ? EnumSet.of(SEE, SPEAK, SPEAK_IN_THREADS, ATTACH, READ_BACK)
                  : EnumSet.allOf(NeededPermission.class)));
    }
    return Finding.orAllIsWell(findings);
  }

  @Override
  public List<Finding> obstacles(String community, Posts posts) {
    if (!shards.allConnected()) {
      return List.of();
    }
    return shards
        .guild(community)
        .map(guild ->
            Stream.concat(
                    inChannel(guild, posts.channel(), needed(guild, posts)).stream(),
                    toPing(guild, posts).stream())
                .toList())
        .orElseGet(() -> List.of(WITHOUT_BOT));
  }

  private static Set<NeededPermission> needed(Guild guild, Posts posts) {
    Set<NeededPermission> needed = EnumSet.of(SEE, SPEAK);
    if (isForum(guild, posts.channel())) {
      // Discord takes no nonce there: what was posted before a crash has to be looked for.
      needed.add(READ_BACK);
      return needed;
    }
    if (posts.thread()) {
      needed.add(OPEN_THREADS);
    }
    if (posts.pin()) {
      needed.add(PIN);
    }
    return needed;
  }

  private static boolean isForum(Guild guild, String channel) {
    return Snowflake.isOne(channel) && guild.getGuildChannelById(channel) instanceof ForumChannel;
  }

  /** A mention of a role that we may not mention is shown, and notifies nobody. */
  private static Optional<Finding> toPing(Guild guild, Posts posts) {
    Value.Role ping = posts.ping();
    GuildChannel channel =
        Snowflake.isOne(posts.channel()) ? guild.getGuildChannelById(posts.channel()) : null;
    if (ping == null || channel == null) {
      return Optional.empty();
    }
    Role role = Snowflake.isOne(ping.id()) ? guild.getRoleById(ping.id()) : null;
    if (role == null) {
      return Optional.of(
          new Finding(
              Gravity.LIMITED,
              "There is no role @%s here.".formatted(ping.name()),
              "Pick another for ping in daily set, from Discord's list, or none."));
    }
    return role.isMentionable()
            || guild.getSelfMember().hasPermission(channel, Permission.MESSAGE_MENTION_EVERYONE)
        ? Optional.empty()
        : Optional.of(
            new Finding(
                Gravity.LIMITED,
                "I may not mention the role @%s in #%s."
                    .formatted(role.getName(), channel.getName()),
                "Open Server settings, Roles, %s, and allow anyone to mention it; or give my role"
                        .formatted(role.getName())
                    + " the permission %s in #%s."
                        .formatted(
                            Permission.MESSAGE_MENTION_EVERYONE.getName(), channel.getName())));
  }

  private static List<Finding> inChannel(Guild guild, String id, Set<NeededPermission> needed) {
    GuildChannel channel = Snowflake.isOne(id) ? guild.getGuildChannelById(id) : null;
    if (channel == null) {
      return List.of(
          new Finding(
              Gravity.BROKEN,
              "The channel that was chosen for me is gone, or hidden from me.",
              "Choose another one, or give me the permission View Channels in it."));
    }
    return NeededPermission.missingIn(channel).stream()
        .filter(needed::contains)
        .map(missing ->
            new Finding(
                missing.gravity(),
                "I lack the permission %s in #%s; I need it to %s."
                    .formatted(
                        missing.permission().getName(), channel.getName(), missing.purpose()),
                "Open the settings of #%s, Permissions, my role, and allow %s."
                    .formatted(channel.getName(), missing.permission().getName())))
        .toList();
  }
}
