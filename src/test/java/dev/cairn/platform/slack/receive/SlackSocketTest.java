package dev.cairn.platform.slack.receive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.google.gson.JsonObject;
import com.slack.api.Slack;
import com.slack.api.SlackConfig;
import dev.cairn.chat.Platform;
import dev.cairn.connection.Acknowledgement;
import dev.cairn.platform.slack.ConnectedSlack;
import dev.cairn.platform.slack.ConnectedSlack.Mode;
import dev.cairn.platform.slack.standin.PayloadSender.Kind;
import dev.cairn.platform.slack.standin.SocketSender;
import io.micrometer.core.instrument.Timer;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What Socket Mode does to a connection, and that no acknowledged command is lost by it. */
class SlackSocketTest {

  @ParameterizedTest
  @ValueSource(strings = {"warning", "refresh_requested"})
  void aConnectionThatSlackRenewsIsRenewed(String reason) throws Exception {
    try (ConnectedSlack connected = new ConnectedSlack(Mode.SOCKET)) {
      SocketSender socket = (SocketSender) connected.sender;
      assertThat(ConnectedSlack.shown(connected.give("topic 6"))).contains("Day 6");
      assertThat(connected.platform.isConnected()).isTrue();
      connected.sender.send(Kind.SLASH_COMMANDS, connected.payloads.command("wait"));
      connected.commands.waiting.await();
      socket
          .connection()
          .send("{\"type\":\"disconnect\",\"reason\":\"" + reason + "\",\"debug_info\":{}}");
      socket.followToNextConnection();
      assertThat(ConnectedSlack.shown(connected.give("topic 7"))).contains("Day 7");
      connected.commands.mayFinish.countDown();
      assertThat(ConnectedSlack.shown(connected.slack.nextCall())).contains("At last.");
    }
  }

  @Test
  void aConnectionThatIsLostIsOpenedAnew() throws Exception {
    try (ConnectedSlack connected = new ConnectedSlack(Mode.SOCKET)) {
      SocketSender socket = (SocketSender) connected.sender;
      socket.connection().closeConnection(1006, "gone");
      socket.followToNextConnection();
      assertThat(ConnectedSlack.shown(connected.give("topic 7"))).contains("Day 7");
    }
  }

  @Test
  void anEnvelopeThatWasNotAcknowledgedComesAgainOverTheNextConnection() throws Exception {
    try (ConnectedSlack connected = new ConnectedSlack(Mode.SOCKET)) {
      SocketSender socket = (SocketSender) connected.sender;
      connected.give("topic 7");
      socket.connection().closeConnection(1006, "gone");
      socket.followToNextConnection();
      socket.repeat();
      assertThat(ConnectedSlack.shown(connected.give("topic 8"))).contains("Day 8");
      assertThat(connected.commands.invocations).hasSize(2);
    }
  }

  @Test
  void itIsMeasuredHowLongSlackWaits() throws Exception {
    try (ConnectedSlack connected = new ConnectedSlack(Mode.SOCKET)) {
      Timer waited = Acknowledgement.timer(connected.meters, Platform.SLACK);
      long before = waited.count();
      connected.give("topic 7");
      connected.give("topic 8");
      await().until(() -> waited.count() == before + 2);
    }
  }

  @Test
  void whatIsNotUnderstoodEndsNothing() throws Exception {
    try (ConnectedSlack connected = new ConnectedSlack(Mode.SOCKET)) {
      SocketSender socket = (SocketSender) connected.sender;
      socket.connection().send("no JSON");
      socket.connection().send("{\"type\":\"something_new\"}");
      JsonObject odd = connected.payloads.command("topic");
      odd.remove("user_id");
      connected.sender.send(Kind.SLASH_COMMANDS, odd);
      assertThat(ConnectedSlack.shown(connected.give("topic 8"))).contains("Day 8");
    }
  }

  @Test
  @Timeout(30)
  void aGreetingIsHeardWhereAllRoomIsHeldByWhatWaitsForIt() throws Exception {
    SlackConfig nowhere = new SlackConfig();
    nowhere.setMethodsEndpointUrlPrefix("http://127.0.0.1:9/");
    CountDownLatch mayGoOn = new CountDownLatch(1);
    try (SlackSocket socket =
        new SlackSocket(Slack.getInstance(nowhere), "xapp-none", "ws://127.0.0.1:9/")) {
      socket.addWebSocketMessageListener(message -> {
        try {
          mayGoOn.await();
        } catch (InterruptedException stopped) {
          Thread.currentThread().interrupt();
        }
      });
      for (int i = 0; i < SlackSocket.AT_ONCE; i++) {
        socket.enqueueMessage("{\"type\":\"something_new\"}");
      }
      Thread newConnection =
          Thread.startVirtualThread(() -> socket.enqueueMessage("{\"type\":\"hello\"}"));
      while (!socket.isOpen()) {
        assertThat(Thread.interrupted()).as("waits in vain").isFalse();
        Thread.onSpinWait();
      }
      mayGoOn.countDown();
      newConnection.join();
    } finally {
      mayGoOn.countDown();
    }
  }
}
