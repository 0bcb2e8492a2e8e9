package dev.cairn.bench;

import dev.cairn.chat.Place;
import dev.cairn.chat.Platform;
import dev.cairn.chat.Value;
import dev.cairn.config.DatabaseSettings;
import dev.cairn.database.Database;
import dev.cairn.domain.day.DailyHour;
import dev.cairn.feature.community.Communities;
import dev.cairn.feature.community.Community;
import dev.cairn.feature.community.CommunityStore;
import dev.cairn.feature.daily.DailyKind;
import dev.cairn.feature.daily.DailyPostSettings;
import dev.cairn.feature.daily.DailyPosts;
import dev.cairn.feature.daily.DailyStore;
import dev.cairn.feature.daily.Furnishing;
import dev.cairn.feature.outbox.Outbox;
import dev.cairn.feature.outbox.OutboxStore;
import dev.cairn.jobs.JobQueue;
import dev.cairn.platform.discord.standin.World;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Everything for an hour on each database: {@code Soak [--cairn LAUNCHER] [--minutes N]
 * [--undisturbed N] [--only H2|PostgreSQL] [--rate N] [--seed N]}. The packaged program with its
 * fixed heap, connected to the stand-ins of both platforms; members check in, write posts and ask,
 * daily posts and milestones come due, and the process is killed at a random moment of every
 * minute, but for the last minutes, a third if nothing else is said, which are there to see its
 * memory. Ends with 1 when anything that was acknowledged is not kept, anything is announced twice
 * or not at all, anybody is not answered, or something fails.
 *
 * <p>Feeds are not in it: they are read from public addresses only, and a machine has none for
 * itself.
 */
public final class Soak {
  private static final Duration LONGEST_START = Duration.ofMinutes(3);
  private static final Duration LAST_ANSWERS = Duration.ofMinutes(2);
  private static final Duration SAMPLED = Duration.ofSeconds(30);
  private static final int SAMPLE_SECONDS = 5;
  private static final int POSTS_A_MINUTE = 10;
  private static final int RUSH = 10;
  private static final int SIXTHS = 6;

  /** What a first check-in is answered with. */
  private static final String CHECKED_IN = "checked in for";

  private final String databaseName;
  private final DatabaseSettings settings;
  private final Path launcher;
  private final Path folder;
  private final Duration length;
  private final Duration undisturbed;
  private final int rate;
  private final Random random;
  private final SoakChats chats = new SoakChats();
  private final AtomicInteger given = new AtomicInteger();
  private final AtomicInteger answered = new AtomicInteger();
  private final AtomicInteger putOff = new AtomicInteger();

  /** Who was told that they have checked in, and where: {@code DISCORD 100001}. */
  private final Set<String> acknowledged = ConcurrentHashMap.newKeySet();

  private final List<String> faults = new ArrayList<>();
  private final List<Double> memoryInLives = new ArrayList<>();
  private final List<Double> memoryAtRest = new ArrayList<>();
  private final int dailyPosts;
  private int members;
  private int kills;
  private int cutShort;

  private Soak(String databaseName, DatabaseSettings settings, Map<String, String> options)
      throws IOException, InterruptedException {
    this.databaseName = databaseName;
    this.settings = settings;
    launcher = Path.of(options.getOrDefault("--cairn", "target/cairn")).toAbsolutePath();
    length = Duration.ofMinutes(Long.parseLong(options.getOrDefault("--minutes", "60")));
    long last = Long.parseLong(options.getOrDefault("--undisturbed", "-1"));
    undisturbed = last < 0 ? length.dividedBy(3) : Duration.ofMinutes(last);
    rate = Integer.parseInt(options.getOrDefault("--rate", "5"));
    random = new Random(Long.parseLong(options.getOrDefault("--seed", "1")));
    dailyPosts = POSTS_A_MINUTE * (int) length.toMinutes();
    folder = Files.createTempDirectory("cairn-soak");
  }

  public static void main(String[] arguments) throws Exception {
    Map<String, String> options = new LinkedHashMap<>();
    for (int i = 0; i + 1 < arguments.length; i += 2) {
      options.put(arguments[i], arguments[i + 1]);
    }
    String only = options.getOrDefault("--only", ",");
    boolean sound = true;
    for (String database : List.of("H2", "PostgreSQL")) {
      if (only.equals(",") || database.equals(only)) {
        sound &= run(database, options);
      }
    }
    System.exit(sound ? 0 : 1);
  }

  private static boolean run(String database, Map<String, String> options) throws Exception {
    if (database.equals("H2")) {
      Path file = Files.createTempDirectory("cairn-soak").resolve("cairn");
      return new Soak(database, new DatabaseSettings("jdbc:h2:file:" + file, "", ""), options)
          .run();
    }
    try (EmbeddedPostgres postgres = DurablePostgres.start()) {
      String url = postgres.getJdbcUrl("postgres", "postgres");
      return new Soak(database, new DatabaseSettings(url, "", ""), options).run();
    }
  }

  private boolean run() throws Exception {
    seed();
    try (chats) {
      Program cairn = started();
      moderate();
      Instant end = Instant.now().plus(length);
      Instant steady = end.minus(undisturbed);
      while (steady.isAfter(Instant.now())) {
        Instant until = Instant.now().plusSeconds(30 + random.nextInt(60));
        talk(cairn, until.isBefore(steady) ? until : steady, memoryInLives);
        // So that somebody is about to be answered.
        for (int rush = 0; rush < RUSH; rush++) {
          say();
        }
        cairn.kill();
        kills++;
        cutShort += chats.cutShort();
        scan(cairn);
        cairn = started();
      }
      talk(cairn, end, memoryAtRest);
      settle(cairn);
      cairn.close();
      scan(cairn);
      compare();
    }
    System.out.println(report());
    return faults.isEmpty();
  }

  /** Communities that want a post each, at every minute there is. */
  private void seed() {
    Instant now = Instant.now().truncatedTo(ChronoUnit.MINUTES);
    // Where it is one o'clock, so that all of this is on one day.
    ZoneOffset zone = ZoneOffset.ofHours(13 - now.atOffset(ZoneOffset.UTC).getHour());
    try (Database database = Database.open(settings)) {
      CommunityStore store = new CommunityStore(database);
      Communities communities = new Communities(store, database);
      JobQueue jobs = new JobQueue(database);
      DailyPosts posts =
          new DailyPosts(
              new DailyStore(database),
              communities,
              new Outbox(new OutboxStore(database), jobs, database),
              jobs,
              database);
      database.transaction(() -> {
        for (int number = 0; number < dailyPosts; number++) {
          Place place = new Place(Platform.SLACK, "TSOAK" + number);
          store.add(place, place.id(), now, zone);
          Community community = communities.find(place).orElseThrow();
          posts.set(
              new DailyPostSettings(
                  community,
                  place,
                  new Value.Channel("CSOAK" + number, "daily"),
                  DailyKind.TOPIC,
                  null,
                  DailyHour.everyDayAt(
                      LocalTime.ofInstant(now, zone).plusMinutes(2 + number / POSTS_A_MINUTE)),
                  null,
                  Furnishing.PLAIN,
                  false,
                  now));
        }
      });
    }
  }

  private Program started() throws InterruptedException {
    Map<String, String> environment = new HashMap<>(chats.environment());
    environment.put("CAIRN_DATABASE_URL", settings.url());
    Program cairn = Program.start(List.of(launcher.toString(), "run"), environment, folder);
    while (!isConnected()) {
      if (!cairn.isAlive() || cairn.age() > LONGEST_START.toMillis()) {
        throw new IllegalStateException("it did not start: " + cairn.lastWords());
      }
      Thread.sleep(200);
    }
    return cairn;
  }

  private boolean isConnected() throws InterruptedException {
    String health = chats.asked("/health");
    return health.contains("database: up")
        && health.contains("discord: connected\n")
        && health.contains("slack: connected\n");
  }

  /** Has milestones announced without a moderator, on both platforms. */
  private void moderate() throws InterruptedException {
    AtomicInteger told = new AtomicInteger();
    chats.onDiscord(
        World.MODERATOR,
        "milestone rules",
        Map.of("auto", true, "channel", "#" + World.GENERAL),
        text -> told.incrementAndGet());
    chats.inSlack(
        "UADMIN",
        "milestone rules auto:true channel:<#CMILESTONES|milestones>",
        text -> told.incrementAndGet());
    for (int waited = 0; told.get() < 2; waited++) {
      if (waited > LAST_ANSWERS.toSeconds()) {
        throw new IllegalStateException("the moderators were not answered");
      }
      Thread.sleep(1_000);
    }
  }

  private void talk(Program cairn, Instant until, List<Double> memory) throws InterruptedException {
    Instant sampled = Instant.now();
    while (Instant.now().isBefore(until)) {
      say();
      if (Duration.between(sampled, Instant.now()).toSeconds() >= SAMPLE_SECONDS) {
        memory.add(cairn.residentMegabytes());
        sampled = Instant.now();
      }
      if (!cairn.isAlive()) {
        throw new IllegalStateException("it ended by itself: " + cairn.lastWords());
      }
      Thread.sleep(1_000 / rate);
    }
  }

  private void say() {
    boolean onDiscord = random.nextBoolean();
    int dice = random.nextInt(100);
    if (dice < 40 || members < 10) {
      String user = user(onDiscord, members++);
      give(
          onDiscord,
          user,
          "done",
          Map.of(),
          text -> {
            if (text.contains(CHECKED_IN)) {
              acknowledged.add((onDiscord ? "DISCORD " : "SLACK ") + user);
            } else if (!isPutOff(text)) {
              fault("a first check-in was answered: " + text);
            }
          });
    } else if (dice < 55) {
      String url = "https://soak.example/" + random.nextLong();
      give(onDiscord, anybody(onDiscord), "blog add", Map.of("url", url), this::heard);
    } else {
      List<String> questions =
          List.of("streak", "topic", "leaderboard", "progress", "help", "role");
      String question = questions.get(random.nextInt(questions.size()));
      give(onDiscord, anybody(onDiscord), question, Map.of(), this::heard);
    }
  }

  private void heard(String text) {
    if (!isPutOff(text) && text.contains("went wrong on our side")) {
      fault("answered: " + text);
    }
  }

  /** Whether somebody is told to try again, because the machine is too busy: that is no fault. */
  private boolean isPutOff(String text) {
    boolean putOff = text.contains("I am swamped") || text.contains("The database does not answer");
    if (putOff) {
      this.putOff.incrementAndGet();
    }
    return putOff;
  }

  private void fault(String what) {
    synchronized (faults) {
      faults.add(what.length() > 300 ? what.substring(0, 300) + "…" : what);
    }
  }

  private String anybody(boolean onDiscord) {
    return user(onDiscord, random.nextInt(members));
  }

  private static String user(boolean onDiscord, int number) {
    return (onDiscord ? "" : "U") + (100_000 + number);
  }

  private void give(
      boolean onDiscord,
      String user,
      String command,
      Map<String, Object> options,
      Consumer<String> told) {
    given.incrementAndGet();
    Consumer<String> counted =
        text -> {
          answered.incrementAndGet();
          told.accept(text);
        };
    if (onDiscord) {
      chats.onDiscord(new World.User(user, "Member " + user, List.of()), command, options, counted);
    } else {
      StringBuilder line = new StringBuilder(command);
      options.forEach((name, value) -> line.append(' ').append(name).append(':').append(value));
      chats.inSlack(user, line.toString(), counted);
    }
  }

  /** Whoever has not been answered when nothing more is asked was not answered at all. */
  private void settle(Program cairn) throws Exception {
    Instant patience = Instant.now().plus(LAST_ANSWERS);
    while ((chats.waiting() > 0 || dailyPostsSaid() < dailyPosts || open() > 0)
        && Instant.now().isBefore(patience)) {
      Thread.sleep(1_000);
    }
    // What is told of announcements is looked up twice a minute.
    Thread.sleep(2 * SAMPLED.toMillis());
    if (chats.waiting() > 0) {
      fault(chats.waiting() + " were not answered: " + cairn.lastWords());
    }
  }

  private long dailyPostsSaid() {
    return chats.announced().keySet().stream()
        .filter(what -> what.contains("CSOAK") && !what.endsWith("thread"))
        .count();
  }

  /** How much is still to be announced, as the program tells; unknown is one. */
  private int open() throws InterruptedException {
    Matcher waiting =
        Pattern.compile("cairn_announcements\\{state=\"(?:waiting|claimed)\"} ([0-9.]+)")
            .matcher(chats.asked("/metrics"));
    List<Double> states =
        waiting.results().map(state -> Double.parseDouble(state.group(1))).toList();
    return states.isEmpty() ? 1 : (int) states.stream().mapToDouble(each -> each).sum();
  }

  private void scan(Program cairn) {
    cairn.said().lines().filter(line -> line.contains(" ERROR ")).forEach(this::fault);
  }

  /** Looks up in the database whether all is there that was acknowledged, and all was said. */
  private void compare() throws SQLException {
    Map<String, Integer> kept = new HashMap<>();
    int sent = 0;
    int notSent = 0;
    try (Database database = Database.open(settings);
        Connection connection = database.dataSource().getConnection();
        Statement statement = connection.createStatement()) {
      try (ResultSet rows =
          statement.executeQuery(
              "select a.platform, a.external_user_id from account a join check_in c on"
                  + " c.community_id = a.community_id and c.member_id = a.member_id")) {
        while (rows.next()) {
          kept.merge(
              rows.getString(1).toUpperCase(Locale.ROOT) + " " + rows.getString(2),
              1,
              Integer::sum);
        }
      }
      try (ResultSet rows = statement.executeQuery("select state, expires_at from announcement")) {
        while (rows.next()) {
          if (rows.getString(1).equals("SENT")) {
            sent++;
          } else {
            notSent++;
          }
        }
      }
    }
    acknowledged.stream()
        .filter(who -> kept.getOrDefault(who, 0) != 1)
        .forEach(who -> fault("%s: kept %d times".formatted(who, kept.getOrDefault(who, 0))));
    Map<String, Integer> announced = chats.announced();
    announced.forEach((what, times) -> {
      if (times != 1) {
        fault("%s was said %d times".formatted(what, times));
      }
    });
    long seen = announced.keySet().stream().filter(what -> !what.endsWith("thread")).count();
    if (notSent > 0 || sent != seen) {
      fault(
          "%d announcements are noted as sent, %d are not, %d were seen"
              .formatted(sent, notSent, seen));
    }
    if (dailyPostsSaid() != dailyPosts) {
      fault("of %d daily posts %d came".formatted(dailyPosts, dailyPostsSaid()));
    }
  }

  /** The average of each sixth. */
  private static String bySixths(List<Double> samples) {
    return IntStream.range(0, SIXTHS)
        .mapToObj(sixth ->
            samples.subList(sixth * samples.size() / SIXTHS, (sixth + 1) * samples.size() / SIXTHS))
        .map(part -> "%.0f".formatted(part.stream().mapToDouble(each -> each).average().orElse(0)))
        .collect(Collectors.joining(", "));
  }

  private String report() {
    double most = memoryInLives.stream().mapToDouble(each -> each).max().orElse(Double.NaN);
    return """
    %s, %d minutes, %d commands a second:
      %,d commands, %,d answered (%,d of them told to try again), %,d cut short by %d kills
      %,d check-ins acknowledged, announcements said: %,d (%,d of them daily posts due)
      memory: at most %.0f MB in lives that were killed; by sixths of the last %d minutes %s MB
      %s
    """
        .formatted(
            databaseName,
            length.toMinutes(),
            rate,
            given.get(),
            answered.get(),
            putOff.get(),
            cutShort,
            kills,
            acknowledged.size(),
            chats.announced().size(),
            dailyPosts,
            most,
            undisturbed.toMinutes(),
            bySixths(memoryAtRest),
            faults.isEmpty()
                ? "nothing lost, nothing twice, no errors"
                : "FAULTS: "
                    + faults.size()
                    + "\n  "
                    + String.join("\n  ", faults.subList(0, Math.min(20, faults.size()))));
  }
}
