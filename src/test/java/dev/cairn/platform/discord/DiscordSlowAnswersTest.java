package dev.cairn.platform.discord;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cairn.platform.discord.standin.DiscordStandIn;
import dev.cairn.platform.discord.standin.RestAnswer;
import dev.cairn.platform.discord.standin.UserInteraction;
import dev.cairn.platform.discord.standin.UserInteraction.Press;
import dev.cairn.platform.discord.standin.UserInteraction.Slash;
import dev.cairn.platform.discord.standin.World;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Answers that take longer than Discord waits: acknowledged first, filled in later. */
class DiscordSlowAnswersTest {
  private static final int DEFERRED = 5;
  private static final int DEFERRED_UPDATE = 6;

  private ConnectedDiscord connected;
  private DiscordStandIn discord;

  @BeforeEach
  void connect() throws IOException, InterruptedException {
    connected = ConnectedDiscord.open(ConnectedDiscord.HASTY);
    discord = connected.discord;
  }

  @AfterEach
  void close() {
    connected.fixture.slowMayAnswer.release(10);
    connected.close();
    assertThat(discord.violations()).isEmpty();
  }

  @Test
  void isAcknowledgedAndFilledIn() throws InterruptedException {
    String token = acknowledged(slow("heatmap"), DEFERRED, false);
    connected.fixture.slowMayAnswer.release();
    assertThat(ConnectedDiscord.read(discord.awaitEdit(token))).contains("Your last 180 days");
  }

  @Test
  void whatIsRefusedDoesNotStayInTheChannel() throws InterruptedException {
    String token = acknowledged(slow("refuse"), DEFERRED, false);
    connected.fixture.slowMayAnswer.release();
    discord.await("DELETE", "/webhooks/.*/messages/@original");
    JsonNode said = discord.awaitFollowUp(token);
    assertThat(ConnectedDiscord.isEphemeral(said)).isTrue();
    assertThat(ConnectedDiscord.read(said)).contains("done already");
  }

  @Test
  void aFormThatComesLateIsAButton() throws InterruptedException {
    String token = acknowledged(slow("ask"), DEFERRED, false);
    connected.fixture.slowMayAnswer.release();
    assertThat(ConnectedDiscord.customId(discord.awaitEdit(token), "Check in")).startsWith("1g~");
  }

  @Test
  void aPressedUpdateIsAcknowledgedSilently() throws InterruptedException {
    String token = acknowledged(update("topic"), DEFERRED_UPDATE, false);
    connected.fixture.slowMayAnswer.release();
    assertThat(ConnectedDiscord.read(discord.awaitEdit(token))).contains("Linear regression");
  }

  @Test
  void aRefusedUpdateLeavesTheMessageAlone() throws InterruptedException {
    String token = acknowledged(update("refuse"), DEFERRED_UPDATE, false);
    connected.fixture.slowMayAnswer.release();
    JsonNode said = discord.awaitFollowUp(token);
    assertThat(ConnectedDiscord.isEphemeral(said)).isTrue();
    assertThat(discord.unseen("PATCH", "/webhooks/.*")).isZero();
  }

  @Test
  void aTokenThatHasExpiredIsMadeUpForInTheChannel() throws InterruptedException {
    String token = acknowledged(slow("topic"), DEFERRED, false);
    discord.expire(token);
    connected.fixture.slowMayAnswer.release();
    discord.awaitEdit(token);
    assertThat(ConnectedDiscord.read(discord.awaitMessage(World.GENERAL).body()))
        .contains("Linear regression");
  }

  @Test
  void anAcknowledgementThatWasDeletedIsSaidAgain() throws InterruptedException {
    String token = acknowledged(slow("topic"), DEFERRED, false);
    discord.answerNext("PATCH", "/webhooks/.*", RestAnswer.refused(404, 10008, "Unknown Message"));
    connected.fixture.slowMayAnswer.release();
    discord.awaitEdit(token);
    assertThat(ConnectedDiscord.read(discord.awaitFollowUp(token))).contains("Linear regression");
  }

  @Test
  void withoutThePermissionToAttachTheWordsCome() throws InterruptedException {
    String token = acknowledged(slow("heatmap"), DEFERRED, false);
    discord.answerNext(
        "PATCH", "/webhooks/.*", RestAnswer.refused(403, 50013, "Missing Permissions"));
    connected.fixture.slowMayAnswer.release();
    discord.awaitEdit(token);
    JsonNode said = discord.awaitFollowUp(token);
    assertThat(ConnectedDiscord.read(said))
        .contains("41 of the last 60 days")
        .contains("permission");
    assertThat(ConnectedDiscord.isEphemeral(said)).isTrue();
  }

  @Test
  void anAcknowledgementThatIsTooLateDoesNotLoseTheAnswer() throws InterruptedException {
    discord.answerNext(
        "POST", "/interactions/.*", RestAnswer.refused(404, 10062, "Unknown interaction"));
    discord.awaitCallback(discord.interact(slow("topic")));
    connected.fixture.slowMayAnswer.release();
    assertThat(ConnectedDiscord.read(discord.awaitMessage(World.GENERAL).body()))
        .contains("Linear regression");
  }

  @Test
  void aPictureThatIsLongInTheMakingIsWaitedForLikeAnAnswer()
      throws IOException, InterruptedException {
    try (ConnectedDiscord waiting = ConnectedDiscord.open(Duration.ofMillis(300))) {
      // The command answers at once; only its picture takes its time.
      String token = waiting.discord.interact(new Slash(World.ASHA, "paint", Map.of()));
      assertThat(waiting.discord.awaitCallback(token).path("type").asInt()).isEqualTo(DEFERRED);
      waiting.fixture.slowMayAnswer.release(10);
      assertThat(ConnectedDiscord.read(waiting.discord.awaitEdit(token))).contains("A picture");
    }
  }

  @Test
  void closingAnswersWhatIsInFlight()
      throws InterruptedException, ExecutionException, TimeoutException {
    String token = acknowledged(slow("topic"), DEFERRED, false);
    CompletableFuture<Void> closing = CompletableFuture.runAsync(connected.adapter::close);
    connected.fixture.slowMayAnswer.release();
    assertThat(ConnectedDiscord.read(discord.awaitEdit(token))).contains("Linear regression");
    closing.get(20, TimeUnit.SECONDS);
    discord.awaitGateway("closed 1000", 1);
    assertThat(connected.adapter.isConnected()).isFalse();
  }

  private String acknowledged(UserInteraction interaction, int type, boolean ephemeral)
      throws InterruptedException {
    String token = discord.interact(interaction);
    JsonNode callback = discord.awaitCallback(token);
    assertThat(callback.path("type").asInt()).isEqualTo(type);
    assertThat(ConnectedDiscord.isEphemeral(callback.path("data"))).isEqualTo(ephemeral);
    return token;
  }

  private static Slash slow(String name) {
    return new Slash(World.ASHA, "slow", Map.of("name", name));
  }

  private static Press update(String name) {
    String owner = Long.toString(Long.parseLong(World.ASHA.id()), 36);
    return Press.button(World.ASHA, "1u~" + owner + "~~slow name:" + name);
  }
}
