package dev.cairn.platform.slack.receive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.slack.api.Slack;
import com.slack.api.SlackConfig;
import dev.cairn.chat.Platform;
import dev.cairn.connection.Acknowledgement;
import dev.cairn.platform.slack.ConnectedSlack;
import dev.cairn.platform.slack.ConnectedSlack.Mode;
import dev.cairn.platform.slack.standin.PayloadSender.Kind;
import dev.cairn.platform.slack.standin.Payloads;
import dev.cairn.platform.slack.standin.SocketSender;
import io.micrometer.core.instrument.Timer;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;

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
  void whatIsNotKnownIsAcknowledgedAndNotWrittenIntoTheLog() throws Exception {
    Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    ListAppender<ILoggingEvent> log = new ListAppender<>();
    log.start();
    root.addAppender(log);
    try (ConnectedSlack connected = new ConnectedSlack(Mode.SOCKET)) {
      JsonObject odd = Payloads.json("{'type':'new','token':'verification-secret'}");
      for (Kind kind : List.of(Kind.INTERACTIVE, Kind.EVENTS_API)) {
        assertThat(connected.sender.send(kind, odd)).as("%s", kind).isEqualTo(JsonNull.INSTANCE);
      }
      ((SocketSender) connected.sender)
          .connection()
          .send("{\"type\":\"new\",\"envelope_id\":\"e\",\"token\":\"verification-secret\"}");
      assertThat(connected.slack.socket().nextAcknowledgement().get("envelope_id").getAsString())
          .isEqualTo("e");
      assertThat(log.list)
          .extracting(ILoggingEvent::getFormattedMessage)
          .noneMatch(line -> line.contains("verification-secret"));
      assertThat(log.list)
          .filteredOn(event -> event.getLoggerName().startsWith("dev.cairn"))
          .extracting(ILoggingEvent::getLevel)
          .doesNotContain(Level.ERROR);
    } finally {
      root.detachAppender(log);
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
