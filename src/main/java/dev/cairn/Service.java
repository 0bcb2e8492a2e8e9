package dev.cairn;

import dev.cairn.catalog.Catalog;
import dev.cairn.chat.Platform;
import dev.cairn.command.Capacity;
import dev.cairn.command.RateLimit;
import dev.cairn.config.Settings;
import dev.cairn.config.SlackSettings;
import dev.cairn.connection.Connection;
import dev.cairn.connection.Connections;
import dev.cairn.database.Database;
import dev.cairn.database.upkeep.ScheduledBackups;
import dev.cairn.feature.installation.InstallationStore;
import dev.cairn.feature.outage.OutageTracker;
import dev.cairn.feature.playground.PlaygroundStore;
import dev.cairn.http.Endpoint;
import dev.cairn.http.HttpServer;
import dev.cairn.http.Routes;
import dev.cairn.jobs.PeriodicTask;
import dev.cairn.jobs.SteppedJobRunner;
import dev.cairn.platform.discord.Discord;
import dev.cairn.platform.local.page.PlaygroundRoutes;
import dev.cairn.platform.local.playground.Playground;
import dev.cairn.platform.local.playground.PlaygroundClock;
import dev.cairn.platform.local.playground.PlaygroundCommunity;
import dev.cairn.platform.slack.SlackPlatform;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Cairn as it runs: every platform whose token is set, or else the playground; with health and
 * metrics over HTTP. Closing it closes its parts in the opposite order of their start.
 */
public final class Service implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Service.class);

  private static final Duration PATIENCE = Duration.ofSeconds(20);

  /** How often it is looked whether a backup is due. */
  private static final Duration BACKUPS = Duration.ofMinutes(10);

  private static final Duration TICK = Duration.ofSeconds(1);

  /** Whoever looks at a board of groups waits for what has changed within this time at most. */
  private static final Duration STANDINGS = Duration.ofSeconds(2);

  /** Streaks break by waiting, too, and roles with them: no sooner than this is it seen. */
  private static final Duration REWARDS = Duration.ofHours(1);

  /** Each member is asked for, so that it is not done while we start. */
  private static final Duration DEPARTURES = Duration.ofHours(1);

  private static final Duration RETENTION = Duration.ofHours(24);

  private final Deque<AutoCloseable> open = new ArrayDeque<>();
  private final Connections connections = new Connections();
  private final Map<Connection, FutureTask<?>> beginnings = new LinkedHashMap<>();
  private final HttpServer server;
  private final Settings settings;
  private volatile boolean stopping;

  /**
   * Starts everything.
   *
   * @param catalog may still be read while the database is opened
   * @param clock the real one
   * @throws RuntimeException in one line, when a part cannot be started; what was started is closed
   */
  public Service(Settings settings, Supplier<Catalog> catalog, InstantSource clock) {
    this.settings = settings;
    try {
      this.server = start(catalog, clock);
    } catch (RuntimeException | Error failure) {
      closeParts();
      throw failure;
    }
  }

  private HttpServer start(Supplier<Catalog> read, InstantSource clock) {
    PrometheusMeterRegistry meters = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    open.push(meters::close);
    Database database = opened(Database.open(settings.database()));
    Catalog catalog = read.get();
    List<Routes> routes = new ArrayList<>();
    DatabaseProbe probe = new DatabaseProbe(database);
    database.measureBy(meters);
    Optional<ScheduledBackups> backups =
        settings.backup().map(backup -> new ScheduledBackups(database, backup, clock));
    backups.ifPresent(made -> Samples.tell(made, meters));
    routes.add(Endpoint.get("/health", request -> health(probe, backups)));
    routes.add(Endpoint.get("/health/live", request -> Endpoint.Answer.text(200, "alive\n")));
    routes.add(Endpoint.get("/health/ready", request -> ready(probe)));
    routes.add(
        Endpoint.get(
            "/metrics",
            request ->
                Endpoint.Answer.of(
                    200, "text/plain; version=0.0.4; charset=utf-8", meters.scrape())));
    PlaygroundClock playgroundClock = new PlaygroundClock(clock);
    CairnApp cairn =
        new CairnApp(
            database,
            catalog,
            hasPlayground() ? playgroundClock : clock,
            Optional.of(new RateLimit(RateLimit.DEFAULT, clock)),
            new CommandMeters(meters),
            connections);
    opened(cairn);
    Capacity capacity = cairn.dialogue().capacity();
    Gauge.builder("cairn.commands.under.way", capacity, Capacity::underWay)
        .description("Commands that are being answered")
        .register(meters);
    for (Capacity.Limit full : Capacity.Limit.values()) {
      FunctionCounter.builder("cairn.commands.swamped", capacity, told -> told.refused(full))
          .tag("limit", full.name().toLowerCase(Locale.ROOT))
          .description("Commands that were refused because too many came at once")
          .register(meters);
    }
    PictureMeters.register(cairn.pictures(), meters);
    Samples.Reach reach = new Samples.Reach(meters);
    Samples samples = opened(new Samples(meters, cairn.jobs(), cairn.announcements(), clock));
    opened(new PeriodicTask("samples", Duration.ZERO, Samples.EVERY, samples::take));
    if (hasPlayground()) {
      PlaygroundCommunity community = PlaygroundCommunity.usual();
      cairn.newestCheckIn(Platform.LOCAL, community.name()).ifPresent(playgroundClock::goOnFrom);
      Playground playground =
          new Playground(
              cairn.dialogue(),
              playgroundClock,
              community,
              new KeptPlayground(new PlaygroundStore(database, community.name())));
      connections.connect(playground.sender());
      playground.begin();
      routes.add(new PlaygroundRoutes(playground));
      SteppedJobRunner stepper = cairn.stepper(playgroundClock::during);
      playgroundClock.onMove(stepper::runThrough);
      opened(
          new PeriodicTask(
              "playground",
              Duration.ZERO,
              TICK,
              () -> stepper.runThrough(playgroundClock.instant())));
    }
    settings
        .discord()
        .ifPresent(discord ->
            connect(
                new Discord(discord, cairn.dialogue(), clock, meters, cairn.shardLeases()), reach));
    settings
        .slack()
        .map(slack -> connect(slack(slack, cairn, clock, meters, database), reach))
        .flatMap(SlackPlatform::routes)
        .ifPresent(routes::add);
    awaitBeginnings();
    HttpServer http =
        opened(new HttpServer(settings.http().host(), settings.http().port(), routes));
    http.start();
    if (database.needsCompaction()) {
      opened(new PeriodicTask("compaction", TICK, TICK, database::compact));
    }
    backups.ifPresent(clocked -> opened(new PeriodicTask("backups", TICK, BACKUPS, clocked::run)));
    if (!hasPlayground()) {
      opened(cairn.schedule()).start();
      opened(
          new PeriodicTask(
              "heartbeat",
              Duration.ZERO,
              OutageTracker.BEAT,
              () -> beat(cairn.outageTracker(), clock)));
      opened(
          new PeriodicTask(
              "group standings", Duration.ZERO, STANDINGS, cairn::renewGroupStandings));
      opened(new PeriodicTask("role rewards", Duration.ZERO, REWARDS, cairn.rewards()::refresh));
      opened(new PeriodicTask("departures", DEPARTURES, DEPARTURES, cairn.departureScan()::note));
      opened(new PeriodicTask("retention", DEPARTURES, RETENTION, cairn.myData()::deleteWhoLeft));
    }
    return http;
  }

  private static SlackPlatform slack(
      SlackSettings settings,
      CairnApp cairn,
      InstantSource clock,
      MeterRegistry meters,
      Database database) {
    return new SlackPlatform(
        settings,
        cairn.dialogue(),
        new InstallationStore(database),
        caller -> cairn.home(caller, clock.instant()),
        cairn::ownZone,
        clock,
        meters);
  }

  /** From here on the platform is served, and closed when we are. */
  private <C extends Connection> C connect(C connection, Samples.Reach reach) {
    reach.add(connection.platform().key(), connection::isConnected);
    connections.connect(opened(connection));
    FutureTask<?> beginning = new FutureTask<>(connection::start, null);
    beginnings.put(connection, beginning);
    Thread.startVirtualThread(beginning);
    return connection;
  }

  /**
   * Where a platform does not want us, nothing else is begun; where it is down, all else need not
   * wait, however many of them are.
   */
  private void awaitBeginnings() {
    long until = System.nanoTime() + PATIENCE.toNanos();
    beginnings.forEach((connection, beginning) -> await(connection, beginning, until));
  }

  private static void await(Connection connection, FutureTask<?> beginning, long until) {
    try {
      beginning.get(Math.max(0, until - System.nanoTime()), TimeUnit.NANOSECONDS);
    } catch (TimeoutException down) {
      LOG.warn(
          "{} does not answer yet; it is tried again and again", connection.platform().shownName());
    } catch (ExecutionException refused) {
      throw refused.getCause() instanceof RuntimeException told
          ? told
          : new IllegalStateException(refused.getCause());
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(
          "stopped while connecting to " + connection.platform().shownName(), stopped);
    }
  }

  /** Notes which platforms are in reach. */
  private void beat(OutageTracker outageTracker, InstantSource clock) {
    connections.all().stream()
        .filter(Connection::isConnectedForAll)
        .forEach(connection -> outageTracker.reached(connection.platform(), clock.instant()));
  }

  private boolean hasPlayground() {
    return settings.discord().isEmpty() && settings.slack().isEmpty();
  }

  /** What somebody who started it in a terminal wants to know, a line each. */
  public List<String> greeting() {
    List<String> lines = new ArrayList<>();
    if (!hasPlayground()) {
      connections
          .all()
          .forEach(connection ->
              lines.add(
                  connection.isConnected()
                      ? "Connected: " + connection.platform().key()
                      : "Connecting: " + connection.platform().key()));
    }
    String address = "http://%s:%d".formatted(settings.http().host(), server.port());
    lines.add(
        hasPlayground()
            ? "Cairn's playground is open: " + server.address()
            : "Health and metrics: %s/health, %s/metrics".formatted(address, address));
    lines.add("Press Ctrl+C to stop.");
    return lines;
  }

  /** The port that it answers HTTP on. */
  public int port() {
    return server.port();
  }

  /** Whether commands can be answered: where not, others are to be asked instead. */
  private Endpoint.Answer ready(DatabaseProbe database) {
    if (stopping) {
      return Endpoint.Answer.text(503, "stopping\n");
    }
    return database.isUp()
        ? Endpoint.Answer.text(200, "ready\n")
        : Endpoint.Answer.text(503, "the database does not answer\n");
  }

  private Endpoint.Answer health(DatabaseProbe database, Optional<ScheduledBackups> backups) {
    boolean up = database.isUp();
    StringBuilder body = new StringBuilder("database: ").append(up ? "up" : "down").append('\n');
    if (!hasPlayground()) {
      connections
          .all()
          .forEach(connection ->
              body.append(connection.platform().key())
                  .append(": ")
                  .append(state(connection))
                  .append('\n'));
    }
    backups.ifPresent(clocked ->
        body.append("newest backup: ")
            .append(clocked.newest().map(Instant::toString).orElse("none yet"))
            .append('\n'));
    return Endpoint.Answer.text(up ? 200 : 503, body.toString());
  }

  private static String state(Connection connection) {
    return connection
        .refusal()
        .map(why -> "refused (" + why + "): install the app again, and set its new token")
        .orElseGet(() -> reach(connection));
  }

  private static String reach(Connection connection) {
    if (connection.isConnectedElsewhere()) {
      return "connected by another process";
    }
    return connection.isConnected() ? "connected" : "connecting";
  }

  private <T extends AutoCloseable> T opened(T part) {
    open.push(part);
    return part;
  }

  @Override
  public void close() {
    boolean interrupted = drain();
    closeParts();
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private void closeParts() {
    while (!open.isEmpty()) {
      AutoCloseable part = open.pop();
      try {
        part.close();
      } catch (Exception failure) {
        LOG.warn("{} did not close cleanly", part.getClass().getSimpleName(), failure);
      }
    }
  }

  /**
   * Goes on answering for as long as whoever sends us requests takes to send them elsewhere;
   * whether that was cut short.
   */
  private boolean drain() {
    stopping = true;
    if (open.isEmpty()) {
      return false;
    }
    try {
      Thread.sleep(settings.http().drain());
      return false;
    } catch (InterruptedException hurry) {
      return true;
    }
  }
}
