package dev.cairn.platform.discord;

import dev.cairn.chat.Platform;
import dev.cairn.command.Completion;
import dev.cairn.command.Dialogue;
import dev.cairn.config.DiscordSettings;
import dev.cairn.connection.Connection;
import dev.cairn.connection.ForumLookup;
import dev.cairn.connection.InstallationCheck;
import dev.cairn.connection.MembershipLookup;
import dev.cairn.connection.MessageSender;
import dev.cairn.connection.RewardRoles;
import dev.cairn.connection.Serving;
import dev.cairn.connection.ShardLeases;
import dev.cairn.platform.discord.answer.AnswersToNobody;
import dev.cairn.platform.discord.answer.Callbacks;
import dev.cairn.platform.discord.answer.ReplyDeadline;
import dev.cairn.platform.discord.answer.ReplyFallback;
import dev.cairn.platform.discord.answer.Responder;
import dev.cairn.platform.discord.api.DiscordFailure;
import dev.cairn.platform.discord.api.Shards;
import dev.cairn.platform.discord.gateway.Backoff;
import dev.cairn.platform.discord.gateway.ConnectionListener;
import dev.cairn.platform.discord.gateway.DiscordGateway;
import dev.cairn.platform.discord.gateway.DiscordUnavailableException;
import dev.cairn.platform.discord.gateway.DividedShards;
import dev.cairn.platform.discord.gateway.EventThreads;
import dev.cairn.platform.discord.gateway.GatewayAdvice;
import dev.cairn.platform.discord.gateway.GatewayPace;
import dev.cairn.platform.discord.gateway.GatewaySessions;
import dev.cairn.platform.discord.gateway.InterruptibleSleeper;
import dev.cairn.platform.discord.guild.DiscordForums;
import dev.cairn.platform.discord.guild.DiscordInstallationCheck;
import dev.cairn.platform.discord.guild.DiscordMembershipLookup;
import dev.cairn.platform.discord.guild.DiscordRewardRoles;
import dev.cairn.platform.discord.guild.GuildWelcome;
import dev.cairn.platform.discord.receive.AutocompleteListener;
import dev.cairn.platform.discord.receive.CommandRegistration;
import dev.cairn.platform.discord.receive.DiscordInputs;
import dev.cairn.platform.discord.receive.InFlight;
import dev.cairn.platform.discord.receive.InteractionListener;
import dev.cairn.platform.discord.receive.PlainMessageListener;
import dev.cairn.platform.discord.receive.ShardTurns;
import dev.cairn.platform.discord.receive.SlashCommands;
import dev.cairn.platform.discord.render.CommandLinks;
import dev.cairn.platform.discord.render.DiscordRenderer;
import dev.cairn.platform.discord.render.WrittenReplies;
import dev.cairn.platform.discord.send.DiscordSender;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.exceptions.InvalidTokenException;
import net.dv8tion.jda.api.sharding.ShardManager;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Cairn on Discord: listens, answers, sends. Started once, closed once.
 *
 * <pre>{@code
 * Discord discord = new Discord(settings, dialogue, clock, meters, leases);
 * connections.connect(discord);    // sends "later" until the connection stands
 * discord.start();                     // a DiscordUnavailableException says why not, in one line
 * discord.isConnected();               // for the health page
 * discord.close();                     // answers what is in flight, then leaves
 * }</pre>
 */
public final class Discord implements Connection {
  private static final Logger LOG = LoggerFactory.getLogger(Discord.class);

  /** How long an answer may take before its interaction is acknowledged without it. */
  private static final Duration PATIENCE = Duration.ofMillis(1500);

  /** How long others are given to take over our shards. */
  private static final Duration HANDOVER = Duration.ofSeconds(30);

  private static final Duration BETWEEN_ROUNDS = Duration.ofMillis(100);

  private static final Duration LAST_ANSWERS = Duration.ofSeconds(10);
  private static final Duration LAST_REQUESTS = Duration.ofSeconds(5);

  private final DiscordSettings settings;
  private final ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();
  private final ExecutorService events = new EventThreads();
  private final ExecutorService requests =
      Executors.newFixedThreadPool(DiscordGateway.CONNECTIONS, Thread.ofVirtual().factory());
  private final CountDownLatch closed;
  private final InterruptibleSleeper pause;
  private final GatewayPace pace;
  private final InFlight inFlight = new InFlight();
  private final GatewaySessions sessions = new GatewaySessions();
  private final ShardTurns turns = new ShardTurns(inFlight);
  private final Shards shards = new Shards();
  private final Optional<ShardLeases> leases;
  private volatile @Nullable DividedShards divided;
  private final CommandLinks commands = new CommandLinks();
  private final DiscordRenderer renderer = new DiscordRenderer(commands);
  private final Callbacks callbacks = new Callbacks(DiscordGateway.CONNECTIONS);
  private final CompletableFuture<Void> warm = new CompletableFuture<>();
  private final CompletableFuture<Void> rehearsed = new CompletableFuture<>();
  private final AnswersToNobody rehearsal;
  private final Completion completion;
  private final List<?> listeners;

  /**
   * Prepares everything; {@link #start()} connects.
   *
   * @param dialogue answers, and knows which commands there are
   * @param clock tells the time where Discord does not
   * @param meters where failures are counted
   * @param leases divide the shards among several processes; empty where there is one
   */
  public Discord(
      DiscordSettings settings,
      Dialogue dialogue,
      InstantSource clock,
      MeterRegistry meters,
      Optional<ShardLeases> leases) {
    this(settings, dialogue, clock, meters, leases, PATIENCE, new CountDownLatch(1));
  }

  private Discord(
      DiscordSettings settings,
      Dialogue dialogue,
      InstantSource clock,
      MeterRegistry meters,
      Optional<ShardLeases> leases,
      Duration patience,
      CountDownLatch closed) {
    this(
        settings,
        dialogue,
        clock,
        meters,
        leases,
        patience,
        closed,
        duration -> !closed.await(duration.toNanos(), TimeUnit.NANOSECONDS));
  }

  /**
   * Prepares everything, for a test that decides how long things take.
   *
   * @param patience how long an answer may take before it is acknowledged without it
   * @param closed counted down by {@link #close()}
   * @param pause waits between attempts to connect
   */
  Discord(
      DiscordSettings settings,
      Dialogue dialogue,
      InstantSource clock,
      MeterRegistry meters,
      Optional<ShardLeases> leases,
      Duration patience,
      CountDownLatch closed,
      InterruptibleSleeper pause) {
    this.settings = settings;
    this.leases = leases;
    this.completion = dialogue.completion();
    this.rehearsal = new AnswersToNobody(dialogue.rehearsal(), renderer, clock);
    this.closed = closed;
    this.pause = pause;
    this.pace = new GatewayPace(clock);
    this.listeners =
        List.of(
            new ConnectionListener(
                new CommandRegistration(
                    SlashCommands.of(dialogue.registry(), name -> Map.of()), commands, warm::join),
                new Backoff(pause),
                inFlight,
                clock),
            new InteractionListener(
                dialogue,
                new DiscordInputs(shards, clock),
                new Responder(
                    dialogue,
                    renderer,
                    new ReplyDeadline(patience, clock),
                    new ReplyFallback(dialogue, meters),
                    callbacks,
                    new WrittenReplies(commands)),
                new AutocompleteListener(dialogue.completion(), callbacks),
                turns),
            new PlainMessageListener(dialogue, renderer, shards, turns),
            new GuildWelcome(dialogue, renderer, clock, turns));
  }

  /**
   * Logs in. Returns when Discord knows us, while the connections are still being made; where
   * Discord is down, waits until it is not, or until we are closed.
   *
   * @throws DiscordUnavailableException when Discord does not want us
   */
  @Override
  public void start() {
    Thread.startVirtualThread(() -> {
      try {
        completion.warmUp(Platform.DISCORD);
      } finally {
        warm.complete(null);
      }
    });
    try {
      logIn();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
    leases.ifPresent(among -> Thread.startVirtualThread(() -> rehearse(among.process())));
  }

  /** One thing after the other: another process needs the processors to answer members. */
  private void rehearse(String process) {
    try {
      warm.join();
      rehearsal.draw(process, this::awaitNextRound);
    } finally {
      rehearsed.complete(null);
    }
  }

  private boolean awaitNextRound() {
    try {
      return pause.await(BETWEEN_ROUNDS);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private void logIn() throws InterruptedException {
    Backoff backoff = new Backoff(pause);
    do {
      try {
        if (leases.isPresent()) {
          divide(leases.get());
        } else {
          shards.connected(connected(null));
        }
        return;
      } catch (InvalidTokenException | IllegalArgumentException refused) {
        throw new DiscordUnavailableException(
            "Discord does not accept the token in CAIRN_DISCORD_TOKEN. Copy it again from the"
                + " developer portal, under Bot.",
            refused);
      } catch (RuntimeException failure) {
        if (backoff.isWorthTelling()) {
          LOG.warn(
              "cannot reach Discord, which is tried again and again: {}",
              DiscordFailure.of(failure).told());
        }
      }
    } while (backoff.await());
  }

  private void divide(ShardLeases among) throws InterruptedException {
    DividedShards share = divided;
    if (share == null) {
      share =
          new DividedShards(
              among, turns, shards, this::connect, GatewayAdvice.ask(settings), rehearsed::isDone);
      divided = share;
    }
    share.begin();
  }

  private void connect(int shard, int total) {
    // One manager each: JDA's own queue of shards to start may come to a halt.
    shards.connected(shard, connected(new DiscordGateway.OneShard(shard, total)));
  }

  private ShardManager connected(DiscordGateway.@Nullable OneShard one) {
    return DiscordGateway.connect(
        settings, events, workers, requests, listeners, pace, pause, sessions, one);
  }

  /** Whether every connection to Discord stands. */
  @Override
  public boolean isConnected() {
    return shards.allConnected();
  }

  @Override
  public boolean isConnectedElsewhere() {
    return shards.allConnectedElsewhere();
  }

  @Override
  public boolean isConnectedForAll() {
    return shards.allConnectedAnywhere();
  }

  @Override
  public Serving serving(String community) {
    return shards.serving(community);
  }

  @Override
  public Platform platform() {
    return Platform.DISCORD;
  }

  @Override
  public MessageSender sender() {
    return new DiscordSender(shards, renderer);
  }

  @Override
  public Optional<InstallationCheck> installationCheck() {
    return Optional.of(new DiscordInstallationCheck(shards));
  }

  @Override
  public Optional<RewardRoles> rewardRoles() {
    return Optional.of(new DiscordRewardRoles(shards));
  }

  @Override
  public Optional<ForumLookup> forums() {
    return Optional.of(new DiscordForums(shards));
  }

  @Override
  public Optional<MembershipLookup> membershipLookup() {
    return Optional.of(new DiscordMembershipLookup(shards));
  }

  /** Answers what is in flight, then leaves. */
  @Override
  public void close() {
    closed.countDown();
    DividedShards share = divided;
    try {
      if (share != null) {
        share.leave(HANDOVER);
      }
      if (!inFlight.awaitNone(LAST_ANSWERS)) {
        LOG.warn("closing although something is still being answered");
      }
      List<JDA> connections =
          shards.managers().flatMap(manager -> manager.getShardCache().stream()).toList();
      shards.managers().forEach(ShardManager::shutdown);
      for (JDA connection : connections) {
        if (!connection.awaitShutdown(LAST_REQUESTS)) {
          connection.shutdownNow();
        }
      }
    } catch (InterruptedException hurry) {
      Thread.currentThread().interrupt();
    }
    events.shutdown();
    workers.shutdown();
    requests.shutdown();
  }
}
