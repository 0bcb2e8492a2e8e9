package dev.cairn.platform.discord.send;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.doReturn;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;
import static org.mockito.Mockito.withSettings;

import dev.cairn.chat.Place;
import dev.cairn.chat.Platform;
import dev.cairn.chat.reply.Reply;
import dev.cairn.connection.MessageSender.Address;
import dev.cairn.connection.MessageSender.Delivery;
import dev.cairn.connection.MessageSender.OutgoingMessage;
import dev.cairn.platform.discord.api.Shards;
import dev.cairn.platform.discord.render.CommandLinks;
import dev.cairn.platform.discord.render.DiscordRenderer;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.Permission;
import net.dv8tion.jda.api.entities.Guild;
import net.dv8tion.jda.api.entities.channel.concrete.TextChannel;
import net.dv8tion.jda.api.entities.channel.middleman.GuildMessageChannel;
import net.dv8tion.jda.api.exceptions.InsufficientPermissionException;
import net.dv8tion.jda.api.requests.restaction.AuditableRestAction;
import net.dv8tion.jda.api.requests.restaction.ThreadChannelAction;
import net.dv8tion.jda.api.sharding.ShardManager;
import net.dv8tion.jda.api.utils.cache.ShardCacheView;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mockito.MockMakers;

/**
 * Requests that end in ways in which a stand-in of Discord cannot make them end in time: the
 * library tries again for seconds before it says that nothing answers.
 */
class DiscordFurnishTest {
  private static final OutgoingMessage POST =
      new OutgoingMessage(
          new Address.Channel(new Place(Platform.DISCORD, "900").channel("910")),
          "daily-1",
          Reply.Card.titled("Day 1").text("Read.").build(),
          null,
          "Day 1",
          true,
          false);
  private static final Delivery.Sent SENT = new Delivery.Sent("77");

  private final TextChannel channel = mocked(TextChannel.class);
  private final ThreadChannelAction thread = mocked(ThreadChannelAction.class);

  @SuppressWarnings("unchecked")
  private final AuditableRestAction<Void> pin = mocked(AuditableRestAction.class);

  private DiscordSender sender;

  /** All of them are interfaces, for which no class has to be changed. */
  private static <T> T mocked(Class<T> type) {
    return mock(type, withSettings().mockMaker(MockMakers.PROXY));
  }

  @BeforeEach
  void connect() {
    JDA jda = mocked(JDA.class);
    ShardManager manager = mocked(ShardManager.class);
    ShardCacheView shardCache = mocked(ShardCacheView.class);
    when(manager.getShardCache()).thenReturn(shardCache);
    when(shardCache.stream()).thenReturn(Stream.of(jda));
    doReturn(channel).when(manager).getChannelById(GuildMessageChannel.class, "910");
    when(channel.createThreadChannel(anyString(), anyString())).thenReturn(thread);
    when(channel.pinMessageById(anyString())).thenReturn(pin);
    when(thread.timeout(anyLong(), any())).thenReturn(thread);
    when(pin.timeout(anyLong(), any())).thenReturn(pin);
    when(pin.submit()).thenReturn(CompletableFuture.completedFuture(null));
    Shards shards = new Shards();
    shards.connected(manager);
    sender = new DiscordSender(shards, new DiscordRenderer(new CommandLinks()));
  }

  @Test
  void whereNothingAnswersItIsTriedAgainAndThePinIsSetMeanwhile() {
    when(thread.submit()).thenReturn(CompletableFuture.failedFuture(new IOException("reset")));
    assertThat(sender.furnish(POST, SENT, false))
        .hasValueSatisfying(later -> assertThat(later.reason()).contains("reset"));
    verify(channel).pinMessageById("77");
  }

  @Test
  void whatIsNotAllowedIsLeftOut() {
    Guild guild = mocked(Guild.class);
    when(channel.getGuild()).thenReturn(guild);
    Exception forbidden =
        new InsufficientPermissionException(channel, Permission.CREATE_PUBLIC_THREADS);
    doThrow(forbidden).when(channel).createThreadChannel(anyString(), anyString());
    assertThat(sender.furnish(POST, SENT, false)).isEmpty();
    verify(channel).pinMessageById("77");
  }
}
