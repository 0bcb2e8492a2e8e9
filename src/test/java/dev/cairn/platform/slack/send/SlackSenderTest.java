package dev.cairn.platform.slack.send;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.chat.Account;
import dev.cairn.chat.Place;
import dev.cairn.chat.Platform;
import dev.cairn.chat.Value;
import dev.cairn.chat.reply.Block;
import dev.cairn.chat.reply.Reply;
import dev.cairn.connection.MessageSender;
import dev.cairn.connection.MessageSender.Address;
import dev.cairn.connection.MessageSender.Delivery;
import dev.cairn.connection.MessageSender.OutgoingMessage;
import dev.cairn.connection.MessageSender.Search;
import dev.cairn.connection.MessageSender.Window;
import dev.cairn.connection.Ping;
import dev.cairn.platform.slack.ConnectedSlack;
import dev.cairn.platform.slack.ConnectedSlack.Mode;
import dev.cairn.platform.slack.standin.ApiAnswer;
import dev.cairn.platform.slack.standin.ApiCall;
import dev.cairn.platform.slack.standin.SlackSchemas;
import dev.cairn.platform.slack.standin.SlackStandIn;
import dev.cairn.testkit.SampleReplies;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What nobody asked for just now: sent once, and told honestly where it could not be. */
class SlackSenderTest {
  private static final Address CHANNEL =
      new Address.Channel(new Place(Platform.SLACK, "T1").channel("C1"));
  private static final Instant AT = Instant.ofEpochSecond(1_767_000_000);
  private static final Window TRIED = new Window(AT.minusSeconds(300), AT.plusSeconds(300));
  private static final Reply.Card CARD = Reply.Card.titled("Day 12").text("Read.").build();

  @Test
  void aPostIsSentOnceAndFoundAgain() throws Exception {
    try (ConnectedSlack connected = new ConnectedSlack(Mode.SOCKET)) {
      MessageSender sender = connected.platform.sender();
      assertThat(sender.platform()).isEqualTo(Platform.SLACK);
      OutgoingMessage message =
          new OutgoingMessage(CHANNEL, "daily-1", CARD, null, "Day 12: discuss", true, false);
      Delivery sent = sender.send(message);
      assertThat(sent).isInstanceOf(Delivery.Sent.class);
      assertThat(sender.furnish(message, (Delivery.Sent) sent, false)).isEmpty();
      ApiCall post = connected.slack.nextCall("chat.postMessage");
      SlackSchemas.assertBlocks(post.blocks());
      assertThat(post.parameter("metadata")).contains("\"nonce\":\"daily-1\"");
      assertThat(connected.slack.nextCall("chat.postMessage").parameters())
          .containsKey("thread_ts");
      connected.slack.nextCall("pins.add");
      assertThat(sender.send(message)).isEqualTo(sent);
      assertThat(sender.find(CHANNEL, "daily-1", TRIED))
          .isEqualTo(new Search.Found((Delivery.Sent) sent));
      assertThat(connected.slack.otherCalls()).isEmpty();
    }
  }

  @Test
  void aPostCanSaySomethingElseLater() throws Exception {
    try (ConnectedSlack connected = new ConnectedSlack(Mode.SOCKET)) {
      MessageSender sender = connected.platform.sender();
      Delivery.Sent sent =
          (Delivery.Sent) sender.send(OutgoingMessage.of(CHANNEL, "daily-4", CARD));
      connected.slack.nextCall("chat.postMessage");
      Reply.Card other = Reply.Card.titled("Day 4").text("12 studied this").build();
      assertThat(sender.edit(OutgoingMessage.of(CHANNEL, "daily-4", other), sent.messageId()))
          .isEqualTo(sent);
      ApiCall edit = connected.slack.nextCall("chat.update");
      SlackSchemas.assertBlocks(edit.blocks());
      assertThat(edit.parameter("channel")).isEqualTo("C1");
      assertThat(sent.messageId()).endsWith(":" + edit.parameter("ts"));
      assertThat(edit.blocks().toString()).contains("12 studied this");
      assertThat(edit.parameter("metadata")).contains("\"nonce\":\"daily-4\"");
    }
  }

  /** As when it was sent: else it would never say anything else. */
  @Test
  void whatSlackDoesNotLikeInAChangeIsShownMorePlainly() throws Exception {
    try (ConnectedSlack connected = new ConnectedSlack(Mode.SOCKET)) {
      MessageSender sender = connected.platform.sender();
      Reply.Card card =
          Reply.Card.titled("Day 5")
              .block(new Block.Table(List.of("Who", "Days"), List.of(List.of("asha", "5"))))
              .build();
      OutgoingMessage message = OutgoingMessage.of(CHANNEL, "daily-5", card);
      Delivery.Sent sent = (Delivery.Sent) sender.send(message);
      connected.slack.nextCall("chat.postMessage");
      connected.slack.answer("chat.update", ApiAnswer.error("invalid_blocks"));
      assertThat(sender.edit(message, sent.messageId())).isEqualTo(sent);
      assertThat(connected.slack.nextCall("chat.update").blocks().toString()).contains("\"table\"");
      assertThat(connected.slack.nextCall("chat.update").blocks().toString())
          .contains("asha")
          .doesNotContain("\"table\"");
    }
  }

  @Test
  void aUserGroupIsMentionedOnceAndNobodyElseIs() throws Exception {
    try (ConnectedSlack connected = new ConnectedSlack(Mode.SOCKET)) {
      MessageSender sender = connected.platform.sender();
      Reply.Card card =
          Reply.Card.titled("Day 3").text("<!channel> <!subteam^S0READERS> <@U1> @here").build();
      OutgoingMessage message =
          new OutgoingMessage(
              CHANNEL,
              "daily-7",
              card,
              new Ping.OfRole(new Value.Role("S0READERS", "readers")),
              null,
              false,
              false);
      Delivery.Sent sent = (Delivery.Sent) sender.send(message);
      ApiCall post = connected.slack.nextCall("chat.postMessage");
      SlackSchemas.assertBlocks(post.blocks());
      assertThat(post.blocks().get(0).getAsJsonObject().get("text").toString())
          .contains("<!subteam^S0READERS>");
      assertThat((post.blocks() + post.parameter("text")).split("<!subteam", -1))
          .as("once")
          .hasSize(2);
      assertThat(post.blocks() + post.parameter("text")).doesNotContain("<!channel", "<@U1");
      assertThat(sender.send(message)).as("not sent again").isEqualTo(sent);
      sender.edit(message, sent.messageId());
      ApiCall edit = connected.slack.nextCall("chat.update");
      SlackSchemas.assertBlocks(edit.blocks());
      assertThat(edit.blocks().get(0).getAsJsonObject().get("text").toString())
          .contains("@readers")
          .doesNotContain("<!");
      assertThat(edit.blocks() + edit.parameter("text")).doesNotContain("<!subteam");
    }
  }

  @Test
  void aPostFromBeforeACrashIsFoundInTheChannel() throws Exception {
    try (ConnectedSlack connected = new ConnectedSlack(Mode.SOCKET)) {
      connected.slack.answer(
          "conversations.history",
          ApiAnswer.ok(
              """
              {"ok":true,"messages":[{"ts":"17.5","text":"x","metadata":
               {"event_type":"cairn_post","event_payload":{"nonce":"daily-2"}}}]}\
              """));
      assertThat(connected.platform.sender().find(CHANNEL, "daily-2", TRIED))
          .isEqualTo(new Search.Found(new Delivery.Sent("C1:17.5")));
      assertThat(connected.platform.sender().find(CHANNEL, "daily-3", TRIED))
          .isEqualTo(new Search.Absent());
    }
  }

  @Test
  void aPostIsFoundHoweverMuchWasSaidSince() throws Exception {
    try (ConnectedSlack connected = new ConnectedSlack(Mode.SOCKET)) {
      connected.slack.posted("C1", AT.getEpochSecond(), "daily-1");
      connected.slack.chat("C1", AT.getEpochSecond() + 1, 3_000);
      MessageSender sender = connected.platform.sender();
      Window tried = new Window(AT.minusSeconds(60), AT.plusSeconds(3_600));
      assertThat(sender.find(CHANNEL, "daily-1", tried)).isInstanceOf(Search.Found.class);
      assertThat(sender.find(CHANNEL, "daily-2", tried)).isEqualTo(new Search.Absent());
    }
  }

  @Test
  void anAppThatMayAskOnceAMinuteLooksOnWhereItLeftOff() throws Exception {
    try (ConnectedSlack connected = new ConnectedSlack(Mode.SOCKET)) {
      connected.slack.posted("C1", AT.getEpochSecond(), "daily-1");
      connected.slack.chat("C1", AT.getEpochSecond() + 1, 40);
      connected.slack.limitHistory();
      MessageSender sender = connected.platform.sender();
      Window tried = new Window(AT.minusSeconds(60), AT.plusSeconds(3_600));
      int minutes = 0;
      Search search = sender.find(CHANNEL, "daily-1", tried);
      while (search instanceof Search.Unfinished(Window left, Duration after)) {
        assertThat(after).isEqualTo(Duration.ofSeconds(60));
        minutes++;
        connected.slack.nextMinute();
        search = sender.find(CHANNEL, "daily-1", left);
      }
      assertThat(search).isInstanceOf(Search.Found.class);
      assertThat(minutes).as("15 of 41 messages at once").isEqualTo(2);
    }
  }

  @Test
  void nothingIsFoundWithWhoCannotBeWrittenTo() throws Exception {
    try (ConnectedSlack connected = new ConnectedSlack(Mode.SOCKET)) {
      Account ben = new Account(Platform.SLACK, "T1", "U2", "Ben");
      connected.slack.answer(
          "conversations.open", ApiAnswer.error("user_disabled"), ApiAnswer.error("user_disabled"));
      MessageSender sender = connected.platform.sender();
      assertThat(sender.find(new Address.Direct(ben), "reminder-1", TRIED))
          .isEqualTo(new Search.Absent());
      assertThat(sender.send(OutgoingMessage.of(new Address.Direct(ben), "reminder-1", CARD)))
          .isInstanceOf(Delivery.Undeliverable.class);
    }
  }

  @Test
  void aChannelThatWeAreNotInIsJoinedToBeRead() throws Exception {
    try (ConnectedSlack connected = new ConnectedSlack(Mode.SOCKET)) {
      connected.slack.answer("conversations.history", ApiAnswer.error("not_in_channel"));
      assertThat(connected.platform.sender().find(CHANNEL, "daily-2", TRIED))
          .isEqualTo(new Search.Absent());
      assertThat(connected.slack.count("conversations.join")).isEqualTo(1);
      assertThat(connected.slack.count("conversations.history")).isEqualTo(2);
    }
  }

  @Test
  void aPostWhoseAnswerIsLostIsNotSentAgainUnasked() throws Exception {
    try (ConnectedSlack connected = new ConnectedSlack(Mode.SOCKET)) {
      MessageSender sender = connected.platform.sender();
      // A connection that has served before is what a client is tempted to try again on.
      assertThat(sender.find(CHANNEL, "daily-1", TRIED)).isEqualTo(new Search.Absent());
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
      assertThat(sender.find(CHANNEL, "daily-1", TRIED)).isInstanceOf(Search.Found.class);
    }
  }

  @Test
  void whatWasCutOffAfterThePostIsAddedOnce() throws Exception {
    try (ConnectedSlack connected = new ConnectedSlack(Mode.SOCKET)) {
      MessageSender sender = connected.platform.sender();
      OutgoingMessage message =
          new OutgoingMessage(CHANNEL, "daily-1", CARD, null, "Day 12: discuss", true, false);
      Delivery.Sent sent = (Delivery.Sent) sender.send(message);
      connected.slack.answer("pins.add", ApiAnswer.down(), ApiAnswer.error("already_pinned"));
      assertThat(sender.furnish(message, sent, false)).as("thread, but no pin").isPresent();
      assertThat(sender.furnish(message, sent, true)).isEmpty();
      assertThat(sender.furnish(message, sent, true)).isEmpty();
      assertThat(connected.slack.channel(sent.messageId().substring("C1:".length())))
          .as("what opens the discussion")
          .hasSize(1);
      assertThat(connected.slack.count("pins.add")).isEqualTo(3);
    }
  }

  @Test
  void aPostWaitsUntilItsPictureCanBeShown() throws Exception {
    try (ConnectedSlack connected = new ConnectedSlack(Mode.SOCKET)) {
      Reply.Card card = Reply.Card.titled("The week").picture(SampleReplies.IMAGE).build();
      assertThat(connected.platform.sender().send(OutgoingMessage.of(CHANNEL, "weekly-1", card)))
          .isInstanceOf(Delivery.Sent.class);
      ApiCall post = connected.slack.nextCall();
      while (!post.method().equals("chat.postMessage")) {
        post = connected.slack.nextCall();
      }
      assertThat(post.blocks().toString()).contains("slack_file");
      assertThat(connected.slack.count("chat.postMessage")).isEqualTo(1);
    }
  }

  @Test
  void aMemberIsToldPrivately() throws Exception {
    try (ConnectedSlack connected = new ConnectedSlack(Mode.SOCKET)) {
      connected
          .platform
          .sender()
          .send(OutgoingMessage.of(new Address.Direct(SampleReplies.ON_SLACK), "remind-1", CARD));
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
    try (ConnectedSlack connected = new ConnectedSlack(Mode.SOCKET)) {
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
    try (ConnectedSlack connected = new ConnectedSlack(Mode.SOCKET)) {
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
