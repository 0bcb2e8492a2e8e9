package dev.cairn.bench;

import dev.cairn.TestConversation;
import dev.cairn.database.Database;
import dev.cairn.database.DatabaseUnderTest;
import dev.cairn.database.Statements;
import dev.cairn.platform.slack.standin.SlackStandIn;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.IntUnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Measures the packaged program on every platform beside a ping bot on the same library: {@code
 * PlatformBench [--cairn LAUNCHER] [--rounds N] [--count N] [--only TEXT] [--out FILE] [--baseline
 * FILE]}. Both run in processes of their own, with the flags that we ship, and take turns; what is
 * told is the ratio within one run. With a baseline it names what got worse, and then ends with 1.
 */
public final class PlatformBench {
  private static final int MANY = 64;
  private static final int STARTS = Integer.getInteger("cairn.bench.starts", 3);
  private static final int FEW = 100;
  private static final Pattern FLAGS =
      Pattern.compile("exec \"\\$java\" (.*?)-jar", Pattern.DOTALL);

  private final Path launcher;
  private final int rounds;
  private final int count;
  private final Path folder;
  private final Figures figures = new Figures();
  private int nextUser;

  private PlatformBench(Map<String, String> options) throws IOException {
    launcher = Path.of(options.getOrDefault("--cairn", "target/cairn")).toAbsolutePath();
    rounds = Integer.parseInt(options.getOrDefault("--rounds", "3"));
    count = Integer.parseInt(options.getOrDefault("--count", "300"));
    folder = Files.createTempDirectory("cairn-bench");
  }

  public static void main(String[] arguments) throws Exception {
    Map<String, String> options = new LinkedHashMap<>();
    for (int i = 0; i + 1 < arguments.length; i += 2) {
      options.put(arguments[i], arguments[i + 1]);
    }
    PlatformBench bench = new PlatformBench(options);
    String only = options.getOrDefault("--only", "");
    try {
      bench.measure(only);
    } finally {
      delete(bench.folder);
    }
    Path out = Path.of(options.getOrDefault("--out", "target/bench.json"));
    bench.figures.write(out);
    System.out.println(bench.figures.table());
    System.out.println("Written to " + out);
    String baseline = options.get("--baseline");
    List<String> worse =
        baseline == null || !Files.exists(Path.of(baseline))
            ? List.of()
            : bench.figures.worseThan(Path.of(baseline));
    worse.forEach(line -> System.out.println("Worse: " + line));
    System.exit(worse.isEmpty() ? 0 : 1);
  }

  private void measure(String only) throws Exception {
    Pings pings = new Pings(folder, flags(), launcher.resolveSibling("lib"));
    try (EmbeddedPostgres postgres = DurablePostgres.start()) {
      if ("statements".contains(only)) {
        statements();
      }
      for (String database : List.of("H2", "PostgreSQL")) {
        for (Scenario scenario : scenarios(pings, url(database, postgres))) {
          String name = scenario.name + ", " + database;
          if (name.contains(only)) {
            System.err.println(name);
            run(name, scenario);
            commit(name, url(database, postgres).get());
          }
        }
      }
    }
  }

  /** Statements a command, of a member who is known and checks in for the first time today. */
  private void statements() {
    for (DatabaseUnderTest under : DatabaseUnderTest.values()) {
      try (Database database = under.open()) {
        TestConversation lab = new TestConversation(database).at("2026-01-05T09:00:00Z");
        lab.say("asha", "/done");
        lab.at("2026-01-06T09:00:00Z");
        Statements taken = Statements.of(database);
        for (BenchStep step : BenchStep.values()) {
          if (step != BenchStep.COMPLETION) {
            lab.say("asha", "/" + step.line());
            figures.add("statements, " + under, step.command(), taken.take().sql().size());
          }
        }
      }
    }
  }

  /** Gives the address of a new, empty database. */
  private interface NewDatabase {
    String get() throws SQLException, IOException;
  }

  private NewDatabase url(String database, EmbeddedPostgres postgres) {
    return () -> {
      if (database.equals("H2")) {
        return "jdbc:h2:file:" + Files.createTempDirectory(folder, "data").resolve("cairn");
      }
      String name = "bench_" + System.nanoTime();
      try (Connection connection = postgres.getPostgresDatabase().getConnection();
          Statement statement = connection.createStatement()) {
        statement.execute("create database " + name);
      }
      return postgres.getJdbcUrl("postgres", name);
    };
  }

  /** Starts a program; each time one of its own, on a database that may be there already. */
  private interface Starter {
    Target start(String database) throws Exception;
  }

  private record Scenario(
      String name, Starter cairn, Starter ping, NewDatabase database, List<BenchStep> steps) {}

  private List<Scenario> scenarios(Pings pings, NewDatabase database) {
    List<BenchStep> everywhere =
        List.of(
            BenchStep.TOPIC,
            BenchStep.ROLE,
            BenchStep.HELP,
            BenchStep.SEARCH,
            BenchStep.DONE,
            BenchStep.STREAK,
            BenchStep.LEADERBOARD);
    List<BenchStep> withCompletion =
        Stream.concat(Stream.of(BenchStep.COMPLETION), everywhere.stream()).toList();
    return List.of(
        new Scenario(
            "Discord",
            url -> DiscordTarget.start(discord -> cairn(url, discord.environment(Map.of()), 0)),
            url -> pings.onDiscord(),
            database,
            withCompletion),
        new Scenario(
            "Slack socket",
            url ->
                SlackTarget.start(
                    false,
                    (slack, port) ->
                        cairn(
                            url,
                            inSlack(slack, "CAIRN_SLACK_APP_TOKEN", SlackStandIn.APP_TOKEN),
                            port)),
            url -> pings.inSlackBySocket(),
            database,
            everywhere),
        new Scenario(
            "Slack HTTP",
            url ->
                SlackTarget.start(
                    true,
                    (slack, port) ->
                        cairn(
                            url,
                            inSlack(slack, "CAIRN_SLACK_SIGNING_SECRET", SlackTarget.SECRET),
                            port)),
            url -> pings.inSlackByHttp(),
            database,
            everywhere));
  }

  private static Map<String, String> inSlack(SlackStandIn slack, String key, String secret) {
    return Map.of(
        "CAIRN_SLACK_BOT_TOKEN",
        SlackStandIn.BOT_TOKEN,
        "CAIRN_SLACK_API_URL",
        slack.apiUrl().toString(),
        key,
        secret);
  }

  private Program cairn(String database, Map<String, String> platform, int port) {
    Map<String, String> environment = new LinkedHashMap<>(platform);
    environment.put("CAIRN_DATABASE_URL", database);
    environment.put("CAIRN_HTTP_PORT", Integer.toString(port));
    return Program.start(List.of(launcher.toString(), "run"), environment, folder);
  }

  /** The flags that our launcher gives the JVM. */
  private List<String> flags() throws IOException {
    Matcher found = FLAGS.matcher(Files.readString(launcher));
    if (!found.find()) {
      throw new IllegalStateException(launcher + " is not our launcher");
    }
    return Stream.of(found.group(1).split("[\\s\\\\]+", -1))
        .filter(flag -> flag.startsWith("-X") || flag.startsWith("--"))
        .toList();
  }

  private void run(String name, Scenario scenario) throws Exception {
    starts(name, scenario);
    try (Target cairn = scenario.cairn.start(scenario.database.get());
        Target ping = scenario.ping.start("")) {
      Thread.sleep(3_000);
      figures.add(name + ", memory", "idle MB", cairn.program().residentMegabytes());
      figures.add(
          name + ", memory",
          "idle of ping",
          cairn.program().residentMegabytes() / ping.program().residentMegabytes());
      warmUp(scenario, cairn, ping);
      for (int round = 0; round < rounds; round++) {
        one(name, scenario, cairn, ping);
        many(name, scenario, cairn, ping);
      }
      besidePictures(name, cairn);
      figures.add(name + ", memory", "loaded MB", cairn.program().residentMegabytes());
      figures.add(
          name + ", memory",
          "loaded of ping",
          cairn.program().residentMegabytes() / ping.program().residentMegabytes());
      allocations(name, scenario, cairn, ping);
    }
  }

  private void starts(String name, Scenario scenario) throws Exception {
    for (int i = 0; i < STARTS; i++) {
      String database = scenario.database.get();
      for (String when : List.of("first start", "later start")) {
        double own;
        double bare;
        try (Target cairn = scenario.cairn.start(database)) {
          own = cairn.startMillis();
          figures.add(name + ", " + when, "ms", own);
          figures.add(name + ", " + when, "processor ms", cairn.program().processorMillis());
        }
        try (Target ping = scenario.ping.start("")) {
          bare = ping.startMillis();
        }
        figures.add(name + ", " + when, "ping ms", bare);
        figures.add(name + ", " + when, "start of ping", own / bare);
      }
    }
  }

  private void warmUp(Scenario scenario, Target cairn, Target ping) throws InterruptedException {
    IntUnaryOperator users = members(cairn, 2 * count);
    for (BenchStep step : scenario.steps) {
      BenchTurn.of(cairn, step, 2 * count, MANY, users);
      BenchTurn.of(ping, step, 2 * count, MANY, users);
    }
  }

  /** So many members, met already, who have not checked in today. */
  private IntUnaryOperator members(Target cairn, int number) throws InterruptedException {
    int first = nextUser;
    nextUser += number;
    BenchTurn.of(cairn, BenchStep.SETTINGS, number, MANY, i -> first + i);
    return i -> first + i % number;
  }

  private void one(String name, Scenario scenario, Target cairn, Target ping)
      throws InterruptedException {
    IntUnaryOperator users = members(cairn, count);
    for (BenchStep step : scenario.steps) {
      if (step == BenchStep.STREAK) {
        note(name + ", streak, cold picture", cairn, ping, step, 1, users);
        // No more members than pictures that are kept, each of whom has seen theirs.
        IntUnaryOperator few = few(users);
        BenchTurn.of(cairn, step, Math.min(count, FEW), 1, few);
        note(name + ", streak, warm picture", cairn, ping, step, 1, few);
      } else if (step == BenchStep.LEADERBOARD) {
        BenchTurn.of(cairn, step, 5, 1, users);
        note(name + ", leaderboard, warm picture", cairn, ping, step, 1, users);
        coldBoards(name, cairn);
      } else {
        note(
            name + ", " + step.command() + (step == BenchStep.COMPLETION ? " completion" : ""),
            cairn,
            ping,
            step,
            1,
            users);
      }
    }
  }

  private void many(String name, Scenario scenario, Target cairn, Target ping)
      throws InterruptedException {
    IntUnaryOperator users = members(cairn, count);
    for (BenchStep step : scenario.steps) {
      boolean picture = step == BenchStep.STREAK || step == BenchStep.LEADERBOARD;
      IntUnaryOperator those = picture ? few(users) : users;
      if (picture) {
        BenchTurn.of(cairn, step, count, MANY, those);
      }
      String subject =
          name
              + ", "
              + step.command()
              + (step == BenchStep.COMPLETION ? " completion" : "")
              + (picture ? ", warm picture" : "");
      note(subject, cairn, ping, step, MANY, those);
    }
  }

  /** As many as can be asked of each without meeting the limit of rate. */
  private IntUnaryOperator few(IntUnaryOperator users) {
    return i -> users.applyAsInt(i % Math.min(count, FEW));
  }

  private void note(
      String subject,
      Target cairn,
      Target ping,
      BenchStep step,
      int inFlight,
      IntUnaryOperator users)
      throws InterruptedException {
    int interactions = inFlight == 1 ? count : 2 * count;
    boolean once = step == BenchStep.DONE;
    BenchTurn bare = BenchTurn.of(ping, step, interactions, inFlight, users);
    BenchTurn own = BenchTurn.of(cairn, step, once ? count : interactions, inFlight, users);
    if (inFlight == 1) {
      figures.add(subject, "p50 ms", own.quantile(0.5));
      figures.add(subject, "p99 ms", own.quantile(0.99));
      figures.add(subject, "p99.9 ms", own.quantile(0.999));
      figures.add(subject, "p50 of ping", own.quantile(0.5) / bare.quantile(0.5));
      figures.add(subject, "p99 of ping", own.quantile(0.99) / bare.quantile(0.99));
      figures.add(subject, "processor ms", own.processorMillis());
      figures.add(subject, "processor of ping", own.processorMillis() / bare.processorMillis());
      figures.add(subject, "calls", own.calls());
    } else {
      figures.add(subject, "rate at 64", own.rate());
      figures.add(subject, "p99 ms at 64", own.quantile(0.99));
      figures.add(subject, "rate of ping", own.rate() / bare.rate());
      figures.add(subject, "p99 at 64 of ping", own.quantile(0.99) / bare.quantile(0.99));
    }
  }

  /** Boards that nobody has seen: each after a check-in that changes its first row. */
  private void coldBoards(String name, Target cairn) throws InterruptedException {
    int boards = count / 10;
    IntUnaryOperator fresh = members(cairn, boards);
    List<Double> millis = new ArrayList<>();
    double processor = 0;
    for (int i = 0; i < boards; i++) {
      int user = i;
      BenchTurn.of(cairn, BenchStep.DONE, 1, 1, each -> fresh.applyAsInt(user));
      double before = cairn.program().processorMillis();
      millis.add(
          BenchTurn.of(cairn, BenchStep.LEADERBOARD, 1, 1, each -> fresh.applyAsInt(user))
              .quantile(0));
      processor += cairn.program().processorMillis() - before;
    }
    List<Double> sorted = millis.stream().sorted().toList();
    String subject = name + ", leaderboard, cold picture";
    figures.add(subject, "p50 ms", sorted.get(boards / 2));
    figures.add(subject, "p99 ms", sorted.getLast());
    figures.add(subject, "processor ms", processor / boards);
  }

  /** How long texts take while others have pictures drawn without end. */
  private void besidePictures(String name, Target cairn) throws Exception {
    IntUnaryOperator texts = members(cairn, count);
    BenchTurn alone = BenchTurn.of(cairn, BenchStep.TOPIC, count, 1, texts);
    IntUnaryOperator pictures = members(cairn, 2 * count);
    CompletableFuture<BenchTurn> flood =
        CompletableFuture.supplyAsync(() -> {
          try {
            return BenchTurn.of(cairn, BenchStep.STREAK, 2 * count, 8, pictures);
          } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
          }
        });
    List<Double> millis = new ArrayList<>();
    while (!flood.isDone()) {
      millis.add(BenchTurn.of(cairn, BenchStep.TOPIC, 1, 1, texts).quantile(0));
    }
    flood.join();
    List<Double> sorted = millis.stream().sorted().toList();
    double p99 = sorted.get((int) Math.min(sorted.size() - 1L, Math.round(0.99 * sorted.size())));
    String subject = name + ", topic beside cold pictures";
    figures.add(subject, "p50 ms", sorted.get(sorted.size() / 2));
    figures.add(subject, "p99 ms", p99);
    figures.add(subject, "p99 of alone", p99 / alone.quantile(0.99));
  }

  private void allocations(String name, Scenario scenario, Target cairn, Target ping)
      throws InterruptedException {
    IntUnaryOperator users = members(cairn, count);
    cairn.program().allocatedKilobytes();
    ping.program().allocatedKilobytes();
    // What asking itself allocates.
    double asking = allocated(cairn, BenchStep.TOPIC, 0, users);
    for (BenchStep step : scenario.steps) {
      String subject =
          name + ", " + step.command() + (step == BenchStep.COMPLETION ? " completion" : "");
      if (step == BenchStep.STREAK || step == BenchStep.LEADERBOARD) {
        BenchTurn.of(cairn, step, Math.min(count, FEW), 1, users);
        subject += ", warm picture";
      }
      IntUnaryOperator those = step == BenchStep.STREAK ? few(users) : users;
      figures.add(subject, "allocated KB", (allocated(cairn, step, count, those) - asking) / count);
    }
    figures.add(
        name + ", ping",
        "allocated KB",
        (allocated(ping, BenchStep.TOPIC, count, users)
                - allocated(ping, BenchStep.TOPIC, 0, users))
            / count);
  }

  private static double allocated(
      Target target, BenchStep step, int interactions, IntUnaryOperator users)
      throws InterruptedException {
    double before = target.program().allocatedKilobytes();
    if (interactions > 0) {
      BenchTurn.of(target, step, interactions, 1, users);
    }
    return target.program().allocatedKilobytes() - before;
  }

  /** One durable commit of one row, without anything of ours. */
  private void commit(String name, String url) throws SQLException {
    boolean h2 = url.startsWith("jdbc:h2:");
    try (Connection connection =
            h2 ? DriverManager.getConnection(url, "sa", "") : DriverManager.getConnection(url);
        Statement statement = connection.createStatement()) {
      statement.execute("create table bare (id bigint primary key, said varchar(200))");
      connection.setAutoCommit(false);
      try (PreparedStatement insert =
          connection.prepareStatement("insert into bare values (?, 'read about drift')")) {
        double[] millis =
            IntStream.range(0, 2 * count)
                .mapToDouble(row -> commit(connection, statement, insert, row, h2))
                .skip(count)
                .sorted()
                .toArray();
        figures.add(name + ", bare durable commit", "p50 ms", millis[millis.length / 2]);
      }
    }
  }

  private static double commit(
      Connection connection, Statement statement, PreparedStatement insert, int row, boolean h2) {
    long began = System.nanoTime();
    try {
      insert.setLong(1, row);
      insert.execute();
      connection.commit();
      if (h2) {
        statement.execute("checkpoint sync");
      }
    } catch (SQLException failure) {
      throw new IllegalStateException(failure);
    }
    return (System.nanoTime() - began) / 1e6;
  }

  static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      files
          .sorted(Comparator.reverseOrder())
          .forEach(file -> {
            try {
              Files.delete(file);
            } catch (IOException e) {
              throw new UncheckedIOException(e);
            }
          });
    }
  }
}
