package dev.cairn.platform.discord;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.platform.discord.standin.DiscordStandIn;
import java.io.IOException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;

/** Tests over one connection to the stand-in, which may find fault with nothing that is sent. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class ConnectedTest {
  public ConnectedDiscord connected;
  public DiscordStandIn discord;

  @BeforeAll
  void connect() throws IOException, InterruptedException {
    connected = ConnectedDiscord.open(ConnectedDiscord.PATIENT);
    discord = connected.discord;
  }

  @AfterAll
  void close() {
    connected.close();
  }

  @BeforeEach
  void forget() {
    discord.forgetRequests();
  }

  @AfterEach
  void nothingWasSentThatDiscordWouldRefuse() {
    assertThat(discord.violations()).isEmpty();
  }
}
