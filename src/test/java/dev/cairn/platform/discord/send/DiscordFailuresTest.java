package dev.cairn.platform.discord.send;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.cairn.chat.Platform;
import dev.cairn.connection.Acknowledgement;
import dev.cairn.platform.discord.ConnectedDiscord;
import dev.cairn.platform.discord.ConnectedTest;
import dev.cairn.platform.discord.standin.RestAnswer;
import dev.cairn.platform.discord.standin.UserInteraction.Press;
import dev.cairn.platform.discord.standin.UserInteraction.Slash;
import dev.cairn.platform.discord.standin.UserInteraction.Typing;
import dev.cairn.platform.discord.standin.World;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What members see when Discord does not take an answer the first time. */
class DiscordFailuresTest extends ConnectedTest {
  private static final String CALLBACK = "/interactions/.*/callback";
  private static final String ORIGINAL = "/webhooks/.*/messages/@original";
  private static final ObjectMapper JSON = new ObjectMapper();

  @Test
  void anAnswerThatIsTooLateComesIntoTheChannel() throws InterruptedException {
    double before = late();
    discord.answerNext("POST", CALLBACK, RestAnswer.refused(404, 10062, "Unknown interaction"));
    String token = discord.interact(new Slash(World.ASHA, "streak", Map.of()));
    discord.awaitCallback(token);
    assertThat(ConnectedDiscord.read(discord.awaitMessage(World.GENERAL).body()))
        .contains("3 days");
    connected.awaitCount(this::late, before + 1);
    assertThat(connected.count("cairn.discord.failures", "reason", "too_late")).isPositive();
  }

  @Test
  void aPrivateAnswerThatIsTooLateComesAsADirectMessage() throws InterruptedException {
    discord.answerNext("POST", CALLBACK, RestAnswer.refused(404, 10062, "Unknown interaction"));
    discord.awaitCallback(discord.interact(new Slash(World.ASHA, "settings", Map.of())));
    assertThat(ConnectedDiscord.read(discord.awaitMessage(World.DIRECT).body()))
        .contains("Yours alone");
    assertThat(discord.unseen("POST", "/channels/" + World.GENERAL + "/messages")).isZero();
  }

  @Test
  void aTooLateAnswerThatNobodyCanBeBroughtIsCounted() throws InterruptedException {
    double before = connected.count("cairn.discord.answers.late", "brought", "false");
    discord.answerNext("POST", CALLBACK, RestAnswer.refused(404, 10062, "Unknown interaction"));
    discord.answerNext(
        "POST", "/channels/777/messages", RestAnswer.refused(403, 50007, "Cannot send messages"));
    discord.awaitCallback(discord.interact(new Slash(World.ASHA, "settings", Map.of())));
    connected.awaitCount(
        () -> connected.count("cairn.discord.answers.late", "brought", "false"), before + 1);
  }

  @Test
  void aRepeatedDeliveryIsAnsweredOnceAndTheSame() throws InterruptedException {
    connected.fixture.seen.clear();
    Slash slash = new Slash(World.ASHA, "echo", Map.of("text", "once"));
    String token = discord.interact(slash);
    discord.awaitCallback(token);
    discord.redeliver(slash, token);
    discord.awaitCallback(token);
    assertThat(ConnectedDiscord.read(discord.awaitEdit(token))).contains("text=once");
    assertThat(connected.fixture.seen).hasSize(1);
  }

  @Test
  void aRepeatedDeliveryOfAFormOpensNothingTwice() throws InterruptedException {
    Press press = Press.button(World.ASHA, "1f~~~note,minutes|Your day|form");
    String token = discord.interact(press);
    discord.awaitCallback(token);
    double before = connected.count("cairn.discord.failures", "reason", "answered");
    discord.redeliver(press, token);
    discord.awaitCallback(token);
    connected.awaitCount(
        () -> connected.count("cairn.discord.failures", "reason", "answered"), before + 1);
    assertThat(discord.unseen("PATCH", ORIGINAL)).isZero();
    assertThat(discord.unseen("POST", "/channels/777/messages")).isZero();
  }

  @Test
  void aDoubleClickIsTwoAnswers() throws InterruptedException {
    String first = discord.interact(Press.button(World.ASHA, "1r~~~echo whole:1"));
    String second = discord.interact(Press.button(World.ASHA, "1r~~~echo whole:1"));
    assertThat(ConnectedDiscord.read(discord.awaitCallback(first))).contains("whole=1");
    assertThat(ConnectedDiscord.read(discord.awaitCallback(second))).contains("whole=1");
  }

  @Test
  void aMissingPermissionIsToldInWords() throws InterruptedException {
    discord.answerNext("POST", CALLBACK, RestAnswer.refused(403, 50013, "Missing Permissions"));
    String token = discord.interact(new Slash(World.ASHA, "sample", Map.of("name", "heatmap")));
    discord.awaitCallback(token);
    JsonNode second = discord.awaitCallback(token);
    assertThat(ConnectedDiscord.read(second))
        .contains("Your last 180 days")
        .contains("41 of the last 60 days")
        .contains("I lack a permission in this channel");
    assertThat(second.path("data").path("attachments")).isEmpty();
    assertThat(connected.count("cairn.discord.failures", "reason", "forbidden")).isPositive();
  }

  @Test
  void whatDiscordCallsInvalidIsSaidInPlainWordsWithAnErrorId() throws InterruptedException {
    discord.answerNext("POST", CALLBACK, RestAnswer.refused(400, 50035, "Invalid Form Body"));
    String token =
        discord.interact(new Slash(World.ASHA, "sample", Map.of("name", "every-control")));
    discord.awaitCallback(token);
    JsonNode second = discord.awaitCallback(token);
    assertThat(ConnectedDiscord.read(second))
        .contains("Every control")
        .containsPattern("`[0-9a-f]{8}`");
    assertThat(second.findValues("custom_id")).isEmpty();
  }

  @Test
  void anUpdateOfAMessageThatIsGoneIsAnsweredAnew() throws InterruptedException {
    String id = "1u~" + Long.toString(Long.parseLong(World.ASHA.id()), 36) + "~~echo whole:2";
    discord.answerNext("POST", CALLBACK, RestAnswer.refused(404, 10008, "Unknown Message"));
    String token = discord.interact(Press.button(World.ASHA, id));
    assertThat(discord.awaitCallback(token).path("type").asInt()).isEqualTo(7);
    JsonNode second = discord.awaitCallback(token);
    assertThat(second.path("type").asInt()).isEqualTo(4);
    assertThat(ConnectedDiscord.read(second)).contains("whole=2");
  }

  @Test
  void theReceiptOfAnAnswerIsNeitherAskedForNorRead() throws InterruptedException {
    discord.answerNext("POST", CALLBACK, RestAnswer.unreadable());
    discord.interact(new Slash(World.ASHA, "streak", Map.of()));
    assertThat(discord.await("POST", CALLBACK).query()).isEmpty();
    connected.awaitCount(this::acknowledged, 1);
    assertThat(discord.unseen("POST", ".*")).isZero();
  }

  @Test
  void aServerErrorIsTriedAgain() throws InterruptedException {
    discord.answerNext("POST", CALLBACK, RestAnswer.broken(500));
    String token = discord.interact(new Slash(World.ASHA, "streak", Map.of()));
    discord.awaitCallback(token);
    assertThat(ConnectedDiscord.read(discord.awaitCallback(token))).contains("3 days");
    assertThat(discord.unseen("POST", "/channels/.*")).isZero();
  }

  @Test
  void aRateLimitIsWaitedForAndHindersNobodyElse() throws InterruptedException {
    // Without a Via header JDA would take this for a block of everything.
    discord.answerNext(
        "POST",
        CALLBACK,
        RestAnswer.tooMuch(
            JSON.createObjectNode().put("retry_after", 0.3).put("global", false),
            Map.of("via", "", "retry-after", "0.3")));
    String limited = discord.interact(new Slash(World.ASHA, "streak", Map.of()));
    discord.awaitCallback(limited);
    String other = discord.interact(new Slash(World.BEN, "streak", Map.of()));
    assertThat(ConnectedDiscord.read(discord.awaitCallback(other))).contains("3 days");
    assertThat(discord.unseen("POST", CALLBACK)).isZero();
    assertThat(ConnectedDiscord.read(discord.awaitCallback(limited))).contains("3 days");
  }

  @Test
  void aRateLimitThatSaysNotForHowLongIsWaitedForToo() throws InterruptedException {
    discord.answerNext("POST", CALLBACK, RestAnswer.tooMuch(JSON.missingNode(), Map.of("via", "")));
    String token = discord.interact(new Slash(World.ASHA, "streak", Map.of()));
    discord.awaitCallback(token);
    assertThat(ConnectedDiscord.read(discord.awaitCallback(token))).contains("3 days");
  }

  @Test
  void aGlobalRateLimitThatMeetsAnInteractionIsWaitedForToo() throws InterruptedException {
    discord.answerNext(
        "POST",
        CALLBACK,
        RestAnswer.tooMuch(
            JSON.createObjectNode().put("retry_after", 1).put("global", true),
            Map.of("retry-after", "1", "x-ratelimit-global", "true")));
    String token = discord.interact(new Slash(World.ASHA, "streak", Map.of()));
    discord.awaitCallback(token);
    long limited = System.nanoTime();
    assertThat(ConnectedDiscord.read(discord.awaitCallback(token))).contains("3 days");
    assertThat(Duration.ofNanos(System.nanoTime() - limited)).isGreaterThan(Duration.ofMillis(600));
  }

  @Test
  void suggestionsThatComeTooLateHurtNobody() throws InterruptedException {
    discord.answerNext("POST", CALLBACK, RestAnswer.refused(404, 10062, "Unknown interaction"));
    discord.awaitCallback(discord.interact(new Typing(World.ASHA, "find", "query", "dri")));
    String next = discord.interact(new Slash(World.ASHA, "streak", Map.of()));
    assertThat(ConnectedDiscord.read(discord.awaitCallback(next))).contains("3 days");
  }

  private double acknowledged() {
    return Acknowledgement.timer(connected.meters, Platform.DISCORD).count();
  }

  private double late() {
    return connected.count("cairn.discord.answers.late", "brought", "true");
  }
}
