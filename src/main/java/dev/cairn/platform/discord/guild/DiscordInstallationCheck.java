package dev.cairn.platform.discord.guild;

import static dev.cairn.platform.discord.api.NeededPermission.OPEN_THREADS;
import static dev.cairn.platform.discord.api.NeededPermission.PIN;
import static dev.cairn.platform.discord.api.NeededPermission.SEE;
import static dev.cairn.platform.discord.api.NeededPermission.SPEAK;

import dev.cairn.chat.Platform;
import dev.cairn.connection.InstallationCheck;
import dev.cairn.platform.discord.api.NeededPermission;
import dev.cairn.platform.discord.api.Shards;
import dev.cairn.platform.discord.api.Snowflake;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import net.dv8tion.jda.api.entities.Guild;
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
      findings.addAll(inChannel(guild.get(), channel, EnumSet.allOf(NeededPermission.class)));
    }
    return Finding.orAllIsWell(findings);
  }

  @Override
  public List<Finding> obstacles(String community, String channel, boolean pin) {
    if (!shards.allConnected()) {
      return List.of();
    }
    Set<NeededPermission> needed = EnumSet.of(SEE, SPEAK, OPEN_THREADS);
    if (pin) {
      needed.add(PIN);
    }
    return shards
        .guild(community)
        .map(guild -> inChannel(guild, channel, needed))
        .orElseGet(() -> List.of(WITHOUT_BOT));
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
