package dev.cairn.platform.discord;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cairn.CairnApp;
import dev.cairn.TestConversation;
import dev.cairn.command.CommandObserver;
import dev.cairn.config.DiscordSettings;
import dev.cairn.connection.Connections;
import dev.cairn.database.Database;
import dev.cairn.database.DatabaseUnderTest;
import dev.cairn.platform.discord.standin.DiscordStandIn;
import dev.cairn.platform.discord.standin.RestRequest;
import dev.cairn.platform.discord.standin.UserInteraction.Press;
import dev.cairn.platform.discord.standin.World;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is said to us on Discord in plain words. */
class DiscordPlainWordsTest {
  private static final String US = "<@" + World.APPLICATION + ">";

  private final Database database = DatabaseUnderTest.H2.open();
  private DiscordStandIn discord;
  private Discord adapter;

  @BeforeEach
  void connect() throws IOException, InterruptedException {
    discord = DiscordStandIn.open();
    Connections connections = new Connections();
    CairnApp cairn =
        new CairnApp(
            database,
            TestConversation.CATALOG,
            InstantSource.system(),
            Optional.empty(),
            CommandObserver.NONE,
            connections);
    adapter =
        new Discord(
            new DiscordSettings(DiscordStandIn.TOKEN, discord.apiUrl(), 0),
            cairn.dialogue(),
            InstantSource.system(),
            new SimpleMeterRegistry(),
            Optional.empty());
    connections.connect(adapter);
    adapter.start();
    discord.await("PUT", "/applications/4242/commands");
  }

  @AfterEach
  void close() {
    assertThat(discord.violations()).isEmpty();
    adapter.close();
    discord.close();
    database.close();
  }

  @Test
  void aMentionIsAnsweredWarmlyWithAButtonThatWorks() throws InterruptedException {
    discord.write(World.ASHA, World.GENERAL, US + " how is my streak?", false);

    JsonNode answer = discord.awaitMessage(World.GENERAL).body();
    assertThat(ConnectedDiscord.read(answer)).contains("Your streak is one press away.");
    assertThat(answer.path("message_reference").path("message_id").asText()).isNotEmpty();
    assertThat(answer.path("allowed_mentions").path("replied_user").asBoolean(true)).isFalse();
    JsonNode pressed = pressed(ConnectedDiscord.customId(answer, "My streak"), false);
    assertThat(ConnectedDiscord.read(pressed)).doesNotContain("older version", "not here");
  }

  @Test
  void whereNothingWrittenMayBeReadTheAnswerIsNoReplyToAMessage() throws InterruptedException {
    discord.hideHistory();
    discord.write(World.ASHA, World.GENERAL, US + " thanks!", false);

    JsonNode answer = discord.awaitMessage(World.GENERAL).body();
    assertThat(ConnectedDiscord.read(answer)).contains("You are welcome.");
    assertThat(answer.path("message_reference").path("message_id").asText()).isEmpty();
  }

  @Test
  void aDirectMessageIsAnsweredForTheServerThatTheMemberIsIn() throws InterruptedException {
    discord.write(World.ASHA, World.DIRECT, "thanks!", false);

    JsonNode answer = discord.awaitMessage(World.DIRECT).body();
    assertThat(ConnectedDiscord.read(answer)).contains("You are welcome.", "Lab");
    JsonNode pressed = pressed(ConnectedDiscord.customId(answer, "Today’s topic"), true);
    assertThat(ConnectedDiscord.read(pressed)).contains("Day 1");
  }

  @Test
  void whoIsInNoKnownServerIsAnsweredWithoutButtons() throws InterruptedException {
    for (int more = 0; more < 5; more++) {
      discord.invite("91" + more);
      discord.awaitMessage("91" + more + World.GENERAL);
    }
    discord.write(World.ASHA, World.DIRECT, "thanks!", false);

    JsonNode answer = discord.awaitMessage(World.DIRECT).body();
    assertThat(ConnectedDiscord.read(answer)).contains("in your community's channels");
    assertThat(answer.findParents("custom_id")).isEmpty();
  }

  @Test
  void aCommandThatIsWrittenIsToldHowItIsGiven() throws InterruptedException {
    discord.write(World.ASHA, World.GENERAL, US + " /done", false);
    assertThat(ConnectedDiscord.read(discord.awaitMessage(World.GENERAL).body()))
        .contains("type a slash, and pick one from the list");
    discord.write(World.BEN, World.GENERAL, US, false);
    assertThat(ConnectedDiscord.read(discord.awaitMessage(World.GENERAL).body()))
        .contains("Good to see you");
  }

  @Test
  void nobodyElseIsAnswered() throws InterruptedException {
    discord.write(World.ASHA, World.GENERAL, "thanks, all!", false);
    discord.write(World.OWNER, World.GENERAL, US + " thanks!", true);
    discord.write(World.OWNER, World.DIRECT, "thanks!", true);
    discord.write(
        new World.User(World.APPLICATION, "Cairn", List.of(World.OUR_ROLE)),
        World.GENERAL,
        US,
        true);
    discord.write(World.MODERATOR, World.HIDDEN, US + " thanks!", false);
    // Discord tells of all in order: when this one is answered, the others are not going to be.
    String asked = discord.write(World.BEN, World.GENERAL, US + " thanks!", false);

    RestRequest answer = discord.awaitMessage(World.GENERAL);
    assertThat(ConnectedDiscord.read(answer.body())).contains("You are welcome.");
    assertThat(answer.body().path("message_reference").path("message_id").asText())
        .isEqualTo(asked);
    for (String channel : List.of(World.GENERAL, World.HIDDEN, World.DIRECT)) {
      assertThat(discord.unseen("POST", "/channels/" + channel + "/.*")).as(channel).isZero();
    }
  }

  @Test
  void whoeverWritesOnAtOnceIsAnsweredOnce() throws InterruptedException {
    for (int again = 0; again < 5; again++) {
      discord.write(World.ASHA, World.GENERAL, US + " thanks!", false);
    }
    discord.write(World.BEN, World.GENERAL, US + " hello", false);

    discord.awaitMessage(World.GENERAL);
    discord.awaitMessage(World.GENERAL);
    assertThat(discord.unseen("POST", "/channels/.*")).isZero();
  }

  private JsonNode pressed(String id, boolean direct) throws InterruptedException {
    String token = discord.interact(new Press(World.ASHA, id, List.of(), direct));
    return discord.awaitCallback(token);
  }
}
