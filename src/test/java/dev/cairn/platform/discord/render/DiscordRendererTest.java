package dev.cairn.platform.discord.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cairn.chat.Account;
import dev.cairn.chat.Platform;
import dev.cairn.chat.reply.PlainText;
import dev.cairn.chat.reply.Reply;
import dev.cairn.connection.Ping;
import dev.cairn.platform.discord.Shown;
import dev.cairn.platform.discord.standin.DocumentedLimits;
import dev.cairn.platform.discord.standin.OpenApi;
import dev.cairn.testkit.RandomReplies;
import dev.cairn.testkit.SampleReplies;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DiscordRendererTest {
  private static final Path SNAPSHOTS = Path.of("src/test/resources/snapshots/discord");
  private static final boolean UPDATE = Boolean.getBoolean("cairn.snapshots.update");
  private static final long SEED = Long.getLong("cairn.seed", 20_260_101L);
  private static final int GENERATED = 400;

  /** Is mentioned by name, because Discord does not know them. */
  private static final Account STRANGER = new Account(Platform.LOCAL, "lab", "u", "");

  private static final String DIVIDER = "---";
  private static final DiscordRenderer RENDERER = new DiscordRenderer(new CommandLinks());
  private static final Recipient ASHA = Recipient.caller("1001");
  private static final ObjectMapper JSON =
      new ObjectMapper()
          .enable(SerializationFeature.INDENT_OUTPUT)
          .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS);

  static Stream<String> samples() {
    return SampleReplies.all(SampleReplies.ON_DISCORD).keySet().stream();
  }

  /** Snapshots are written anew with {@code -Dcairn.snapshots.update=true}. */
  @ParameterizedTest
  @MethodSource("samples")
  void drawsAsRecorded(String name) throws IOException {
    JsonNode drawn = Shown.json(RENDERER.render(sample(name), ASHA));
    String json = JSON.writeValueAsString(JSON.treeToValue(drawn, Object.class)) + "\n";
    Path file = SNAPSHOTS.resolve(name + ".json");
    if (UPDATE) {
      Files.createDirectories(SNAPSHOTS);
      Files.writeString(file, json);
    }
    assertThat(json).isEqualTo(Files.readString(file));
  }

  @Test
  void keepsNoSnapshotThatNothingDraws() throws IOException {
    try (Stream<Path> files = Files.list(SNAPSHOTS)) {
      assertThat(files.map(file -> file.getFileName().toString().replace(".json", "")))
          .containsExactlyInAnyOrderElementsOf(
              SampleReplies.all(SampleReplies.ON_DISCORD).keySet());
    }
  }

  @ParameterizedTest
  @MethodSource("samples")
  void samplesFitAndLoseNothing(String name) {
    fitsAndLosesNothing(name, sample(name));
  }

  @Test
  void anyReplyFitsAndLosesNothing() {
    for (long seed = SEED; seed < SEED + GENERATED; seed++) {
      fitsAndLosesNothing("-Dcairn.seed=" + seed, new RandomReplies(seed, STRANGER, 120).reply());
    }
  }

  @Test
  void anyReplyFitsDiscordsOwnDescription() {
    Optional<OpenApi> api = OpenApi.find();
    assumeTrue(
        api.isPresent(), "no copy of Discord's description of its API beside the repository");
    for (long seed = SEED; seed < SEED + 60; seed++) {
      JsonNode drawn =
          Shown.json(RENDERER.render(new RandomReplies(seed, STRANGER, 120).reply(), ASHA));
      assertThat(api.get().violations("post", "/channels/700/messages", drawn))
          .as("-Dcairn.seed=%d %s", seed, drawn)
          .isEmpty();
    }
  }

  @Test
  void withoutFilesNothingIsAttached() {
    for (long seed = SEED; seed < SEED + GENERATED; seed++) {
      JsonNode drawn =
          Shown.json(
              RENDERER.renderWithoutFiles(new RandomReplies(seed, STRANGER, 120).reply(), ASHA));
      assertThat(drawn.path("attachments")).as("-Dcairn.seed=%d", seed).isEmpty();
      assertThat(DocumentedLimits.ofMessage(drawn)).as("-Dcairn.seed=%d", seed).isEmpty();
    }
  }

  @Test
  void aPingRings() {
    DiscordMessage message =
        RENDERER
            .render(SampleReplies.topic(), Recipient.CHANNEL)
            .pinging(new Ping.OfMember(SampleReplies.ON_DISCORD));
    ObjectNode drawn = (ObjectNode) Shown.json(message);
    assertThat(drawn.at("/allowed_mentions/users")).hasToString("[\"1001\"]");
    assertThat(drawn.at("/components/0/content").asText()).isEqualTo("<@1001>");
    assertThat(DocumentedLimits.ofMessage(drawn)).isEmpty();
  }

  private static Reply sample(String name) {
    return java.util.Objects.requireNonNull(SampleReplies.all(SampleReplies.ON_DISCORD).get(name));
  }

  private static void fitsAndLosesNothing(String name, Reply reply) {
    DiscordMessage message = RENDERER.render(reply, ASHA);
    assertThat(DocumentedLimits.ofMessage(Shown.json(message))).as(name).isEmpty();
    String shown = Shown.comparable(Shown.text(message));
    List<String> lost =
        Stream.of(PlainText.of(reply).split("[ ()\\[\\]\\n]+"))
            .filter(word -> !word.equals(DIVIDER))
            .filter(word -> !shown.contains(Shown.comparable(word)))
            .toList();
    assertThat(lost).as("lost of %s, shown:%n%s", name, shown).isEmpty();
  }
}
