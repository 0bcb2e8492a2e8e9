package dev.cairn.platform.discord.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.cairn.command.CommandObserver;
import dev.cairn.command.CommandRouter;
import dev.cairn.command.CommitTracker;
import dev.cairn.command.Dialogue;
import dev.cairn.config.DiscordSettings;
import dev.cairn.connection.Serving;
import dev.cairn.connection.ShardLease;
import dev.cairn.connection.ShardLeases;
import dev.cairn.database.Database;
import dev.cairn.database.DatabaseUnderTest;
import dev.cairn.feature.shard.ShardLeaseStore;
import dev.cairn.platform.discord.Discord;
import dev.cairn.platform.discord.DiscordFixtureCommands;
import dev.cairn.platform.discord.standin.DiscordStandIn;
import dev.cairn.platform.discord.standin.UserInteraction;
import dev.cairn.platform.discord.standin.UserInteraction.InSecond;
import dev.cairn.platform.discord.standin.UserInteraction.Slash;
import dev.cairn.platform.discord.standin.World;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Two processes on one database and one bot, with the real JDA. */
@Timeout(120)
final class SharedShardsTest {
  private static final Slash STREAK = new Slash(World.ASHA, "streak", Map.of());
  private static final Duration PATIENCE = Duration.ofSeconds(40);

  private final Database database = DatabaseUnderTest.H2.open();
  private final DiscordFixtureCommands fixture = new DiscordFixtureCommands();
  private DiscordStandIn discord;

  @BeforeEach
  void open() throws IOException, InterruptedException {
    discord = DiscordStandIn.open();
    discord.spreadOver(2, 2);
  }

  @AfterEach
  void close() {
    discord.close();
    database.close();
    assertThat(discord.violations()).isEmpty();
  }

  private Discord process(ShardLeases leases) {
    return process(leases, fixture.dialogue());
  }

  private Discord process(ShardLeases leases, Dialogue dialogue) {
    return new Discord(
        new DiscordSettings(DiscordStandIn.TOKEN, discord.apiUrl(), 0),
        dialogue,
        InstantSource.system(),
        new SimpleMeterRegistry(),
        Optional.of(leases));
  }

  private Discord process(String name) {
    return process(new ShardLeaseStore(database, name));
  }

  private static boolean serves(Discord process, String guild) {
    return process.serving(guild) == Serving.HERE;
  }

  private static void awaitAll(Discord process) {
    await()
        .atMost(PATIENCE)
        .until(() ->
            serves(process, World.GUILD)
                && serves(process, World.SECOND)
                && process.isConnected()
                && process.isConnectedForAll());
  }

  private static void awaitOneEach(Discord one, Discord other) {
    await()
        .atMost(PATIENCE)
        .until(() ->
            serves(one, World.GUILD) != serves(one, World.SECOND)
                && serves(other, World.GUILD) != serves(other, World.SECOND)
                && serves(one, World.GUILD) != serves(other, World.GUILD)
                && one.isConnectedForAll()
                && other.isConnectedForAll());
  }

  private void assertAnsweredOnce(List<String> tokens) {
    await()
        .atMost(PATIENCE)
        .untilAsserted(() ->
            assertThat(tokens).filteredOn(token -> answers(token) == 0).as("unanswered").isEmpty());
    assertThat(tokens).filteredOn(token -> answers(token) > 1).as("answered twice").isEmpty();
  }

  private long answers(String token) {
    return discord.unseen("POST", "/interactions/[0-9]+/" + token + "/callback");
  }

  private List<String> ask(AtomicBoolean enough) throws InterruptedException {
    List<String> tokens = new ArrayList<>();
    while (!enough.get()) {
      UserInteraction next = tokens.size() % 2 == 0 ? STREAK : new InSecond(STREAK);
      tokens.add(discord.interact(next));
      Thread.sleep(10);
    }
    return tokens;
  }

  @Test
  void whoeverJoinsGetsAShareAndWhoeverLeavesHandsOverWithoutAGap() throws Exception {
    Discord first = process("first");
    try (Discord second = process("second")) {
      first.start();
      awaitAll(first);
      AtomicBoolean enough = new AtomicBoolean();
      List<String> tokens = new ArrayList<>();
      Thread members =
          Thread.startVirtualThread(() -> {
            try {
              tokens.addAll(ask(enough));
            } catch (InterruptedException stop) {
              throw new IllegalStateException(stop);
            }
          });
      second.start();
      awaitOneEach(first, second);
      first.close();
      awaitAll(second);
      enough.set(true);
      members.join();
      assertThat(tokens).hasSizeGreaterThan(20);
      assertAnsweredOnce(tokens);
    }
  }

  /** Hands everything on to other leases, but for what a test replaces. */
  private static class PassedOn implements ShardLeases {
    private final ShardLeases leases;

    PassedOn(ShardLeases leases) {
      this.leases = leases;
    }

    @Override
    public String process() {
      return leases.process();
    }

    @Override
    public Division round(Standing standing) {
      return leases.round(standing);
    }

    @Override
    public boolean claim(String interaction) {
      return leases.claim(interaction);
    }

    @Override
    public void leave() {
      leases.leave();
    }
  }

  /** Commands whose rehearsal waits. */
  private Dialogue rehearsing(CountDownLatch mayEnd) {
    return new Dialogue(
        new CommandRouter(
            fixture.dialogue().registry(),
            Optional.empty(),
            CommandObserver.NONE,
            new CommitTracker() {
              @Override
              public <T> T track(AtomicBoolean committed, Supplier<T> work) {
                return work.get();
              }

              @Override
              public <T> T undone(Supplier<T> work) {
                try {
                  mayEnd.await();
                } catch (InterruptedException stop) {
                  throw new IllegalStateException(stop);
                }
                return work.get();
              }

              @Override
              public boolean isUnavailable() {
                return false;
              }
            }));
  }

  /** So that the first members whom it answers do not wait while it does for the first time. */
  @Test
  void whoeverJoinsLeavesItToTheOtherUntilItHasRehearsed() throws Exception {
    // More rounds than two processes go on together for otherwise.
    CountDownLatch mayEnd = new CountDownLatch(13);
    AtomicBoolean early = new AtomicBoolean();
    ShardLeases watched =
        new PassedOn(new ShardLeaseStore(database, "second")) {
          @Override
          public Division round(Standing standing) {
            if (!standing.ready().isEmpty() && mayEnd.getCount() > 0) {
              early.set(true);
            }
            Division division = super.round(standing);
            if (division.shards().stream().anyMatch(ShardLease::joint)) {
              mayEnd.countDown();
            }
            return division;
          }
        };
    try (Discord first = process("first");
        Discord second = process(watched, rehearsing(mayEnd))) {
      first.start();
      awaitAll(first);
      second.start();
      awaitOneEach(first, second);
      assertThat(early).isFalse();
    }
  }

  @Test
  void whoeverCannotRehearseTakesItsShareAllTheSame() throws Exception {
    CountDownLatch closed = new CountDownLatch(1);
    try (Discord first = process("first");
        Discord second = process(new ShardLeaseStore(database, "second"), rehearsing(closed))) {
      first.start();
      awaitAll(first);
      second.start();
      awaitOneEach(first, second);
    } finally {
      closed.countDown();
    }
  }

  @Test
  void whatIsSaidInPlainWordsIsAnsweredByOneProcessAlsoWhileAnotherJoins() throws Exception {
    try (Discord first = process("first");
        Discord second = process("second")) {
      first.start();
      awaitAll(first);
      AtomicBoolean enough = new AtomicBoolean();
      List<String> written = new ArrayList<>();
      Thread members =
          Thread.startVirtualThread(() -> {
            try {
              written.addAll(speak(enough));
            } catch (InterruptedException stop) {
              throw new IllegalStateException(stop);
            }
          });
      second.start();
      awaitOneEach(first, second);
      enough.set(true);
      members.join();
      written.add(discord.write(World.ASHA, World.DIRECT, "thanks!", false));
      assertThat(written).hasSizeGreaterThan(20);
      List<String> answered = new ArrayList<>();
      for (int each = 0; each < written.size(); each++) {
        answered.add(
            discord
                .awaitMessage("[0-9]+")
                .body()
                .path("message_reference")
                .path("message_id")
                .asText());
      }
      assertThat(answered).containsExactlyInAnyOrderElementsOf(written);
    }
    // Whatever was to be sent by now has been.
    assertThat(discord.unseen("POST", "/channels/[0-9]+/messages")).as("answered twice").isZero();
  }

  /** Somebody new each time: nobody is answered twice in a few seconds. */
  private List<String> speak(AtomicBoolean enough) throws InterruptedException {
    List<String> channels = List.of(World.GENERAL, World.SECOND + World.GENERAL);
    List<String> written = new ArrayList<>();
    while (!enough.get()) {
      World.User member =
          new World.User(Integer.toString(50_000 + written.size()), "Member", List.of());
      String channel = channels.get(written.size() % channels.size());
      String text = "<@" + World.APPLICATION + "> thanks!";
      written.add(discord.write(member, channel, text, false));
      Thread.sleep(20);
    }
    return written;
  }

  @Test
  void whatAProcessDidNotRenewInTimeAnotherTakesAndTheFirstAnswersNoMore() throws Exception {
    AtomicBoolean cut = new AtomicBoolean();
    ShardLeases unreliable =
        new PassedOn(new ShardLeaseStore(database, "first")) {
          @Override
          public Division round(Standing standing) {
            if (cut.get()) {
              throw new IllegalStateException("the line to the database is cut");
            }
            return super.round(standing);
          }
        };
    try (Discord first = process(unreliable);
        Discord second = process("second")) {
      first.start();
      awaitAll(first);
      second.start();
      awaitOneEach(first, second);
      cut.set(true);
      awaitAll(second);
      List<String> tokens =
          List.of(discord.interact(STREAK), discord.interact(new InSecond(STREAK)));
      assertAnsweredOnce(tokens);
      cut.set(false);
      awaitOneEach(first, second);
      assertAnsweredOnce(List.of(discord.interact(STREAK), discord.interact(new InSecond(STREAK))));
    }
  }
}
