package dev.cairn.bench;

import dev.cairn.platform.discord.standin.DiscordStandIn;
import dev.cairn.platform.discord.standin.RestRequest;
import dev.cairn.platform.discord.standin.UserInteraction;
import dev.cairn.platform.discord.standin.UserInteraction.InSecond;
import dev.cairn.platform.discord.standin.UserInteraction.Slash;
import dev.cairn.platform.discord.standin.World;
import dev.cairn.testkit.FreePort;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.Formatter;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Two processes on one PostgreSQL, restarted in turn while members go on: {@code RollingRestarts
 * [--cairn LAUNCHER] [--restarts N] [--rate N] [--steady SECONDS]}. The packaged program, connected
 * to a stand-in of Discord with two shards. Each restart stops one process, waits until it has
 * ended, starts it again and waits until each of the two serves a shard. Ends with 1 when anybody
 * was not answered or answered twice, or when a check-in that was acknowledged is not there once.
 */
public final class RollingRestarts {
  private static final Duration PATIENCE = Duration.ofMinutes(3);
  private static final Duration LAST_ANSWERS = Duration.ofSeconds(30);
  private static final Pattern CALLBACK = Pattern.compile("/interactions/[0-9]+/([^/]+)/callback");
  private static final Pattern EDIT = Pattern.compile("/webhooks/[0-9]+/([^/]+).*");
  private static final int SLOWEST = 40;
  private static final String CHECKED_IN = "checked in for";

  private final DiscordStandIn discord = DiscordStandIn.open();
  private final String url;

  /** One for all looks: a new one each time would take a processor from what is measured. */
  private final Connection watching;

  private final Path launcher;
  private final int restarts;
  private final int rate;
  private final Duration steadyTime;
  private final Random random = new Random(1);
  private final Map<String, Question> asked = new ConcurrentHashMap<>();
  private final Set<String> acknowledged = ConcurrentHashMap.newKeySet();
  private final Map<Phase, List<Double>> lasted = new EnumMap<>(Phase.class);
  private final List<Double> untilItConnects = new ArrayList<>();
  private final List<Double> untilItServes = new ArrayList<>();
  private final List<String> faults = new ArrayList<>();
  private volatile Moment now = new Moment(Phase.WARMING_UP, System.nanoTime());
  private volatile boolean enough;
  private int members;

  /** What is going on. */
  private enum Phase {
    WARMING_UP("while both warm up"),
    STEADY("steady"),
    STOPPING("while one hands over its shard and ends"),
    STARTING("while it starts, until it connects a shard"),
    TAKING_OVER("while it takes that over");

    static final List<Phase> OF_A_RESTART = List.of(STOPPING, STARTING, TAKING_OVER);

    final String told;

    Phase(String told) {
      this.told = told;
    }
  }

  /** Since when what is going on. */
  private record Moment(Phase phase, long since) {}

  /** Something that was asked, and how often it was answered. */
  private static final class Question {
    final String member;
    final String command;
    final long at = System.nanoTime();
    final Moment during;
    volatile double millis = Double.NaN;
    int callbacks;

    Question(String member, String command, Moment during) {
      this.member = member;
      this.command = command;
      this.during = during;
    }

    String told() {
      return "%.0f ms: %s, %.1f s after the beginning, %s"
          .formatted(millis, command, (at - during.since) / 1e9, during.phase.told);
    }
  }

  private RollingRestarts(String url, Map<String, String> options)
      throws IOException, InterruptedException, SQLException {
    this.url = url;
    watching = DriverManager.getConnection(url, "postgres", "");
    launcher = Path.of(options.getOrDefault("--cairn", "target/cairn")).toAbsolutePath();
    restarts = Integer.parseInt(options.getOrDefault("--restarts", "50"));
    rate = Integer.parseInt(options.getOrDefault("--rate", "10"));
    steadyTime = Duration.ofSeconds(Long.parseLong(options.getOrDefault("--steady", "60")));
    discord.spreadOver(2, 2);
    discord.watch(this::heard);
  }

  public static void main(String[] arguments) throws Exception {
    Map<String, String> options = new LinkedHashMap<>();
    for (int i = 0; i + 1 < arguments.length; i += 2) {
      options.put(arguments[i], arguments[i + 1]);
    }
    boolean sound;
    try (EmbeddedPostgres postgres = DurablePostgres.start()) {
      sound = new RollingRestarts(postgres.getJdbcUrl("postgres", "postgres"), options).run();
    }
    System.exit(sound ? 0 : 1);
  }

  private boolean run() throws Exception {
    List<Program> processes = new ArrayList<>();
    try {
      for (int each = 0; each < 2; each++) {
        processes.add(start());
        awaitShare(processes, each + 1);
      }
      Thread talk = Thread.ofPlatform().start(this::talk);
      // Until both are warm.
      Thread.sleep(steadyTime);
      begin(Phase.STEADY);
      Thread.sleep(steadyTime);
      for (int restart = 0; restart < restarts; restart++) {
        int which = restart % 2;
        Program leaving = processes.get(which);
        begin(Phase.STOPPING);
        leaving.close();
        scan(leaving);
        begin(Phase.STARTING);
        processes.set(which, start());
        await(processes, "select bool_or(heir is not null) from discord_shard");
        untilItConnects.add(processes.get(which).processorMillis());
        begin(Phase.TAKING_OVER);
        awaitShare(processes, 2);
        untilItServes.add(processes.get(which).processorMillis());
      }
      begin(Phase.WARMING_UP);
      enough = true;
      talk.join();
      settle();
      compare();
      processes.forEach(this::scan);
    } finally {
      processes.forEach(Program::close);
      discord.close();
      watching.close();
    }
    System.out.println(report());
    return faults.isEmpty();
  }

  private Program start() throws IOException {
    return Program.start(
        List.of(launcher.toString(), "run"),
        discord.environment(
            Map.of(
                "CAIRN_DATABASE_URL", url, "CAIRN_HTTP_PORT", Integer.toString(FreePort.find()))),
        Files.createTempDirectory("cairn-rolling"));
  }

  private void begin(Phase phase) {
    long nanos = System.nanoTime();
    lasted.computeIfAbsent(now.phase, each -> new ArrayList<>()).add((nanos - now.since) / 1e9);
    now = new Moment(phase, nanos);
  }

  /** Until so many processes serve the two shards, and nothing changes hands. */
  private void awaitShare(List<Program> processes, int owners) throws Exception {
    await(
        processes,
        "select count(distinct process) = "
            + owners
            + " and count(*) = 2 and bool_and(connected) and bool_and(heir is null)"
            + " from discord_shard");
  }

  /** Until the database says so. */
  private void await(List<Program> processes, String condition) throws Exception {
    long until = System.nanoTime() + PATIENCE.toNanos();
    while (!holds(condition)) {
      for (Program each : processes) {
        if (!each.isAlive()) {
          throw new IllegalStateException("it ended: " + each.lastWords());
        }
      }
      if (System.nanoTime() > until) {
        throw new IllegalStateException("it never came about: " + condition);
      }
      Thread.sleep(200);
    }
  }

  private boolean holds(String condition) {
    try (Statement statement = watching.createStatement();
        ResultSet rows = statement.executeQuery(condition)) {
      return rows.next() && rows.getBoolean(1);
    } catch (SQLException notYet) {
      return false;
    }
  }

  private void talk() {
    long next = System.nanoTime();
    while (!enough) {
      say();
      next += 1_000_000_000L / rate;
      try {
        Thread.sleep(Duration.ofNanos(Math.max(0, next - System.nanoTime())));
      } catch (InterruptedException stop) {
        return;
      }
    }
  }

  private void say() {
    boolean isNew = members == 0 || random.nextInt(3) == 0;
    int number = isNew ? members++ : random.nextInt(members);
    String user = Integer.toString(100_000 + number);
    String command = isNew ? "done" : random.nextBoolean() ? "streak" : "topic";
    Slash slash = new Slash(new World.User(user, "Member " + user, List.of()), command, Map.of());
    UserInteraction interaction = number % 2 == 0 ? slash : new InSecond(slash);
    discord.interact(interaction, token -> asked.put(token, new Question(user, command, now)));
  }

  private void heard(RestRequest request) {
    Matcher callback = CALLBACK.matcher(request.path());
    if (callback.matches()) {
      Question question = asked.get(callback.group(1));
      if (question == null) {
        fault("nobody asked for " + request.path());
        return;
      }
      synchronized (question) {
        if (++question.callbacks == 1) {
          question.millis = (request.arrivedNanos() - question.at) / 1e6;
        }
      }
      told(question, request);
    } else {
      Matcher edit = EDIT.matcher(request.path());
      Question question = edit.matches() ? asked.get(edit.group(1)) : null;
      if (question != null) {
        told(question, request);
      }
    }
  }

  private void told(Question question, RestRequest request) {
    String text = request.body().toString();
    if (text.contains(CHECKED_IN)) {
      acknowledged.add(question.member);
    }
    if (text.contains("went wrong on our side")) {
      fault("answered: " + text);
    }
  }

  private void fault(String what) {
    synchronized (faults) {
      faults.add(what.length() > 300 ? what.substring(0, 300) + "…" : what);
    }
  }

  private void scan(Program process) {
    process.said().lines().filter(line -> line.contains(" ERROR ")).forEach(this::fault);
  }

  private void settle() throws InterruptedException {
    long until = System.nanoTime() + LAST_ANSWERS.toNanos();
    while (asked.values().stream().anyMatch(question -> question.callbacks == 0)
        && System.nanoTime() < until) {
      Thread.sleep(200);
    }
  }

  private void compare() throws SQLException {
    asked.forEach((token, question) -> {
      if (question.callbacks != 1) {
        fault("%s was answered %d times".formatted(token, question.callbacks));
      }
    });
    Map<String, Integer> kept = new HashMap<>();
    try (Statement statement = watching.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "select a.external_user_id from account a join check_in c on"
                    + " c.community_id = a.community_id and c.member_id = a.member_id")) {
      while (rows.next()) {
        kept.merge(rows.getString(1), 1, Integer::sum);
      }
    }
    acknowledged.forEach(member -> {
      if (kept.getOrDefault(member, 0) != 1) {
        fault("%s: kept %d times".formatted(member, kept.getOrDefault(member, 0)));
      }
    });
  }

  private List<Double> millis(List<Phase> phases) {
    return asked.values().stream()
        .filter(question -> phases.contains(question.during.phase) && question.millis >= 0)
        .map(question -> question.millis)
        .toList();
  }

  private static String percentiles(List<Double> millis) {
    return millis.isEmpty()
        ? "none"
        : "%,d, p50 %.0f ms, p99 %.0f ms, at most %.0f ms"
            .formatted(
                millis.size(),
                Figures.quantile(millis, 0.5),
                Figures.quantile(millis, 0.99),
                Figures.quantile(millis, 1));
  }

  private String report() {
    List<Double> steady = millis(List.of(Phase.STEADY));
    List<Double> meanwhile = millis(Phase.OF_A_RESTART);
    Formatter report = new Formatter(Locale.ROOT);
    report.format("%d restarts of two processes, %d interactions a second:%n", restarts, rate);
    report.format(
        "  %,d interactions, %,d check-ins acknowledged%n", asked.size(), acknowledged.size());
    report.format("  steady: %s%n", percentiles(steady));
    report.format("  while one or the other is restarted: %s%n", percentiles(meanwhile));
    for (Phase phase : Phase.OF_A_RESTART) {
      report.format(
          "    %s (%.1f s): %s%n",
          phase.told,
          Figures.quantile(lasted.getOrDefault(phase, List.of()), 0.5),
          percentiles(millis(List.of(phase))));
    }
    report.format(
        "  a start takes %.0f ms of the processors until it connects a shard, %.0f until it serves it%n",
        Figures.quantile(untilItConnects, 0.5), Figures.quantile(untilItServes, 0.5));
    report.format(
        "  p99 of steady: %.2f%n",
        Figures.quantile(meanwhile, 0.99) / Figures.quantile(steady, 0.99));
    report.format("  the slowest of them:%n");
    asked.values().stream()
        .filter(question -> Phase.OF_A_RESTART.contains(question.during.phase))
        .sorted(Comparator.comparingDouble((Question question) -> question.millis).reversed())
        .limit(SLOWEST)
        .forEach(question -> report.format("    %s%n", question.told()));
    report.format(
        "  %s%n",
        faults.isEmpty()
            ? "nobody unanswered, nothing twice, nothing lost, no errors"
            : "FAULTS: "
                + faults.size()
                + "\n  "
                + String.join("\n  ", faults.subList(0, Math.min(20, faults.size()))));
    return report.toString();
  }
}
