package dev.cairn.platform.discord.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cairn.config.DiscordSettings;
import dev.cairn.platform.discord.ConnectedDiscord;
import dev.cairn.platform.discord.Discord;
import dev.cairn.platform.discord.DiscordFixtureCommands;
import dev.cairn.platform.discord.standin.DiscordStandIn;
import dev.cairn.platform.discord.standin.RestAnswer;
import dev.cairn.platform.discord.standin.UserInteraction.Slash;
import dev.cairn.platform.discord.standin.World;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** Logging in, registering, and what the gateway may do to a connection. */
class DiscordGatewayTest {
  private DiscordStandIn discord;

  @BeforeEach
  void open() throws IOException, InterruptedException {
    discord = DiscordStandIn.open();
  }

  @AfterEach
  void close() {
    discord.close();
    assertThat(discord.violations()).isEmpty();
  }

  @Test
  void registersOnceAndNotAgainWhenNothingHasChanged() throws InterruptedException {
    ConnectedDiscord.open(discord, ConnectedDiscord.PATIENT).adapter.close();
    discord.await("GET", "/applications/4242/commands");
    try (Discord second = ConnectedDiscord.prepared(discord, ConnectedDiscord.PATIENT).adapter) {
      second.start();
      discord.await("GET", "/applications/4242/commands");
    }
    assertThat(discord.unseen("PUT", "/applications/.*")).isZero();
  }

  @Test
  void saysWhatItAskedAndWhatWasAnsweredWhereTheCommandsAreNotTaken() throws Exception {
    Logger log = (Logger) LoggerFactory.getLogger(ConnectionListener.class);
    ListAppender<ILoggingEvent> lines = new ListAppender<>();
    lines.start();
    log.addAppender(lines);
    discord.answerNext(
        "PUT", "/applications/.*", RestAnswer.refused(400, 50035, "Invalid Form Body"));
    try (Discord _ = ConnectedDiscord.open(discord, ConnectedDiscord.PATIENT).adapter) {
      discord.await("PUT", "/applications/4242/commands");
      await()
          .until(() ->
              List.copyOf(lines.list).stream()
                  .anyMatch(line -> line.getFormattedMessage().startsWith("could not register")));
    } finally {
      log.detachAppender(lines);
    }
    assertThat(lines.list)
        .extracting(ILoggingEvent::getFormattedMessage)
        .filteredOn(line -> line.startsWith("could not register"))
        .singleElement()
        .asString()
        .contains("was asked to take ", " commands and answered 50035: Invalid Form Body");
  }

  @Test
  void warmsUpBeforeMembersAreShownTheCommands() throws IOException, InterruptedException {
    try (ConnectedDiscord connected = ConnectedDiscord.open(discord, ConnectedDiscord.PATIENT)) {
      assertThat(connected.fixture.suggested).as("when the commands are registered").isNotEmpty();
    }
    discord = DiscordStandIn.open();
  }

  @Test
  void registersAgainWhenACommandIsNotAsItWas() throws InterruptedException {
    ConnectedDiscord.open(discord, ConnectedDiscord.PATIENT).adapter.close();
    JsonNode commands = discord.commands().deepCopy();
    ((ObjectNode) commands.path(1)).put("description", "Something older");
    discord.register(commands);
    ConnectedDiscord.open(discord, ConnectedDiscord.PATIENT).adapter.close();
  }

  @Test
  void triesAgainToRegisterWhenDiscordIsDown() throws InterruptedException {
    discord.answerNext("PUT", "/applications/.*", RestAnswer.refused(403, 0, "Something odd"));
    try (Discord adapter = ConnectedDiscord.open(discord, ConnectedDiscord.PATIENT).adapter) {
      discord.await("PUT", "/applications/4242/commands");
      Awaitility.await().until(adapter::isConnected);
    }
  }

  @Test
  void waitsForDiscordToComeBackBeforeItLogsIn() throws InterruptedException {
    discord.answerNext("GET", "/gateway/bot", RestAnswer.refused(403, 0, "Something odd"));
    discord.answerNext("GET", "/gateway/bot", RestAnswer.refused(403, 0, "Something odd"));
    ConnectedDiscord connected = ConnectedDiscord.open(discord, ConnectedDiscord.PATIENT);
    assertThat(connected.pauses).startsWith(Duration.ofSeconds(1), Duration.ofSeconds(2));
    connected.adapter.close();
  }

  @Test
  void aWrongTokenIsToldInOneLine() {
    SimpleMeterRegistry meters = new SimpleMeterRegistry();
    DiscordFixtureCommands fixture = new DiscordFixtureCommands();
    try (Discord adapter =
        new Discord(
            new DiscordSettings("NDI0Mg.wrong.one", discord.apiUrl(), 0),
            fixture.dialogue(),
            InstantSource.system(),
            meters,
            Optional.empty())) {
      assertThatThrownBy(adapter::start)
          .isInstanceOf(DiscordUnavailableException.class)
          .hasMessageContaining("CAIRN_DISCORD_TOKEN")
          .hasMessageNotContaining("wrong.one");
    }
  }

  @Test
  void resumesAfterADropAndMissesNothing() throws InterruptedException {
    try (Discord adapter = ConnectedDiscord.open(discord, ConnectedDiscord.PATIENT).adapter) {
      discord.dropConnection();
      String token = discord.interact(new Slash(World.ASHA, "streak", Map.of()));
      assertThat(ConnectedDiscord.read(discord.awaitCallback(token))).contains("3 days");
      discord.awaitGateway("resume", 1);
      assertThat(discord.gatewayLog()).containsOnlyOnce("identify");
      Awaitility.await().until(adapter::isConnected);
    }
  }

  @Test
  void comesBackWhenAskedTo() throws InterruptedException {
    ConnectedDiscord connected = ConnectedDiscord.open(discord, ConnectedDiscord.PATIENT);
    discord.askToReconnect();
    answersAfter("resume", 1);
    connected.adapter.close();
  }

  @Test
  void beginsAnewWhenItsSessionIsForgotten() throws InterruptedException {
    ConnectedDiscord connected = ConnectedDiscord.open(discord, ConnectedDiscord.PATIENT);
    discord.forgetSession();
    discord.dropConnection();
    answersAfter("identify", 2);
    assertThat(discord.unseen("PUT", "/applications/.*")).isZero();
    connected.adapter.close();
  }

  @Test
  void beginsAnewWhenItsSessionIsEnded() throws InterruptedException {
    ConnectedDiscord connected = ConnectedDiscord.open(discord, ConnectedDiscord.PATIENT);
    discord.invalidateSession();
    answersAfter("identify", 2);
    connected.adapter.close();
  }

  @Test
  void dialsAgainWhenAHandshakeIsRefused() throws InterruptedException {
    ConnectedDiscord connected = ConnectedDiscord.open(discord, ConnectedDiscord.PATIENT);
    discord.refuseHandshakes(1);
    discord.dropConnection();
    discord.awaitGateway("handshake", 3);
    answersAfter("resume", 1);
    connected.adapter.close();
  }

  @Test
  void doesNotInsistWhereDiscordClosesForGood() throws InterruptedException {
    discord.closeOnIdentify(4014);
    try (Discord adapter = ConnectedDiscord.prepared(discord, ConnectedDiscord.PATIENT).adapter) {
      adapter.start();
      discord.awaitGateway("closed 4014", 1);
      assertThat(adapter.isConnected()).isFalse();
    }
    assertThat(discord.gatewayLog()).containsOnlyOnce("identify");
  }

  @Test
  void closesWhileItWaitsForDiscord() throws InterruptedException {
    ConnectedDiscord connected = ConnectedDiscord.prepared(discord, ConnectedDiscord.PATIENT);
    connected.adapter.close();
    discord.answerNext("GET", "/gateway/bot", RestAnswer.refused(403, 0, "Something odd"));
    connected.adapter.start();
    assertThat(connected.adapter.isConnected()).isFalse();
  }

  /** Waits until the gateway was told this so often, and a member is answered after it. */
  private void answersAfter(String done, int times) throws InterruptedException {
    discord.awaitGateway(done, times);
    String token = discord.interact(new Slash(World.ASHA, "streak", Map.of()));
    assertThat(ConnectedDiscord.read(discord.awaitCallback(token))).contains("3 days");
  }
}
