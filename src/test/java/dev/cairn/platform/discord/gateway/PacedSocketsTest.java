package dev.cairn.platform.discord.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.Socket;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import javax.net.SocketFactory;
import org.junit.jupiter.api.Test;

class PacedSocketsTest {
  private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

  private final GatewayPace pace = new GatewayPace(() -> NOW);
  private final List<Duration> pauses = new ArrayList<>();

  @Test
  void waitsItsTurnInAStorm() throws IOException {
    PacedSockets sockets =
        new PacedSockets(SocketFactory.getDefault(), pace, duration -> pauses.add(duration));
    for (int i = 0; i < GatewayPace.BURST + 2; i++) {
      try (Socket socket = sockets.createSocket()) {
        assertThat(socket.getTcpNoDelay()).isTrue();
      }
    }
    assertThat(pauses).containsExactly(GatewayPace.EVERY, GatewayPace.EVERY.multipliedBy(2));
  }

  @Test
  void connectsNoMoreOnceClosed() throws IOException {
    PacedSockets sockets = new PacedSockets(SocketFactory.getDefault(), pace, duration -> false);
    for (int i = 0; i < GatewayPace.BURST; i++) {
      sockets.createSocket().close();
    }
    assertThatThrownBy(sockets::createSocket)
        .isInstanceOf(IOException.class)
        .hasMessageContaining("closed");
  }
}
