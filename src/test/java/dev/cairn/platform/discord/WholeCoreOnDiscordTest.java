package dev.cairn.platform.discord;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cairn.CairnApp;
import dev.cairn.TestCairn;
import dev.cairn.chat.CommandSpec;
import dev.cairn.chat.Option;
import dev.cairn.chat.OptionType;
import dev.cairn.config.DiscordSettings;
import dev.cairn.connection.Connections;
import dev.cairn.database.Database;
import dev.cairn.database.DatabaseUnderTest;
import dev.cairn.platform.discord.receive.SlashCommands;
import dev.cairn.platform.discord.standin.DiscordStandIn;
import dev.cairn.platform.discord.standin.UserInteraction;
import dev.cairn.platform.discord.standin.UserInteraction.Press;
import dev.cairn.platform.discord.standin.UserInteraction.Slash;
import dev.cairn.platform.discord.standin.UserInteraction.Typing;
import dev.cairn.platform.discord.standin.World;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.function.Function;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Every command that there is, on Discord. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WholeCoreOnDiscordTest {
  private final Database database = DatabaseUnderTest.H2.open();
  private DiscordStandIn discord;
  private final Connections connections = new Connections();
  private CairnApp cairn;
  private Discord adapter;

  @BeforeAll
  void connect() throws IOException, InterruptedException {
    discord = DiscordStandIn.open();
    cairn = TestCairn.of(database, InstantSource.system(), connections);
    adapter = adapter(discord);
    connections.connect(adapter);
    adapter.start();
    discord.await("PUT", "/applications/4242/commands");
  }

  @AfterAll
  void close() {
    adapter.close();
    discord.close();
    database.close();
  }

  @AfterEach
  void nothingWasSentThatDiscordWouldRefuse() {
    assertThat(discord.violations()).isEmpty();
  }

  @Test
  void registersEveryCommandAndSeesNoDifferenceAfterwards()
      throws IOException, InterruptedException {
    assertThat(discord.commands()).hasSize(cairn.dialogue().registry().roots().size());
    try (DiscordStandIn later = DiscordStandIn.open()) {
      later.register(discord.commands());
      try (Discord restarted = adapter(later)) {
        restarted.start();
        later.await("GET", "/applications/4242/commands");
      }
      assertThat(later.unseen("PUT", "/applications/.*")).isZero();
    }
  }

  @Test
  void aRewardTakesARoleFromDiscordsOwnList() {
    JsonNode set = option(command("reward"), "set");
    assertThat(option(set, "role").path("type").asInt()).as("ROLE").isEqualTo(8);
  }

  @Test
  void aCardThatIsAskedForAgainAndAgainIsEachMembersOwn() throws InterruptedException {
    for (World.User member : List.of(World.ASHA, World.BEN, World.ASHA, World.BEN)) {
      String token = discord.interact(new Slash(member, "role", Map.of("name", "mlops engineer")));
      JsonNode answer = discord.awaitCallback(token);
      assertThat(ConnectedDiscord.read(answer)).contains("MLOps engineer");
      assertThat(ConnectedDiscord.isEphemeral(answer.path("data"))).isTrue();
      assertThat(ConnectedDiscord.customId(answer, "All roles"))
          .contains("~" + Long.toString(Long.parseLong(member.id()), 36) + "~");
    }
  }

  private JsonNode command(String name) {
    return named(discord.commands(), name);
  }

  private static JsonNode option(JsonNode command, String name) {
    return named(command.path("options"), name);
  }

  private static JsonNode named(JsonNode list, String name) {
    for (JsonNode each : list) {
      if (each.path("name").asText().equals(name)) {
        return each;
      }
    }
    throw new AssertionError("no " + name + " in " + list);
  }

  @Test
  void answersEveryCommandAndEveryButtonUnderTheAnswers() throws InterruptedException {
    answersEveryCommandAndEveryButton(WholeCoreOnDiscordTest::required);
  }

  /** A group, a note or a reason may be of signs that Discord counts twice. */
  @Test
  void answersEveryCommandWithTextsAsLongAsTheyMayBe() throws InterruptedException {
    answersEveryCommandAndEveryButton(spec -> {
      Map<String, Object> options = required(spec);
      for (Option<?> option : spec.typedOptions()) {
        if (option.type() instanceof OptionType.Text(int most)) {
          options.put(option.name(), "x" + "😀*".repeat((most - 1) / 2));
        }
      }
      return options;
    });
  }

  private void answersEveryCommandAndEveryButton(Function<CommandSpec, Map<String, Object>> giving)
      throws InterruptedException {
    for (CommandSpec spec : cairn.dialogue().registry().specs()) {
      JsonNode callback =
          answer(new Slash(World.MODERATOR, spec.name().toString(), giving.apply(spec)));
      assertThat(told(callback)).as("%s", spec.name()).doesNotContain("Something went wrong");
      for (JsonNode component : callback.findParents("custom_id")) {
        if (component.path("type").asInt() == 2) {
          String id = component.path("custom_id").asText();
          JsonNode pressed = answer(Press.button(World.ASHA, id));
          assertThat(told(pressed))
              .as("%s: %s", spec.name(), id)
              .doesNotContain("Something went wrong", "older version");
        }
      }
    }
  }

  @Test
  void completesEveryOptionThatIsCompleted() throws InterruptedException {
    for (CommandSpec spec : cairn.dialogue().registry().specs()) {
      for (Option<?> option : spec.typedOptions()) {
        if (SlashCommands.suggests(option)) {
          JsonNode answer =
              answer(new Typing(World.ASHA, spec.name().toString(), option.name(), "a"));
          assertThat(answer.path("type").asInt()).as("%s %s", spec.name(), option).isEqualTo(8);
        }
      }
    }
  }

  @Test
  void aStreakGrowsOnDiscord() throws InterruptedException {
    assertThat(told(answer(new Slash(World.BEN, "done", Map.of("note", "read about @everyone")))))
        .contains("Day one");
    assertThat(told(answer(new Slash(World.BEN, "streak", Map.of())))).contains("1 day");
  }

  private static String told(JsonNode callback) {
    return ConnectedDiscord.read(callback);
  }

  private static Map<String, Object> required(CommandSpec spec) {
    Map<String, Object> options = new LinkedHashMap<>();
    for (Option<?> option : spec.options()) {
      if (option.required()) {
        options.put(option.name(), value(option.type()));
      }
    }
    return options;
  }

  private static Object value(OptionType<?> type) {
    return switch (type) {
      case OptionType.Text text -> "drift";
      case OptionType.Whole(long min, long max) -> (int) min;
      case OptionType.Choice(var values) -> values.getFirst().value();
      case OptionType.Flag flag -> true;
      case OptionType.Date date -> "2026-01-31";
      case OptionType.Member member -> World.BEN;
      case OptionType.Channel channel -> "#" + World.GENERAL;
      case OptionType.Role role -> "&" + World.REWARD;
      case OptionType.Url url -> "https://example.org/post";
    };
  }

  private JsonNode answer(UserInteraction interaction) throws InterruptedException {
    return discord.awaitCallback(discord.interact(interaction));
  }

  private Discord adapter(DiscordStandIn at) {
    return new Discord(
        new DiscordSettings(DiscordStandIn.TOKEN, at.apiUrl(), 0),
        cairn.dialogue(),
        InstantSource.system(),
        new SimpleMeterRegistry(),
        Optional.empty(),
        // What is asserted is the answer, however long its first picture takes here.
        ConnectedDiscord.PATIENT,
        new CountDownLatch(1),
        duration -> true);
  }
}
