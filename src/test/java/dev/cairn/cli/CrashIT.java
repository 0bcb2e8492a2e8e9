package dev.cairn.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.google.gson.JsonObject;
import dev.cairn.chat.Place;
import dev.cairn.chat.Platform;
import dev.cairn.chat.Value;
import dev.cairn.config.DatabaseSettings;
import dev.cairn.database.Database;
import dev.cairn.database.DatabaseUnderTest;
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
import dev.cairn.feature.outbox.OutboxMessage;
import dev.cairn.feature.outbox.OutboxStore;
import dev.cairn.jobs.JobQueue;
import dev.cairn.platform.slack.standin.ApiCall;
import dev.cairn.platform.slack.standin.SlackStandIn;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The post of the day comes exactly once, however the process that sends it ends. */
@Timeout(300)
class CrashIT {
  /** With the last, whose post is due after all others. */
  private static final int COMMUNITIES = 201;

  /** As many are left for the life that is not cut short, so that it gets to the last one. */
  private static final int LEFT_FOR_THE_LAST_LIFE = 50;

  private static final int MOST_POSTS_IN_A_LIFE = 12;
  private static final int FEWEST_KILLS = 5;
  private static final int KILLED = 137;
  private static final long PATIENCE = 90;

  @TempDir private Path folder = Path.of("");

  /** When a process is killed: each is a step between claiming a post and closing it. */
  private enum Moment {
    /** The post was sent off and never reaches Slack. */
    LOST,
    /** Slack has it, and has not said so. */
    UNANSWERED,
    /** Slack has said so; the thread that goes with it is being opened. */
    UNCLOSED
  }

  /** Kills a process at a moment of one of its posts. Whatever else it is at is cut short, too. */
  private static final class Killer implements SlackStandIn.Wire {
    private final Process victim;
    private final Moment moment;
    private final AtomicInteger left;

    private Killer(Process victim, Moment moment, int post) {
      this.victim = victim;
      this.moment = moment;
      this.left = new AtomicInteger(post);
    }

    @Override
    public boolean carries(ApiCall call) {
      return !switch (moment) {
        case LOST -> isPost(call) && kills();
        case UNANSWERED -> false;
        case UNCLOSED -> call.parameters().containsKey("thread_ts") && kills();
      };
    }

    @Override
    public boolean carriesAnswerTo(ApiCall call) {
      return moment != Moment.UNANSWERED || !isPost(call) || !kills();
    }

    private boolean kills() {
      boolean now = left.decrementAndGet() == 0;
      if (now) {
        kill(victim);
      }
      return now;
    }
  }

  private static boolean isPost(ApiCall call) {
    return call.parameters().containsKey("metadata");
  }

  private static void kill(Process victim) {
    try {
      victim.destroyForcibly().waitFor();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  /** A dozen starts and more: on a busy machine they take their time. */
  @Test
  @Timeout(value = 15, unit = TimeUnit.MINUTES)
  void aPostIsMadeOnceThoughTheProcessIsKilledAgainAndAgain() throws Exception {
    long seed = new Random().nextLong();
    Random random = new Random(seed);
    DatabaseSettings settings =
        new DatabaseSettings("jdbc:h2:file:" + folder.resolve("cairn"), "", "");
    seed(settings);
    try (SlackStandIn slack = new SlackStandIn()) {
      slack.setClock(InstantSource.system());
      PackagedProgram cairn = program(settings, slack, SlackStandIn.BOT_TOKEN);
      List<Moment> kills = new ArrayList<>();
      while (COMMUNITIES - posts(slack) > LEFT_FOR_THE_LAST_LIFE) {
        Moment moment = Moment.values()[kills.size() % Moment.values().length];
        Process process = cairn.startWritingTo(log(), "run");
        slack.connectBy(new Killer(process, moment, 1 + random.nextInt(MOST_POSTS_IN_A_LIFE)));
        assertThat(process.waitFor(PATIENCE, TimeUnit.SECONDS)).as(this::logged).isTrue();
        assertThat(process.exitValue()).as(this::logged).isEqualTo(KILLED);
        kills.add(moment);
      }
      assertThat(kills).as("seed %d", seed).hasSizeGreaterThan(FEWEST_KILLS);
      slack.connectBy(new SlackStandIn.Wire() {});
      Process process = cairn.startWritingTo(log(), "run");
      // Work is taken up in the order in which it is due: the last has all others before it.
      await()
          .atMost(Duration.ofSeconds(PATIENCE))
          .until(() -> !slack.channel(channel(COMMUNITIES - 1)).isEmpty());
      process.destroy();
      assertThat(process.waitFor(PATIENCE, TimeUnit.SECONDS)).as(this::logged).isTrue();
      assertEachIsThereOnce(slack, settings, "%s, seed %d".formatted(kills, seed));
    }
  }

  @Test
  void ofTwoProcessesOneTakesOverWhatTheOtherWasAtWhenItWasKilled() throws Exception {
    DatabaseSettings settings = DatabaseUnderTest.POSTGRESQL.settings();
    seed(settings);
    try (SlackStandIn slack = new SlackStandIn()) {
      slack.setClock(InstantSource.system());
      HalfWay halfWay = new HalfWay("xoxb-doomed", COMMUNITIES / 3);
      slack.connectBy(halfWay);
      Process doomed = program(settings, slack, "xoxb-doomed").startWritingTo(log(), "run");
      Process other = program(settings, slack, "xoxb-other").startWritingTo(log(), "run");
      try {
        assertThat(halfWay.bothAtIt.await(PATIENCE, TimeUnit.SECONDS)).as(this::logged).isTrue();
        kill(doomed);
        halfWay.killed.countDown();
        outliveClaims(settings);
        await()
            .atMost(Duration.ofSeconds(PATIENCE))
            .pollInterval(Duration.ofSeconds(1))
            .until(() -> sent(settings).size() == COMMUNITIES);
      } finally {
        kill(doomed);
        other.destroy();
      }
      assertThat(other.waitFor(PATIENCE, TimeUnit.SECONDS)).as(this::logged).isTrue();
      assertThat(halfWay.inHand).as("cut short").hasPositiveValue();
      assertEachIsThereOnce(slack, settings, halfWay.inHand + " cut short");
    }
  }

  /**
   * Keeps what one process sends after so many posts, until it has been killed; of that, every
   * other post has reached Slack.
   */
  private static final class HalfWay implements SlackStandIn.Wire {
    private final String doomed;
    private final AtomicInteger left;
    private final AtomicInteger inHand = new AtomicInteger();

    /** Something is in hand, and the other process has posted something. */
    private final CountDownLatch bothAtIt = new CountDownLatch(2);

    private final CountDownLatch killed = new CountDownLatch(1);
    private final AtomicInteger others = new AtomicInteger();

    private HalfWay(String doomed, int posts) {
      this.doomed = doomed;
      this.left = new AtomicInteger(posts);
    }

    @Override
    public boolean carries(ApiCall call) {
      if (!isPost(call)) {
        return true;
      }
      if (!call.token().equals(doomed)) {
        if (others.incrementAndGet() == 1) {
          bothAtIt.countDown();
        }
        return true;
      }
      if (left.decrementAndGet() >= 0) {
        return true;
      }
      int number = inHand.incrementAndGet();
      if (number == 1) {
        bothAtIt.countDown();
      }
      try {
        killed.await();
      } catch (InterruptedException e) {
        throw new AssertionError(e);
      }
      return number % 2 == 0;
    }
  }

  /** As if the two minutes had passed for which a process claims what it sends. */
  private static void outliveClaims(DatabaseSettings settings) throws SQLException {
    try (Database database = Database.open(settings);
        var connection = database.dataSource().getConnection();
        var statement = connection.createStatement()) {
      statement.executeUpdate(
          "update announcement set claimed_until = claimed_until - interval '2' minute where state"
              + " = 'CLAIMED'");
    }
  }

  private Path log() {
    return folder.resolve("log");
  }

  private String logged() {
    try {
      return Files.readString(log());
    } catch (IOException e) {
      return e.toString();
    }
  }

  private PackagedProgram program(DatabaseSettings settings, SlackStandIn slack, String token) {
    return new PackagedProgram(
        folder,
        Map.of(
            "CAIRN_DATABASE_URL",
            settings.url(),
            "CAIRN_SLACK_BOT_TOKEN",
            token,
            "CAIRN_SLACK_SIGNING_SECRET",
            "signing-secret",
            "CAIRN_SLACK_API_URL",
            slack.apiUrl().toString(),
            "CAIRN_HTTP_PORT",
            "0",
            "JAVA_TOOL_OPTIONS",
            "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC"));
  }

  private static String place(int community) {
    return "T" + community;
  }

  private static String channel(int community) {
    return "C" + community;
  }

  /** Every community wants its post at an hour that passed while nobody was there. */
  private static void seed(DatabaseSettings settings) {
    Instant now = Instant.now().truncatedTo(ChronoUnit.MINUTES);
    // Where it is one o'clock, so that all of this is on one day.
    ZoneOffset zone = ZoneOffset.ofHours(13 - now.atOffset(ZoneOffset.UTC).getHour());
    LocalTime hour = LocalTime.ofInstant(now, zone).minusHours(1);
    Instant since = now.minus(Duration.ofHours(3));
    try (Database database = Database.open(settings)) {
      CommunityStore store = new CommunityStore(database);
      Communities communities = new Communities(store, database);
      JobQueue jobs = new JobQueue(database);
      Outbox announcements = new Outbox(new OutboxStore(database), jobs, database);
      DailyPosts dailyPosts =
          new DailyPosts(new DailyStore(database), communities, announcements, jobs, database);
      database.transaction(() -> {
        for (int number = 0; number < COMMUNITIES; number++) {
          Place place = new Place(Platform.SLACK, place(number));
          store.add(place, place.id(), since, zone);
          Community community = communities.find(place).orElseThrow();
          LocalTime at = number == COMMUNITIES - 1 ? hour.plusMinutes(1) : hour;
          dailyPosts.set(
              new DailyPostSettings(
                  community,
                  place,
                  new Value.Channel(channel(number), "daily"),
                  DailyKind.TOPIC,
                  null,
                  DailyHour.everyDayAt(at),
                  null,
                  Furnishing.PLAIN,
                  false,
                  since));
        }
      });
    }
  }

  private static int posts(SlackStandIn slack) {
    int posts = 0;
    for (int number = 0; number < COMMUNITIES; number++) {
      posts += slack.channel(channel(number)).size();
    }
    return posts;
  }

  /** The messages that are known to be there, in the order of their communities. */
  private static List<String> sent(DatabaseSettings settings) {
    try (Database database = Database.open(settings)) {
      Communities communities = new Communities(new CommunityStore(database), database);
      OutboxStore announcements = new OutboxStore(database);
      List<String> sent = new ArrayList<>();
      for (int number = 0; number < COMMUNITIES; number++) {
        Place place = new Place(Platform.SLACK, place(number));
        Community community = communities.find(place).orElseThrow();
        announcements
            .newest(community.id(), "daily", place.channel(channel(number)))
            .map(OutboxMessage::messageId)
            .ifPresent(sent::add);
      }
      return sent;
    }
  }

  private static void assertEachIsThereOnce(
      SlackStandIn slack, DatabaseSettings settings, String told) {
    List<String> there = new ArrayList<>();
    for (int number = 0; number < COMMUNITIES; number++) {
      for (JsonObject message : slack.channel(channel(number))) {
        there.add(channel(number) + ":" + message.get("ts").getAsString());
      }
    }
    assertThat(there).as(told).hasSize(COMMUNITIES);
    assertThat(sent(settings)).as(told).isEqualTo(there);
  }
}
