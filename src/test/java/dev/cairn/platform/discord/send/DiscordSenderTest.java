package dev.cairn.platform.discord.send;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.cairn.chat.Account;
import dev.cairn.chat.Action;
import dev.cairn.chat.Place;
import dev.cairn.chat.Platform;
import dev.cairn.chat.reply.Image;
import dev.cairn.chat.reply.Reply;
import dev.cairn.connection.MessageSender;
import dev.cairn.connection.MessageSender.Address;
import dev.cairn.connection.MessageSender.Delivery;
import dev.cairn.connection.MessageSender.OutgoingMessage;
import dev.cairn.connection.MessageSender.Search;
import dev.cairn.connection.MessageSender.Window;
import dev.cairn.connection.Ping;
import dev.cairn.platform.discord.ConnectedDiscord;
import dev.cairn.platform.discord.ConnectedTest;
import dev.cairn.platform.discord.standin.RestAnswer;
import dev.cairn.platform.discord.standin.UserInteraction.Press;
import dev.cairn.platform.discord.standin.World;
import dev.cairn.testkit.SampleReplies;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What nobody asked for: daily posts, reminders, announcements. */
class DiscordSenderTest extends ConnectedTest {
  private static final Address GENERAL =
      new Address.Channel(new Place(Platform.DISCORD, World.GUILD).channel(World.GENERAL));
  private static final Address NEWS =
      new Address.Channel(new Place(Platform.DISCORD, World.GUILD).channel(World.NEWS));
  private static final Address ASHA = new Address.Direct(SampleReplies.ON_DISCORD);
  private static final Reply.Card CARD = SampleReplies.topic();
  private final Window justNow =
      new Window(
          Instant.now().minus(Duration.ofMinutes(5)), Instant.now().plus(Duration.ofMinutes(5)));
  private static final String MESSAGES = "/channels/[0-9]+/messages";

  private MessageSender sender;

  @BeforeEach
  void takeUp() {
    sender = connected.adapter.sender();
  }

  @Test
  void sendsIntoAChannelAndPingsNobody() throws InterruptedException {
    Delivery delivery = sender.send(OutgoingMessage.of(GENERAL, "daily-1", CARD));
    JsonNode sent = discord.awaitMessage(World.GENERAL).body();
    assertThat(delivery).isInstanceOf(Delivery.Sent.class);
    assertThat(ConnectedDiscord.read(sent)).contains("Linear regression");
    assertThat(sent.path("allowed_mentions").path("parse")).isEmpty();
    assertThat(sent.path("allowed_mentions").path("users")).isEmpty();
    assertThat(sent.path("nonce").asText()).isEqualTo("daily-1");
    assertThat(sent.path("enforce_nonce").asBoolean()).isTrue();
  }

  @Test
  void tellsInWordsWhatCannotBeDrawn() throws InterruptedException {
    Reply.Card card =
        Reply.Card.titled("The race is over")
            .picture(
                Image.drawnBy(
                    () -> {
                      throw new IllegalStateException("no font");
                    },
                    "race.png",
                    "Night owls won"))
            .build();

    assertThat(sender.send(OutgoingMessage.of(GENERAL, "race-1", card)))
        .isInstanceOf(Delivery.Sent.class);
    assertThat(ConnectedDiscord.read(discord.awaitMessage(World.GENERAL).body()))
        .contains("The race is over", "Night owls won");
  }

  @Test
  void theSameNonceIsTheSameMessage() {
    Delivery first = sender.send(OutgoingMessage.of(GENERAL, "daily-2", CARD));
    Delivery second = sender.send(OutgoingMessage.of(GENERAL, "daily-2", CARD));
    assertThat(second).isEqualTo(first).isInstanceOf(Delivery.Sent.class);
  }

  @Test
  void findsWhatWasSentAfterDiscordHasForgottenTheNonce() {
    Delivery sent = sender.send(OutgoingMessage.of(GENERAL, "daily-3", CARD));
    assertThat(sender.find(GENERAL, "daily-3", justNow))
        .isEqualTo(new Search.Found((Delivery.Sent) sent));
    assertThat(sender.find(GENERAL, "daily-4", justNow)).isEqualTo(new Search.Absent());
  }

  @Test
  void findsWhatWasSentHoweverMuchWasSaidBeforeAndSince() {
    discord.chat(World.GENERAL, 230);
    Delivery sent = sender.send(OutgoingMessage.of(GENERAL, "daily-6", CARD));
    discord.chat(World.GENERAL, 130);
    assertThat(sender.find(GENERAL, "daily-6", justNow))
        .isEqualTo(new Search.Found((Delivery.Sent) sent));
    assertThat(sender.find(GENERAL, "daily-7", justNow)).isEqualTo(new Search.Absent());
  }

  @Test
  void looksOnlyWhereItMayHaveBeenSent() {
    sender.send(OutgoingMessage.of(GENERAL, "daily-8", CARD));
    Instant later = justNow.until();
    assertThat(sender.find(GENERAL, "daily-8", new Window(later, later.plusSeconds(1))))
        .isEqualTo(new Search.Absent());
  }

  @Test
  void aPostCanSaySomethingElseLater() throws InterruptedException {
    Delivery.Sent sent = (Delivery.Sent) sender.send(OutgoingMessage.of(GENERAL, "daily-16", CARD));
    Reply.Card other = Reply.Card.titled("Linear regression").text("12 studied this").build();
    assertThat(sender.edit(OutgoingMessage.of(GENERAL, "daily-16", other), sent.messageId()))
        .isEqualTo(sent);
    JsonNode edit = discord.await("PATCH", MESSAGES + "/" + sent.messageId()).body();
    assertThat(ConnectedDiscord.read(edit)).contains("12 studied this");
  }

  @Test
  void doesNotSayThatNothingWasSentWhenItCannotLook() {
    discord.answerNext("GET", MESSAGES, RestAnswer.refused(400, 0, "odd"));
    assertThatThrownBy(() -> sender.find(GENERAL, "daily-5", justNow))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void remindsAMemberAndRings() throws InterruptedException {
    sender.send(
        new OutgoingMessage(
            ASHA,
            "remind-1",
            CARD,
            new Ping.OfMember(SampleReplies.ON_DISCORD),
            null,
            false,
            false));
    JsonNode sent = discord.awaitMessage(World.DIRECT).body();
    assertThat(sent.path("allowed_mentions").path("users")).hasToString("[\"1001\"]");
    assertThat(sent.path("components").path(0).path("content").asText()).isEqualTo("<@1001>");
    assertThat(ConnectedDiscord.read(sent))
        .as("a member may have us in several")
        .contains("From Lab");
  }

  @Test
  void aButtonOfAReminderKnowsTheCommunity() throws InterruptedException {
    Reply.Card card = Reply.Card.titled("Soon").button("Again", echo()).build();
    sender.send(OutgoingMessage.of(ASHA, "remind-2", card));
    String id = ConnectedDiscord.customId(discord.awaitMessage(World.DIRECT).body(), "Again");
    JsonNode answer = connected.answer(new Press(World.ASHA, id, List.of(), true));
    assertThat(ConnectedDiscord.read(answer)).contains("whole=7");
  }

  @Test
  void opensAThreadPinsAndPublishes() throws InterruptedException {
    OutgoingMessage post =
        new OutgoingMessage(NEWS, "post-1", CARD, null, "Day 12: " + "x".repeat(120), true, true);
    assertThat(sender.furnish(post, (Delivery.Sent) sender.send(post), false)).isEmpty();
    String message = MESSAGES + "/[0-9]+";
    JsonNode thread = discord.await("POST", message + "/threads").body();
    assertThat(thread.path("name").asText()).hasSize(100).endsWith("…");
    discord.await("PUT", "/channels/[0-9]+/messages/pins/[0-9]+");
    discord.await("POST", message + "/crosspost");
  }

  @Test
  void publishesNothingWhereNobodyFollows() throws InterruptedException {
    OutgoingMessage post = new OutgoingMessage(GENERAL, "post-2", CARD, null, null, false, true);
    assertThat(sender.furnish(post, (Delivery.Sent) sender.send(post), false)).isEmpty();
    discord.awaitMessage(World.GENERAL);
    assertThat(discord.unseen("POST", ".*/crosspost")).isZero();
  }

  @Test
  void aThreadThatCannotBeOpenedDoesNotTakeTheMessageBack() {
    discord.answerNext("POST", ".*/threads", RestAnswer.refused(403, 50013, "Missing Permissions"));
    OutgoingMessage post =
        new OutgoingMessage(GENERAL, "post-3", CARD, null, "Day 3", false, false);
    assertThat(sender.furnish(post, (Delivery.Sent) sender.send(post), false)).isEmpty();
  }

  @Test
  void whatWasCutOffAfterTheMessageIsAddedOnce() throws InterruptedException {
    OutgoingMessage post = new OutgoingMessage(GENERAL, "post-8", CARD, null, "Day 8", true, false);
    Delivery.Sent sent = (Delivery.Sent) sender.send(post);
    // The thread was opened, and then we were cut off.
    discord.answerNext(
        "POST", ".*/threads", RestAnswer.refused(400, 160004, "A thread has already been created"));
    assertThat(sender.furnish(post, sent, true)).isEmpty();
    discord.await("PUT", "/channels/[0-9]+/messages/pins/" + sent.messageId());
  }

  @Test
  void whoTakesNoDirectMessagesIsTold() {
    discord.answerNext("POST", MESSAGES, RestAnswer.refused(403, 50007, "Cannot send messages"));
    assertThat(sender.send(OutgoingMessage.of(ASHA, "remind-3", CARD)))
        .isInstanceOfSatisfying(
            Delivery.Undeliverable.class, told -> assertThat(told.closed()).isTrue());
  }

  /** Whatever they are sent goes to their other account, if they have one. */
  @ParameterizedTest
  @ValueSource(ints = {10013, 50033})
  void whoHasNoAccountAnyMoreTakesNoDirectMessages(int code) {
    discord.answerNext("POST", "/users/@me/channels", RestAnswer.refused(400, code, "Gone"));
    Address stranger =
        new Address.Direct(new Account(Platform.DISCORD, World.GUILD, "1" + code, "Gone"));
    assertThat(sender.send(OutgoingMessage.of(stranger, "remind-4", CARD)))
        .isInstanceOfSatisfying(
            Delivery.Undeliverable.class, told -> assertThat(told.closed()).isTrue());
  }

  @Test
  void aChannelThatIsGoneIsTold() {
    assertThat(
            sender.send(
                OutgoingMessage.of(
                    new Address.Channel(new Place(Platform.DISCORD, World.GUILD).channel("999")),
                    "post-4",
                    CARD)))
        .isInstanceOfSatisfying(
            Delivery.Undeliverable.class,
            told -> assertThat(told.reason()).contains("cannot see the channel"));
  }

  @Test
  void aMissingPermissionIsNamed() {
    Address hidden =
        new Address.Channel(new Place(Platform.DISCORD, World.GUILD).channel(World.HIDDEN));
    assertThat(sender.send(OutgoingMessage.of(hidden, "post-5", CARD)))
        .isInstanceOfSatisfying(
            Delivery.Undeliverable.class,
            told -> assertThat(told.reason()).contains("Send Messages").contains("Attach Files"));
    discord.answerNext("POST", MESSAGES, RestAnswer.refused(403, 50013, "Missing Permissions"));
    assertThat(sender.send(OutgoingMessage.of(GENERAL, "post-6", CARD)))
        .isInstanceOfSatisfying(
            Delivery.Undeliverable.class, told -> assertThat(told.closed()).isFalse());
  }

  @Test
  void aRateLimitIsForLater() {
    discord.answerNext(
        "POST",
        MESSAGES,
        RestAnswer.tooMuch(
            new ObjectMapper().createObjectNode().put("retry_after", 0.5),
            Map.of("retry-after", "1")));
    assertThat(sender.send(OutgoingMessage.of(GENERAL, "post-7", CARD)))
        .isInstanceOfSatisfying(
            Delivery.Later.class, later -> assertThat(later.after()).isPositive());
  }

  private static Action echo() {
    return Action.of("echo").with("whole", 7);
  }
}
