package dev.cairn.platform.discord.send;

import dev.cairn.chat.reply.Excerpt;
import dev.cairn.connection.MessageSender.Delivery;
import dev.cairn.connection.MessageSender.OutgoingMessage;
import dev.cairn.connection.MessageSender.Search;
import dev.cairn.connection.MessageSender.Window;
import dev.cairn.platform.discord.api.DiscordFailure;
import dev.cairn.platform.discord.api.DiscordFailure.Reason;
import dev.cairn.platform.discord.api.Snowflake;
import dev.cairn.platform.discord.render.DiscordLimits;
import dev.cairn.platform.discord.render.DiscordMessage;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import net.dv8tion.jda.api.entities.Message;
import net.dv8tion.jda.api.entities.channel.concrete.ForumChannel;
import net.dv8tion.jda.api.entities.channel.concrete.ThreadChannel;
import net.dv8tion.jda.api.entities.channel.forums.ForumTagSnowflake;
import net.dv8tion.jda.api.exceptions.ErrorResponseException;
import net.dv8tion.jda.api.exceptions.RateLimitedException;

/**
 * Posts in forums: each is a thread, which bears the id of its first message. Discord takes no
 * nonce for them, so that only looking tells whether one is there.
 */
final class ForumPosts {
  /** How many archived threads Discord gives at once. */
  private static final int PAGE = 100;

  private ForumPosts() {}

  /** Opens one. */
  static Delivery open(ForumChannel forum, OutgoingMessage outgoing, DiscordMessage message)
      throws RateLimitedException {
    String tag = outgoing.tag();
    List<ForumTagSnowflake> tags =
        tag != null && forum.getAvailableTagById(tag) != null
            ? List.of(ForumTagSnowflake.fromId(tag))
            : List.of();
    if (forum.isTagRequired() && tags.isEmpty()) {
      return new Delivery.Undeliverable(
          "The forum #%s wants a tag on each post. Say which, with tag in /daily set."
              .formatted(forum.getName()),
          false);
    }
    String title = outgoing.thread() == null ? outgoing.card().title() : outgoing.thread();
    String thread =
        forum
            .createForumPost(Excerpt.of(title, DiscordLimits.THREAD_NAME), message.create())
            .setTags(tags)
            .complete(false)
            .getThreadChannel()
            .getId();
    return new Delivery.Sent(thread);
  }

  /** Looks for one of ours among all that were opened in that time, archived or not. */
  static Search find(ForumChannel forum, String self, Predicate<Message> isIt, Window tried) {
    long first = Snowflake.at(tried.from());
    long last = Snowflake.at(tried.until());
    Predicate<ThreadChannel> mayBe =
        thread ->
            thread.getParentChannel().getIdLong() == forum.getIdLong()
                && thread.getOwnerId().equals(self)
                && thread.getIdLong() >= first
                && thread.getIdLong() <= last
                && beginning(thread).filter(isIt).isPresent();
    Optional<ThreadChannel> found =
        forum.getGuild().retrieveActiveThreads().complete().stream().filter(mayBe).findFirst();
    return Search.of(
        found
            .or(() -> archived(forum, tried.from(), mayBe))
            .map(thread -> new Delivery.Sent(thread.getId())));
  }

  /** Those that were archived last come first; none was before it was opened. */
  private static Optional<ThreadChannel> archived(
      ForumChannel forum, Instant from, Predicate<ThreadChannel> mayBe) {
    for (ThreadChannel thread :
        forum.retrieveArchivedPublicThreadChannels().limit(PAGE).cache(false)) {
      if (thread.getTimeArchiveInfoLastModified().toInstant().isBefore(from)) {
        return Optional.empty();
      }
      if (mayBe.test(thread)) {
        return Optional.of(thread);
      }
    }
    return Optional.empty();
  }

  /** What a thread begins with; empty where it was deleted. */
  private static Optional<Message> beginning(ThreadChannel thread) {
    try {
      return Optional.of(thread.retrieveMessageById(thread.getId()).complete());
    } catch (ErrorResponseException refused) {
      if (DiscordFailure.of(refused).reason() == Reason.GONE) {
        return Optional.empty();
      }
      throw refused;
    }
  }
}
