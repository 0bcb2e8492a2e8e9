package dev.cairn.platform.discord.receive;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.cairn.chat.Place;
import dev.cairn.chat.Platform;
import dev.cairn.chat.reply.Reply;
import dev.cairn.chat.reply.RichText;
import dev.cairn.command.Dialogue;
import dev.cairn.platform.discord.api.DiscordFailure;
import dev.cairn.platform.discord.api.Shards;
import dev.cairn.platform.discord.render.DiscordRenderer;
import dev.cairn.platform.discord.render.Recipient;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import net.dv8tion.jda.api.Permission;
import net.dv8tion.jda.api.entities.Guild;
import net.dv8tion.jda.api.entities.Message;
import net.dv8tion.jda.api.entities.User;
import net.dv8tion.jda.api.entities.channel.middleman.GuildMessageChannel;
import net.dv8tion.jda.api.events.GenericEvent;
import net.dv8tion.jda.api.events.message.MessageReceivedEvent;
import net.dv8tion.jda.api.exceptions.ErrorResponseException;
import net.dv8tion.jda.api.hooks.EventListener;
import net.dv8tion.jda.api.requests.restaction.MessageCreateAction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hears what is said to us in plain words: in a message that mentions us, or in a direct one. Of
 * all other messages Discord tells us no word, and none of them is looked at. No bot is answered,
 * and nobody more than once in a few seconds; where we may not write, nobody is.
 */
public final class PlainMessageListener implements EventListener {
  private static final Logger LOG = LoggerFactory.getLogger(PlainMessageListener.class);

  /** Whoever writes on meanwhile has an answer already. */
  private static final Duration PACE = Duration.ofSeconds(5);

  /** How many members are remembered to have had theirs. */
  private static final int REMEMBERED = 10_000;

  /** In how many guilds whoever writes directly is looked for: each is a request. */
  private static final int MOST_GUILDS = 5;

  private final Dialogue dialogue;
  private final DiscordRenderer renderer;
  private final Shards shards;
  private final ShardTurns turns;
  private final Cache<String, Boolean> answered =
      Caffeine.newBuilder().maximumSize(REMEMBERED).expireAfterWrite(PACE).build();

  public PlainMessageListener(
      Dialogue dialogue, DiscordRenderer renderer, Shards shards, ShardTurns turns) {
    this.dialogue = dialogue;
    this.renderer = renderer;
    this.shards = shards;
    this.turns = turns;
    // JDA warns of what we mean: the words of other messages are not told to us.
    Message.suppressContentIntentWarning();
  }

  @Override
  public void onEvent(GenericEvent event) {
    if (event instanceof MessageReceivedEvent message) {
      received(message);
    }
  }

  private void received(MessageReceivedEvent event) {
    User author = event.getAuthor();
    if (author.isBot() || author.isSystem() || event.isWebhookMessage()) {
      return;
    }
    Optional<String> said = event.isFromGuild() ? afterOurName(event) : direct(event.getMessage());
    if (said.isEmpty() || answered.asMap().putIfAbsent(author.getId(), true) != null) {
      return;
    }
    turns.during(
        event.getJDA(),
        event.getMessageId(),
        () -> {
          try {
            answer(event, said.get());
          } catch (RuntimeException failure) {
            LOG.info("plain words stay unanswered: {}", DiscordFailure.of(failure).told());
          }
        });
  }

  private static Optional<String> direct(Message message) {
    return Optional.of(message.getContentRaw().strip()).filter(text -> !text.isEmpty());
  }

  /** What follows our name, or precedes it where nothing follows; empty where it is not named. */
  private static Optional<String> afterOurName(MessageReceivedEvent event) {
    if (!(event.getChannel() instanceof GuildMessageChannel channel) || !channel.canTalk()) {
      return Optional.empty();
    }
    String self = event.getJDA().getSelfUser().getId();
    String[] around = event.getMessage().getContentRaw().split("<@!?" + self + ">", 2);
    if (around.length < 2) {
      return Optional.empty();
    }
    String after = trimmed(around[1]);
    return Optional.of(after.isEmpty() ? trimmed(around[0]) : after);
  }

  /** Without the blanks, commas and colons between a name and what is said to it. */
  private static String trimmed(String text) {
    return text.replaceFirst("^[\\s,:]+", "").replaceFirst("[\\s,:]+$", "");
  }

  private void answer(MessageReceivedEvent event, String said) {
    // Whoever says nothing but our name greets us.
    Place place = new Place(Platform.DISCORD, event.isFromGuild() ? event.getGuild().getId() : "");
    Reply reply = dialogue.plainly(place, said.isEmpty() ? "hello" : said).reply();
    String user = event.getAuthor().getId();
    Recipient recipient = Recipient.caller(user);
    if (!event.isFromGuild()) {
      Optional<Guild> guild = guildOf(event);
      recipient =
          guild
              .map(known -> Recipient.direct(user, known.getId(), known.getName()))
              .orElse(recipient);
      reply = guild.isPresent() ? reply : withoutControls(reply);
    }
    MessageCreateAction answer =
        event.getChannel().sendMessage(renderer.render(reply, recipient).create());
    if (mayQuote(event)) {
      answer = answer.setMessageReference(event.getMessage());
    }
    answer.mentionRepliedUser(false).failOnInvalidReply(false).complete();
  }

  /** Discord lets nobody reply to a message where they may not read what was written. */
  private static boolean mayQuote(MessageReceivedEvent event) {
    return !(event.getChannel() instanceof GuildMessageChannel channel)
        || channel.getGuild().getSelfMember().hasPermission(channel, Permission.MESSAGE_HISTORY);
  }

  /**
   * A button in a direct message needs a community that it is meant for. It is looked for where we
   * are connected: where several processes divide the shards, that is not everywhere.
   */
  private Optional<Guild> guildOf(MessageReceivedEvent event) {
    List<Guild> guilds =
        shards
            .managers()
            .flatMap(manager -> manager.getGuildCache().stream())
            .limit(MOST_GUILDS + 1)
            .toList();
    return guilds.size() > MOST_GUILDS
        ? Optional.empty()
        : guilds.stream().filter(guild -> isIn(guild, event.getAuthor())).findFirst();
  }

  private static boolean isIn(Guild guild, User user) {
    try {
      return guild.retrieveMember(user).complete() != null;
    } catch (ErrorResponseException unknown) {
      return false;
    }
  }

  private static Reply withoutControls(Reply reply) {
    return reply instanceof Reply.Notice notice
        ? new Reply.Notice(
            notice.problem(),
            notice.text().then(RichText.of(" I answer commands in your community's channels.")),
            notice.option(),
            List.of(),
            notice.facts())
        : reply;
  }
}
