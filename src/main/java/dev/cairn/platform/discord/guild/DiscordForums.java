package dev.cairn.platform.discord.guild;

import dev.cairn.connection.ForumLookup;
import dev.cairn.platform.discord.api.Shards;
import java.util.List;
import java.util.function.Predicate;
import net.dv8tion.jda.api.Permission;
import net.dv8tion.jda.api.entities.channel.concrete.ForumChannel;
import net.dv8tion.jda.api.entities.channel.forums.BaseForumTag;

/** The forum channels of guilds. */
public final class DiscordForums implements ForumLookup {
  private final Shards shards;

  public DiscordForums(Shards shards) {
    this.shards = shards;
  }

  @Override
  public List<Forum> forums(String community) {
    return shards.guild(community).stream()
        .flatMap(guild -> guild.getForumChannelCache().stream())
        .map(DiscordForums::forum)
        .toList();
  }

  private static Forum forum(ForumChannel channel) {
    // A moderated tag is for whoever may manage threads.
    boolean moderator =
        channel.getGuild().getSelfMember().hasPermission(channel, Permission.MANAGE_THREADS);
    Predicate<BaseForumTag> open = tag -> moderator || !tag.isModerated();
    return new Forum(
        channel.getId(),
        channel.isTagRequired(),
        channel.getAvailableTags().stream()
            .filter(open)
            .map(tag -> new Tag(tag.getId(), tag.getName()))
            .toList(),
        channel.getAvailableTags().stream()
            .filter(open.negate())
            .map(BaseForumTag::getName)
            .toList());
  }
}
