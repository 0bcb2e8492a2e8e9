package dev.cairn.platform.discord;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cairn.chat.Reply;
import dev.cairn.command.LineReader;
import dev.cairn.config.DiscordSettings;
import dev.cairn.platform.discord.standin.DiscordStandIn;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;

/** The adapter, with the real JDA, connected to the stand-in. */
final class Connected implements AutoCloseable {
  /** Long enough that a handler that does not wait is always quick. */
  static final Duration PATIENT = Duration.ofSeconds(20);

  /** So short that a handler that waits is always slow. */
  static final Duration HASTY = Duration.ofMillis(1);

  final DiscordStandIn discord;
  final FixtureCommands fixture = new FixtureCommands();
  final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  final Discord adapter;

  private Connected(DiscordStandIn discord, Duration patience) {
    this.discord = discord;
    this.adapter = adapter(discord, fixture, meters, patience, DiscordStandIn.TOKEN);
  }

  /** Connects, and waits until the commands are registered. */
  static Connected open(Duration patience) throws IOException, InterruptedException {
    Connected connected = new Connected(DiscordStandIn.open(), patience);
    connected.adapter.start();
    connected.discord.await("PUT", "/applications/4242/commands");
    return connected;
  }

  static Discord adapter(
      DiscordStandIn discord,
      FixtureCommands fixture,
      SimpleMeterRegistry meters,
      Duration patience,
      String token) {
    return new Discord(
        new DiscordSettings(token, discord.apiUrl()),
        fixture.router(),
        new LineReader(fixture.router().registry()),
        InstantSource.system(),
        meters,
        Connected::welcome,
        patience);
  }

  private static Reply.Card welcome() {
    return Reply.Card.titled("Hello, let us set up")
        .button("Start", dev.cairn.chat.Action.of("help"))
        .build();
  }

  /** The text of a message that was sent, as members read it. */
  static String read(JsonNode message) {
    StringBuilder text = new StringBuilder();
    collect(message, text);
    return text.toString();
  }

  private static void collect(JsonNode node, StringBuilder text) {
    if (node.path("content").isTextual()) {
      text.append(Shown.read(node.path("content").asText())).append('\n');
    }
    node.forEach(child -> collect(child, text));
  }

  static boolean isEphemeral(JsonNode message) {
    return (message.path("flags").asInt() & 64) != 0;
  }

  /** The id of the component with this label or placeholder. */
  static String customId(JsonNode message, String label) {
    return message.findParents("custom_id").stream()
        .filter(
            component ->
                component.path("label").asText().equals(label)
                    || component.path("placeholder").asText().startsWith(label))
        .map(component -> component.path("custom_id").asText())
        .findFirst()
        .orElseThrow(() -> new AssertionError("no " + label + " in " + message));
  }

  @Override
  public void close() {
    adapter.close();
    discord.close();
  }
}
