package dev.cairn.platform.slack.send;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.chat.Account;
import dev.cairn.chat.Platform;
import dev.cairn.chat.reply.Reply;
import dev.cairn.connection.MessageSender;
import dev.cairn.connection.MessageSender.Address;
import dev.cairn.connection.MessageSender.Delivery;
import dev.cairn.connection.MessageSender.OutgoingMessage;
import dev.cairn.platform.slack.Connected;
import dev.cairn.platform.slack.Connected.Mode;
import dev.cairn.platform.slack.SampleReplies;
import dev.cairn.platform.slack.SlackSchemas;
import dev.cairn.platform.slack.standin.ApiAnswer;
import dev.cairn.platform.slack.standin.ApiCall;
import dev.cairn.platform.slack.standin.SlackStandIn;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What nobody asked for just now: sent once, and told honestly where it could not be. */
class SlackSenderTest {
  private static final Address CHANNEL = new Address.Channel("T1", "C1");
  private static final Reply.Card CARD = Reply.Card.titled("Day 12").text("Read.").build();

  @Test
  void aPostIsSentOnceAndFoundAgain() throws Exception {
    try (Connected connected = new Connected(Mode.SOCKET)) {
      MessageSender sender = connected.platform.sender();
      assertThat(sender.platform()).isEqualTo(Platform.SLACK);
      OutgoingMessage message =
          new OutgoingMessage(CHANNEL, "daily-1", CARD, null, "Day 12: discuss", true, false);
      Delivery sent = sender.send(message);
      assertThat(sent).isInstanceOf(Delivery.Sent.class);
      ApiCall post = connected.slack.nextCall("chat.postMessage");
      SlackSchemas.assertBlocks(post.blocks());
      assertThat(post.parameter("metadata")).contains("\"nonce\":\"daily-1\"");
      assertThat(connected.slack.nextCall("chat.postMessage").parameters())
          .containsKey("thread_ts");
      connected.slack.nextCall("pins.add");
      assertThat(sender.send(message)).isEqualTo(sent);
      assertThat(sender.find(CHANNEL, "daily-1")).contains((Delivery.Sent) sent);
      assertThat(connected.slack.otherCalls()).isEmpty();
    }
  }

  @Test
  void aPostFromBeforeACrashIsFoundInTheChannel() throws Exception {
    try (Connected connected = new Connected(Mode.SOCKET)) {
      connected.slack.answer(
          "conversations.history",
          ApiAnswer.ok(
              """
              {"ok":true,"messages":[{"ts":"17.5","text":"x","metadata":
               {"event_type":"cairn_post","event_payload":{"nonce":"daily-2"}}}]}\
              """));
      assertThat(connected.platform.sender().find(CHANNEL, "daily-2"))
          .contains(new Delivery.Sent("C1:17.5"));
      assertThat(connected.platform.sender().find(CHANNEL, "daily-3")).isEqualTo(Optional.empty());
    }
  }

  @Test
  void nothingIsFoundWithWhoCannotBeWrittenTo() throws Exception {
    try (Connected connected = new Connected(Mode.SOCKET)) {
      Account ben = new Account(Platform.SLACK, "T1", "U2", "Ben");
      connected.slack.answer(
          "conversations.open", ApiAnswer.error("user_disabled"), ApiAnswer.error("user_disabled"));
      MessageSender sender = connected.platform.sender();
      assertThat(sender.find(new Address.Direct(ben), "reminder-1")).isEmpty();
      assertThat(sender.send(OutgoingMessage.of(new Address.Direct(ben), "reminder-1", CARD)))
          .isInstanceOf(Delivery.Undeliverable.class);
    }
  }

  @Test
  void aChannelThatWeAreNotInIsJoinedToBeRead() throws Exception {
    try (Connected connected = new Connected(Mode.SOCKET)) {
      connected.slack.answer("conversations.history", ApiAnswer.error("not_in_channel"));
      assertThat(connected.platform.sender().find(CHANNEL, "daily-2")).isEmpty();
      assertThat(connected.slack.count("conversations.join")).isEqualTo(1);
      assertThat(connected.slack.count("conversations.history")).isEqualTo(2);
    }
  }

  @Test
  void aPostWhoseAnswerIsLostIsNotSentAgainUnasked() throws Exception {
    try (Connected connected = new Connected(Mode.SOCKET)) {
      MessageSender sender = connected.platform.sender();
      // A connection that has served before is what a client is tempted to try again on.
      assertThat(sender.find(CHANNEL, "daily-1")).isEmpty();
      connected.slack.connectBy(
          new SlackStandIn.Wire() {
            @Override
            public boolean carriesAnswerTo(ApiCall call) {
              return !call.method().equals("chat.postMessage");
            }
          });
      assertThat(sender.send(OutgoingMessage.of(CHANNEL, "daily-1", CARD)))
          .isInstanceOf(Delivery.Later.class);
      assertThat(connected.slack.channel("C1")).hasSize(1);
      assertThat(sender.find(CHANNEL, "daily-1")).isPresent();
    }
  }

  @Test
  void aMemberIsToldPrivately() throws Exception {
    try (Connected connected = new Connected(Mode.SOCKET)) {
      connected
          .platform
          .sender()
          .send(OutgoingMessage.of(new Address.Direct(SampleReplies.ASHA), "remind-1", CARD));
      connected.slack.nextCall("conversations.open");
      assertThat(connected.slack.nextCall("chat.postMessage").parameter("channel"))
          .isEqualTo("DU1");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "is_archived,archived,false",
    "not_in_channel,/invite,false",
    "channel_not_found,/invite,false",
    "token_revoked,Install it again,false",
    "missing_scope,permission,false",
    "cannot_dm_bot,direct messages,true",
    "user_not_found,direct messages,true"
  })
  void whatCannotBeSentSaysWhyAndHowToMendIt(String code, String said, boolean closed)
      throws Exception {
    try (Connected connected = new Connected(Mode.SOCKET)) {
      connected.slack.answer("chat.postMessage", ApiAnswer.error(code));
      Delivery delivery =
          connected.platform.sender().send(OutgoingMessage.of(CHANNEL, "daily-1", CARD));
      assertThat(delivery)
          .isInstanceOfSatisfying(
              Delivery.Undeliverable.class,
              undeliverable -> {
                assertThat(undeliverable.reason()).contains(said);
                assertThat(undeliverable.closed()).isEqualTo(closed);
              });
    }
  }

  @Test
  void whatIsOnlyLateIsToldSo() throws Exception {
    try (Connected connected = new Connected(Mode.SOCKET)) {
      connected.slack.answer("chat.postMessage", ApiAnswer.limited(30), ApiAnswer.down());
      MessageSender sender = connected.platform.sender();
      OutgoingMessage message = OutgoingMessage.of(CHANNEL, "daily-1", CARD);
      assertThat(sender.send(message))
          .isInstanceOfSatisfying(
              Delivery.Later.class,
              later -> assertThat(later.after()).isEqualTo(Duration.ofSeconds(30)));
      assertThat(sender.send(message)).isInstanceOf(Delivery.Later.class);
      assertThat(sender.send(message)).isInstanceOf(Delivery.Sent.class);
      assertThat(connected.pauses).isEmpty();
    }
  }
}
