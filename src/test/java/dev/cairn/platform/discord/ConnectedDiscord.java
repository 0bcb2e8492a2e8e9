package dev.cairn.platform.discord;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cairn.config.DiscordSettings;
import dev.cairn.platform.discord.standin.DiscordStandIn;
import dev.cairn.platform.discord.standin.UserInteraction;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.DoubleSupplier;
import org.awaitility.Awaitility;

/** The adapter, with the real JDA, connected to the stand-in. */
public final class ConnectedDiscord implements AutoCloseable {
  /** Long enough that a handler that does not wait is always quick. */
  public static final Duration PATIENT = Duration.ofSeconds(20);

  /** So short that a handler that waits is always slow. */
  static final Duration HASTY = Duration.ofMillis(1);

  final DiscordStandIn discord;
  public final DiscordFixtureCommands fixture = new DiscordFixtureCommands();
  public final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  public final Discord adapter;

  /**
   * How long we would have waited before each attempt to connect; the waiting itself is left out.
   */
  public final List<Duration> pauses = new CopyOnWriteArrayList<>();

  private final AtomicReference<Duration> waited = new AtomicReference<>(Duration.ZERO);

  private ConnectedDiscord(DiscordStandIn discord, Duration patience) {
    this.discord = discord;
    CountDownLatch closed = new CountDownLatch(1);
    InstantSource clock = () -> Instant.now().plus(waited.get());
    this.adapter =
        new Discord(
            new DiscordSettings(DiscordStandIn.TOKEN, discord.apiUrl(), 0),
            fixture.dialogue(),
            clock,
            meters,
            Optional.empty(),
            patience,
            closed,
            duration -> {
              pauses.add(duration);
              waited.accumulateAndGet(duration, Duration::plus);
              return closed.getCount() > 0;
            });
  }

  /** Connects, and waits until the commands are registered. */
  public static ConnectedDiscord open(Duration patience) throws IOException, InterruptedException {
    return open(DiscordStandIn.open(), patience);
  }

  /** Connects to this stand-in, and waits until the commands are registered. */
  public static ConnectedDiscord open(DiscordStandIn discord, Duration patience)
      throws InterruptedException {
    ConnectedDiscord connected = prepared(discord, patience);
    connected.adapter.start();
    discord.await("PUT", "/applications/4242/commands");
    return connected;
  }

  /** Ready to connect to this stand-in. */
  public static ConnectedDiscord prepared(DiscordStandIn discord, Duration patience) {
    return new ConnectedDiscord(discord, patience);
  }

  /** A member does something, and Discord gets our first answer. */
  public JsonNode answer(UserInteraction interaction) throws InterruptedException {
    return discord.awaitCallback(discord.interact(interaction));
  }

  /** How often something was counted. */
  public double count(String meter, String... tags) {
    var counter = meters.find(meter).tags(tags).counter();
    return counter == null ? 0 : counter.count();
  }

  /** Waits until something has been counted so often. */
  public void awaitCount(DoubleSupplier count, double atLeast) {
    Awaitility.await().atMost(PATIENT).until(() -> count.getAsDouble() >= atLeast);
  }

  /** The text of a message that was sent, as members read it. */
  public static String read(JsonNode message) {
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
  public static String customId(JsonNode message, String label) {
    return message.findParents("custom_id").stream()
        .filter(component ->
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
