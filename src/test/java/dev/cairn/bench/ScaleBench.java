package dev.cairn.bench;

import com.sun.management.OperatingSystemMXBean;
import dev.cairn.TestConversation;
import dev.cairn.config.DatabaseSettings;
import dev.cairn.database.Backup;
import dev.cairn.database.Database;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;

/**
 * Measures how long commands take in a community as it grows: {@code ScaleBench [--members
 * 1000,100000] [--databases H2,PostgreSQL] [--days 180] [--commands LINE,LINE] [--count 300] [--out
 * FILE]}.
 *
 * <p>A thousand members study by real commands for as many days as given: some steadily, some for a
 * while, most for a few days. Larger communities are that one copied, and the same hundred members
 * are asked in each. Sizes take turns within one run; what is told is p50 and p99 of a command,
 * without a platform, their ratio to those in the smallest community, and the processor time.
 */
public final class ScaleBench {
  private static final int BASE = 1_000;

  /** One member in ten studies on nine days of ten; they are the ones who are measured. */
  private static final int STEADY = 100;

  private static final int SOMETIMES = 300;
  private static final int GROUP = 5;
  private static final Instant FIRST = Instant.parse("2026-01-05T08:00:00Z");
  private static final int TURN = 50;

  /** Comes last: for it the days go on, on which hardly anybody else studies. */
  private static final String DONE = "/done";

  private static final List<String> COMMANDS =
      List.of(
          "/topic",
          "/streak",
          "/leaderboard",
          "/leaderboard period:week",
          "/leaderboard of:groups",
          "/group show",
          DONE);

  private final List<Integer> sizes;
  private final List<String> commands;
  private final int days;
  private final int count;
  private final Path folder;
  private final Figures figures = new Figures();

  private ScaleBench(Map<String, String> options) throws IOException {
    sizes =
        Arrays.stream(options.getOrDefault("--members", "1000,100000").split(",", -1))
            .map(Integer::valueOf)
            .toList();
    String some = options.getOrDefault("--commands", "all");
    commands = some.equals("all") ? COMMANDS : List.of(some.split(",", -1));
    days = Integer.parseInt(options.getOrDefault("--days", "180"));
    count = Integer.parseInt(options.getOrDefault("--count", "300"));
    folder = Files.createTempDirectory("cairn-scale");
  }

  public static void main(String[] arguments) throws Exception {
    Map<String, String> options = new LinkedHashMap<>();
    for (int i = 0; i + 1 < arguments.length; i += 2) {
      options.put(arguments[i], arguments[i + 1]);
    }
    ScaleBench bench = new ScaleBench(options);
    bench.run(List.of(options.getOrDefault("--databases", "H2,PostgreSQL").split(",", -1)));
    Path out = Path.of(options.getOrDefault("--out", "target/scale.json"));
    bench.figures.write(out);
    System.out.println(bench.figures.table());
    System.out.println("Written to " + out);
    System.exit(0);
  }

  private void run(List<String> databases) throws Exception {
    Path lives = folder.resolve("lives.backup");
    try (Database database = Database.open(DatabaseSettings.inMemory("scale"))) {
      live(new TestConversation(database));
      new Backup(database).write(lives);
    }
    try (EmbeddedPostgres postgres = DurablePostgres.start()) {
      for (String database : databases) {
        measure(database, lives, postgres);
      }
    }
  }

  /** The days of a thousand members. */
  private void live(TestConversation lab) {
    Random random = new Random(1);
    lab.at(FIRST).moderate("mo", "/journey start date:" + FIRST.toString().substring(0, 10));
    for (int day = 0; day < days; day++) {
      lab.at(FIRST.plus(Duration.ofDays(day)));
      for (int member = 0; member < BASE; member++) {
        if (studies(member, day, random)) {
          study(lab, member, day, random);
        }
      }
      System.err.println("day " + (day + 1) + " of " + days);
    }
    // What is derived by whoever looks first is derived before it is copied.
    lab.at(FIRST.plus(Duration.ofDays(days)));
    lab.say(member(0), "/leaderboard");
    lab.say(member(0), "/leaderboard of:groups");
  }

  private boolean studies(int member, int day, Random random) {
    if (member < STEADY) {
      return random.nextInt(10) < 9;
    }
    int joined = member * 7 % days;
    int stays = member < SOMETIMES ? 20 + member % 60 : 1 + member % 7;
    return day >= joined && day < joined + stays && random.nextInt(10) < 6;
  }

  private void study(TestConversation lab, int member, int day, Random random) {
    String name = member(member);
    lab.say(name, "/done day:%d minutes:%d".formatted(Math.min(180, day + 1), 20 + member % 40));
    if (day < 2 && member < STEADY) {
      String group = "Group " + member / GROUP;
      lab.say(
          name, "/group " + (member % GROUP == 0 ? "create" : "join") + " name:\"" + group + "\"");
    }
    if (member % 10 == 0 && random.nextInt(5) == 0) {
      lab.say(name, "/blog add url:https://blog.example/%s/%d".formatted(name, day));
    }
  }

  private static String member(int number) {
    return "m" + number;
  }

  /** A community of one size, open to be asked. */
  private record Community(int members, Database database, TestConversation conversation) {}

  private void measure(String kind, Path lives, EmbeddedPostgres postgres) throws Exception {
    List<Community> communities = new ArrayList<>();
    try {
      for (int members : sizes) {
        Database database = Database.open(settings(kind, members, postgres));
        new Backup(database).restore(lives);
        long began = System.nanoTime();
        GrownCommunity.grow(database, members / BASE - 1);
        System.err.printf(
            "%s, %,d members: grown in %d s%n",
            kind, members, Duration.ofNanos(System.nanoTime() - began).toSeconds());
        communities.add(
            new Community(
                members,
                database,
                new TestConversation(database).at(FIRST.plus(Duration.ofDays(days)))));
      }
      for (String command : commands) {
        turns(kind, command, communities);
      }
    } finally {
      communities.forEach(community -> community.database().close());
    }
  }

  private DatabaseSettings settings(String kind, int members, EmbeddedPostgres postgres)
      throws SQLException {
    String name = "scale_" + members;
    if (kind.equals("H2")) {
      return new DatabaseSettings("jdbc:h2:file:" + folder.resolve(name), "", "");
    }
    try (Connection connection = postgres.getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("create database " + name);
    }
    return new DatabaseSettings(postgres.getJdbcUrl("postgres", name), "", "");
  }

  private void turns(String kind, String command, List<Community> communities) {
    List<List<Double>> millis =
        communities.stream().map(each -> new ArrayList<Double>()).collect(Collectors.toList());
    double[] processor = new double[communities.size()];
    // The first half warms up, and is not counted.
    for (int i = 0; i < 2 * count; i += TURN) {
      for (int each = 0; each < communities.size(); each++) {
        long began = processorNanos();
        List<Double> taken = turn(communities.get(each), command, i);
        if (i >= count) {
          processor[each] += (processorNanos() - began) / 1e6 / count;
          millis.get(each).addAll(taken);
        }
      }
    }
    List<Double> smallest = millis.getFirst();
    for (int each = 0; each < communities.size(); each++) {
      List<Double> taken = millis.get(each);
      String subject =
          "%s, %,d members, %s".formatted(kind, communities.get(each).members(), command);
      figures.add(subject, "processor ms", processor[each]);
      for (Map.Entry<String, Double> share : Map.of("p50", 0.5, "p99", 0.99).entrySet()) {
        double own = Figures.quantile(taken, share.getValue());
        figures.add(subject, share.getKey() + " ms", own);
        figures.add(
            subject,
            share.getKey() + " of smallest",
            own / Figures.quantile(smallest, share.getValue()));
      }
    }
  }

  /** Of this process: PostgreSQL's own time is not in it. */
  private static long processorNanos() {
    return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime();
  }

  /**
   * Asks as the same hundred members again and again, five of a group and each group from another
   * copy; so in every size as many groups are looked at. Each checks in once a day.
   */
  private List<Double> turn(Community community, String command, int first) {
    List<Double> millis = new ArrayList<>();
    int copies = community.members() / BASE;
    for (int i = first; i < first + TURN; i++) {
      int member = i % STEADY;
      if (member == 0 && command.equals(DONE)) {
        community.conversation().at(FIRST.plus(Duration.ofDays(days + i / STEADY)));
      }
      String name = GrownCommunity.name(member(member), member / GROUP * 31 % copies);
      long began = System.nanoTime();
      community.conversation().say(name, command);
      millis.add((System.nanoTime() - began) / 1e6);
    }
    return millis;
  }
}
