package dev.cairn.bench;

import dev.cairn.CairnApp;
import dev.cairn.TestConversation;
import dev.cairn.chat.Platform;
import dev.cairn.command.CommandObserver;
import dev.cairn.config.DatabaseSettings;
import dev.cairn.connection.Connection;
import dev.cairn.connection.Connections;
import dev.cairn.connection.MessageSender;
import dev.cairn.database.Database;
import dev.cairn.jobs.JobScheduler;
import dev.cairn.platform.local.LocalCommunity;
import dev.cairn.platform.local.LocalConversation;
import dev.cairn.platform.local.LocalMember;
import dev.cairn.platform.local.Occasion;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;

/**
 * Measures how long it takes until the daily posts of many communities are out that are due at one
 * instant: {@code DueAtOnceBench [--communities 10000] [--databases H2,PostgreSQL] [--limit 50]
 * [--latency 20]}. The platform is one that takes {@code limit} messages a second, as Discord does
 * of a bot, and answers each after {@code latency} milliseconds. What is told is the time and its
 * ratio to what the limit allows.
 */
public final class DueAtOnceBench {
  private static final Instant SET = Instant.parse("2026-01-05T12:00:00Z");
  private static final Instant DUE = Instant.parse("2026-01-06T09:00:00Z");
  private static final Duration LONGEST = Duration.ofMinutes(30);

  private final int communities;
  private final int limit;
  private final Duration latency;
  private final Figures figures = new Figures();

  private DueAtOnceBench(Map<String, String> options) {
    communities = Integer.parseInt(options.getOrDefault("--communities", "10000"));
    limit = Integer.parseInt(options.getOrDefault("--limit", "50"));
    latency = Duration.ofMillis(Long.parseLong(options.getOrDefault("--latency", "20")));
  }

  public static void main(String[] arguments) throws Exception {
    Map<String, String> options = new LinkedHashMap<>();
    for (int i = 0; i + 1 < arguments.length; i += 2) {
      options.put(arguments[i], arguments[i + 1]);
    }
    DueAtOnceBench bench = new DueAtOnceBench(options);
    try (EmbeddedPostgres postgres = DurablePostgres.start()) {
      for (String database : options.getOrDefault("--databases", "H2,PostgreSQL").split(",", -1)) {
        String url =
            database.equals("H2")
                ? "jdbc:h2:file:" + Files.createTempDirectory("cairn-due").resolve("cairn")
                : postgres.getJdbcUrl("postgres", "postgres");
        bench.measure(database, url);
      }
    }
    Path out = Path.of(options.getOrDefault("--out", "target/due-at-once.json"));
    bench.figures.write(out);
    System.out.println(bench.figures.table());
    System.out.println("Written to " + out);
    System.exit(0);
  }

  private void measure(String kind, String url) throws InterruptedException {
    Limited platform = new Limited();
    Connections connections = new Connections();
    connections.connect(Connection.sendingBy(platform));
    AtomicReference<Duration> ahead = new AtomicReference<>(Duration.ZERO);
    try (Database database = Database.open(new DatabaseSettings(url, "", ""));
        CairnApp cairn =
            new CairnApp(
                database,
                TestConversation.CATALOG,
                () -> InstantSource.system().instant().plus(Objects.requireNonNull(ahead.get())),
                Optional.empty(),
                CommandObserver.NONE,
                connections)) {
      for (int i = 0; i < communities; i++) {
        new LocalConversation(cairn.dialogue(), LocalCommunity.open("c" + i))
            .say(
                new LocalMember("Mo", true),
                "/daily set channel:#general hour:09:00",
                SET,
                Occasion.newId());
      }
      System.err.printf("%s: %,d communities are set up%n", kind, communities);
      ahead.set(Duration.between(InstantSource.system().instant(), DUE));
      long began = System.nanoTime();
      try (JobScheduler schedule = cairn.schedule()) {
        schedule.start();
        while (platform.posted.size() < communities && since(began).compareTo(LONGEST) < 0) {
          TimeUnit.MILLISECONDS.sleep(50);
        }
      }
      double seconds = (platform.last.get() - began) / 1e9;
      figures.add(kind, "posts", platform.posted.size());
      figures.add(kind, "posted twice", (double) (platform.sent.get() - platform.posted.size()));
      figures.add(kind, "seconds", seconds);
      figures.add(kind, "of what the limit allows", seconds * limit / communities);
    }
  }

  private static Duration since(long nanos) {
    return Duration.ofNanos(System.nanoTime() - nanos);
  }

  /** A platform that takes so many messages a second, and lets a sender wait for its turn. */
  private final class Limited implements MessageSender {
    private final Set<String> posted = ConcurrentHashMap.newKeySet();
    private final AtomicLong sent = new AtomicLong();
    private final AtomicLong last = new AtomicLong();
    private final AtomicLong next = new AtomicLong(System.nanoTime());

    @Override
    public Platform platform() {
      return Platform.LOCAL;
    }

    @Override
    public Delivery send(OutgoingMessage message) {
      long turn =
          next.getAndUpdate(
              before -> Math.max(before, System.nanoTime()) + TimeUnit.SECONDS.toNanos(1) / limit);
      long until = Math.max(turn, System.nanoTime()) + latency.toNanos();
      for (long left = until - System.nanoTime(); left > 0; left = until - System.nanoTime()) {
        LockSupport.parkNanos(left);
      }
      sent.incrementAndGet();
      posted.add(message.nonce());
      last.set(System.nanoTime());
      return new Delivery.Sent(message.nonce());
    }

    @Override
    public Delivery edit(OutgoingMessage message, String messageId) {
      return new Delivery.Sent(messageId);
    }

    @Override
    public Search find(Address address, String nonce, Window tried) {
      return new Search.Absent();
    }
  }
}
