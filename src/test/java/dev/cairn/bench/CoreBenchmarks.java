package dev.cairn.bench;

import dev.cairn.TestConversation;
import dev.cairn.catalog.search.CatalogSearch;
import dev.cairn.catalog.search.Hit;
import dev.cairn.chat.reply.Reply;
import dev.cairn.command.LineReader;
import dev.cairn.command.References;
import dev.cairn.database.Database;
import dev.cairn.database.DatabaseUnderTest;
import dev.cairn.domain.streak.MemberHistory;
import dev.cairn.domain.streak.Streak;
import dev.cairn.domain.streak.StreakFold;
import dev.cairn.platform.discord.render.CommandLinks;
import dev.cairn.platform.discord.render.DiscordRenderer;
import dev.cairn.platform.discord.render.Recipient;
import dev.cairn.platform.slack.render.Rendition;
import dev.cairn.platform.slack.render.SlackMessage;
import dev.cairn.platform.slack.render.SlackRenderer;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import net.dv8tion.jda.api.utils.messages.MessageCreateData;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** What most commands are made of. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class CoreBenchmarks {
  private static final int MEMBERS = 200;
  private static final LocalDate FIRST = LocalDate.parse("2016-01-04");

  private final Database database = DatabaseUnderTest.H2.open();
  private final TestConversation lab = populated();
  private final LineReader reader = new LineReader(lab.cairn().dialogue().registry());
  private final Reply topic = lab.say("asha", "/topic").reply();
  private final DiscordRenderer discord = new DiscordRenderer(new CommandLinks());
  private final Rendition slack = Rendition.of("U1", "study");
  private final CatalogSearch search = new CatalogSearch(TestConversation.CATALOG);
  private final MemberHistory tenYears = tenYears();
  private final Instant afterwards = Instant.parse("2026-01-04T12:00:00Z");

  private TestConversation populated() {
    TestConversation conversation = new TestConversation(database).at("2026-01-05T09:00:00Z");
    for (int i = 0; i < MEMBERS; i++) {
      conversation.say("member" + i, "/done");
    }
    return conversation;
  }

  /** Four days of five, which earns and spends freezes, breaks streaks and wins some back. */
  private static MemberHistory tenYears() {
    Random random = new Random(1);
    MemberHistory.Builder history = MemberHistory.in(ZoneId.of("Europe/Berlin"));
    for (LocalDate day = FIRST; day.getYear() < 2026; day = day.plusDays(1)) {
      if (random.nextInt(5) > 0) {
        history.checkIn(day);
      }
    }
    return history.build();
  }

  @TearDown
  public void close() {
    database.close();
  }

  @Benchmark
  public LineReader.Line argumentReading() {
    return reader.read("group create name:\"Night owls\"", References.NONE);
  }

  /** A command that asks the database nothing, through the whole core. */
  @Benchmark
  public Reply routing() {
    return lab.say("asha", "/help command:topic").reply();
  }

  @Benchmark
  public MessageCreateData renderingForDiscord() {
    return discord.render(topic, Recipient.CHANNEL).create();
  }

  @Benchmark
  public List<SlackMessage> renderingForSlack() {
    return SlackRenderer.messages(topic, slack);
  }

  @Benchmark
  public Streak tenYearsOfTheFold() {
    return StreakFold.fold(tenYears, afterwards);
  }

  @Benchmark
  public List<Hit> search() {
    return search.find("feature store drift", 10);
  }

  /** From the database, without its picture. */
  @Benchmark
  public Reply boardPage() {
    return lab.say("asha", "/leaderboard").reply();
  }
}
